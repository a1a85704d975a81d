import type { ComponentProps } from 'react';
import { classNames } from './class-names';

/** A sheet on the canvas that holds things that belong together. */
export function Panel({ className, ...rest }: ComponentProps<'div'>) {
  return (
    <div
      className={classNames('rounded-lg border border-line bg-surface shadow-panel', className)}
      {...rest}
    />
  );
}
