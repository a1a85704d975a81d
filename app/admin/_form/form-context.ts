'use client';

import { createContext, useContext } from 'react';
import { emptyFormState, type FormState } from './form-state';

type FormContextValue = { id: string; state: FormState; isPending: boolean };

export const FormContext = createContext<FormContextValue>({
  id: 'form',
  state: emptyFormState,
  isPending: false,
});

/** What a control needs of the form around it: its id, what was typed before, and what is wrong with it. */
export function useControl(name: string) {
  const { id, state } = useContext(FormContext);
  return {
    id: `${id}-${name.replaceAll('.', '-')}`,
    typed: state.values[name]?.[0],
    error: state.errors[name],
    theirs: state.theirs?.[name],
  };
}
