import Link from 'next/link';
import type { ReactNode } from 'react';
import { buttonClass } from '@/app/_ui/button';
import { ActionForm } from './action-form';
import type { FormAction } from './form-state';
import { SubmitButton } from './submit-button';

type ConfirmFormProps = {
  action: FormAction;
  /** What to act on. */
  hidden: Record<string, string>;
  button: string;
  /** Where one goes who did not mean it. */
  back: string;
  children: ReactNode;
};

/** Asks whether an act is meant, on a page of its own: it works without JavaScript and can't be hit by a slip. */
export function ConfirmForm({ action, hidden, button, back, children }: ConfirmFormProps) {
  return (
    <ActionForm action={action} className="flex flex-col gap-5" label={button}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div>{children}</div>
      <div className="flex flex-wrap gap-3">
        <SubmitButton tone="danger" pending="One moment…">
          {button}
        </SubmitButton>
        <Link href={back} className={`${buttonClass('quiet')} min-h-11`}>
          Cancel
        </Link>
      </div>
    </ActionForm>
  );
}
