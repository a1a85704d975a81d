'use client';

import type { ReactNode } from 'react';
import { useContext } from 'react';
import { FormContext } from './form-context';

type CheckFieldProps = { name: string; label: ReactNode; hint?: ReactNode; defaultChecked?: boolean };

/** A yes or no with its label as a large target. */
export function CheckField({ name, label, hint, defaultChecked }: CheckFieldProps) {
  const { id, state } = useContext(FormContext);
  // An unchecked box sends nothing: once something was sent, that is what was chosen.
  const isChecked = state.answer > 0 ? name in state.values : defaultChecked;
  return (
    <label className="flex min-h-11 items-start gap-3 py-2">
      <input
        type="checkbox"
        name={name}
        value="true"
        defaultChecked={isChecked}
        aria-describedby={hint ? `${id}-${name}-hint` : undefined}
        className="mt-0.5 size-5 flex-none"
      />
      <span className="flex flex-col">
        <span className="font-medium text-sm">{label}</span>
        {hint ? (
          <span id={`${id}-${name}-hint`} className="text-ink-soft text-sm">
            {hint}
          </span>
        ) : null}
      </span>
    </label>
  );
}
