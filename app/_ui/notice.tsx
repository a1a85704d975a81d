import type { ComponentProps } from 'react';
import { classNames } from './class-names';

const tones = {
  neutral: 'border-line bg-surface text-ink',
  success: 'border-operational-lamp/40 bg-operational-tint text-operational',
  warning: 'border-degraded-lamp/50 bg-degraded-tint text-degraded',
  danger: 'border-major-lamp/50 bg-major-tint text-major',
};

type NoticeProps = ComponentProps<'div'> & { tone?: keyof typeof tones };

/** A sentence or two that the reader should not miss. Give it `role="alert"` when it appears in answer to an action. */
export function Notice({ tone = 'neutral', className, ...rest }: NoticeProps) {
  return (
    <div className={classNames('rounded-lg border px-4 py-3 text-sm', tones[tone], className)} {...rest} />
  );
}
