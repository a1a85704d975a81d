import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names';
import { controlClass, describedBy, Labelled } from './field';

type SelectProps = ComponentProps<'select'> & {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
};

/** The browser's own select, with its label, hint and error; options are its children. */
export function Select({ id, label, hint, error, className, name, ...rest }: SelectProps) {
  return (
    <Labelled id={id} label={label} hint={hint} error={error}>
      <select
        id={id}
        name={name ?? id}
        className={classNames(controlClass, 'min-h-10', className)}
        {...describedBy(id, hint, error)}
        {...rest}
      />
    </Labelled>
  );
}
