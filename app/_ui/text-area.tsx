import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names';
import { controlClass, describedBy, Labelled } from './field';

type TextAreaProps = ComponentProps<'textarea'> & {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
};

/** A text area that grows with its text where the browser can, with its label, hint and error. */
export function TextArea({ id, label, hint, error, className, name, rows = 5, ...rest }: TextAreaProps) {
  return (
    <Labelled id={id} label={label} hint={hint} error={error}>
      <textarea
        id={id}
        name={name ?? id}
        rows={rows}
        className={classNames(controlClass, 'field-sizing-content min-h-28 py-2', className)}
        {...describedBy(id, hint, error)}
        {...rest}
      />
    </Labelled>
  );
}
