'use client';

import { unstable_rethrow } from 'next/navigation';
import {
  type ReactNode,
  type SubmitEvent,
  useActionState,
  useEffect,
  useId,
  useRef,
  useState,
  useTransition,
} from 'react';
import { Notice } from '@/app/_ui/notice';
import { FormContext } from './form-context';
import { answerWith, emptyFormState, type FormAction } from './form-state';

const unreachable =
  'Nothing was saved. The server can’t be reached; your text is kept here. Try again, or copy it and reload the page.';

type ActionFormProps = { action: FormAction; className?: string; label?: string; children: ReactNode };

/**
 * A form run by a server action. Without JavaScript the browser posts it; with it nothing typed is ever reset,
 * a lost connection is an answer like any other, and the focus moves to what is wrong.
 */
export function ActionForm({ action, className, label, children }: ActionFormProps) {
  const [posted, postedAction] = useActionState(action, emptyFormState);
  const [sent, setSent] = useState(emptyFormState);
  const [isPending, startTransition] = useTransition();
  const form = useRef<HTMLFormElement>(null);
  const id = useId();
  const state = sent.answer > 0 ? sent : posted;

  useEffect(() => {
    if (state.answer === 0 || state.isPreview) return;
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-form-message]')?.focus();
  }, [state]);

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isPending) return;
    const typed = new FormData(event.currentTarget, event.nativeEvent.submitter);
    startTransition(async () => {
      try {
        setSent(await action(state, typed));
      } catch (error) {
        unstable_rethrow(error);
        setSent(answerWith(state, typed, { message: unreachable }));
      }
    });
  }

  return (
    <FormContext value={{ id, state, isPending }}>
      <form
        ref={form}
        action={postedAction}
        onSubmit={submit}
        className={className}
        aria-label={label}
        noValidate
      >
        {state.message ? (
          <Notice tone="danger" role="alert" tabIndex={-1} data-form-message>
            {state.message}
          </Notice>
        ) : null}
        {children}
      </form>
    </FormContext>
  );
}
