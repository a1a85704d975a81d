/** What was typed, by the control's name: a control may have several values. */
export type FormValues = Record<string, string[]>;

/** A form's answer when nothing was saved. What was saved answers with a redirect. */
export type FormState = {
  /** Rises with each answer, so that the same error twice still moves the focus. */
  answer: number;
  values: FormValues;
  /** What is wrong, by the control's name. */
  errors: Record<string, string>;
  /** What is wrong with the whole. */
  message: string | null;
  /** The person asked to see the message as visitors will. */
  isPreview: boolean;
  /** What someone else saved meanwhile, by the control's name. */
  theirs: Record<string, string> | null;
};

/** A server action that a form can show the answer of. */
export type FormAction = (previous: FormState, form: FormData) => Promise<FormState>;

export const emptyFormState: FormState = {
  answer: 0,
  values: {},
  errors: {},
  message: null,
  isPreview: false,
  theirs: null,
};

/** An answer that keeps everything typed into `form`, except what `forget` names. */
export function answerWith(
  previous: FormState,
  form: FormData,
  said: Partial<FormState>,
  forget: readonly string[] = [],
): FormState {
  const values: FormValues = {};
  for (const [name, value] of form) {
    // Names with `$` are React's own; files are not asked for.
    if (typeof value !== 'string' || name.startsWith('$') || forget.includes(name)) continue;
    values[name] = [...(values[name] ?? []), value];
  }
  return { ...emptyFormState, answer: previous.answer + 1, values, ...said };
}
