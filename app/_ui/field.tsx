import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names';

/** The look of every input, text area and select. */
export const controlClass =
  'w-full rounded-md border border-line-strong bg-surface px-3 text-base text-ink placeholder:text-ink-faint aria-invalid:border-danger disabled:opacity-60';

type LabelledProps = {
  id: string;
  label: ReactNode;
  /** A sentence below the label that says what is wanted. */
  hint?: ReactNode;
  /** What is wrong with what was entered. */
  error?: string | undefined;
  children: ReactNode;
};

/** A label, hint and error around one control, which takes its attributes from `describedBy`. */
export function Labelled({ id, label, hint, error, children }: LabelledProps) {
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="font-medium text-sm">
        {label}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="text-ink-soft text-sm">
          {hint}
        </p>
      ) : null}
      {children}
      {error ? (
        <p id={`${id}-error`} className="font-medium text-danger text-sm">
          {error}
        </p>
      ) : null}
    </div>
  );
}

/** The attributes that tie a control to its hint and error. */
export function describedBy(id: string, hint?: ReactNode, error?: string) {
  const ids = [hint ? `${id}-hint` : null, error ? `${id}-error` : null].filter(Boolean).join(' ');
  return { 'aria-describedby': ids || undefined, 'aria-invalid': error ? true : undefined };
}

type FieldProps = ComponentProps<'input'> & {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
};

/** A one-line input with its label, hint and error. */
export function Field({ id, label, hint, error, className, name, ...rest }: FieldProps) {
  return (
    <Labelled id={id} label={label} hint={hint} error={error}>
      <input
        id={id}
        name={name ?? id}
        className={classNames(controlClass, 'min-h-10', className)}
        {...describedBy(id, hint, error)}
        {...rest}
      />
    </Labelled>
  );
}
