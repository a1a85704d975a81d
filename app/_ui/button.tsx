import type { ComponentProps } from 'react';
import { classNames } from './class-names';

export type ButtonTone = 'primary' | 'secondary' | 'quiet' | 'danger';

const base =
  'inline-flex items-center justify-center gap-2 rounded-md font-medium whitespace-nowrap transition-colors disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-not-allowed aria-disabled:opacity-55';

const tones: Record<ButtonTone, string> = {
  primary: 'bg-ink text-on-ink hover:bg-ink/85',
  secondary: 'border border-line-strong/60 bg-surface text-ink hover:bg-sunken',
  quiet: 'text-ink-soft hover:bg-sunken hover:text-ink',
  danger: 'border border-danger/50 bg-surface text-danger hover:bg-major-tint',
};

const sizes = { small: 'min-h-8 px-2.5 text-sm', medium: 'min-h-10 px-4 text-base' };

/** The classes of a button, for links that look like one. */
export function buttonClass(tone: ButtonTone = 'secondary', size: keyof typeof sizes = 'medium'): string {
  return classNames(base, tones[tone], sizes[size]);
}

type ButtonProps = ComponentProps<'button'> & { tone?: ButtonTone; size?: keyof typeof sizes };

/** A button; submits its form unless `type` says otherwise. */
export function Button({ tone, size, className, type = 'submit', ...rest }: ButtonProps) {
  return <button type={type} className={classNames(buttonClass(tone, size), className)} {...rest} />;
}
