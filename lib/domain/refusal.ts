/** Why an operation was refused: `invalid` breaks a rule, `conflict` met another's change, `not_found` names nothing. */
export type RefusalKind = 'invalid' | 'conflict' | 'not_found' | 'forbidden';

/** A refusal in words for the person who asked; `field` names the input to mend, when one is to blame. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly kind: RefusalKind,
    message: string,
    readonly field?: string,
  ) {
    super(message);
  }
}

/** Whether `error` is a Refusal. Asks by name: Next evaluates a module several times, so classes differ. */
export function isRefusal(error: unknown): error is Refusal {
  return error instanceof Error && error.name === 'Refusal' && 'kind' in error;
}
