'use client';

import { useContext } from 'react';
import { Notice } from '@/app/_ui/notice';
import { FormContext } from './form-context';

type TheirsNoticeProps = {
  /** The controls to show, with the words people know them by, and what their values are called. */
  labels: Record<string, string>;
  valueNames?: Record<string, string>;
};

/** After a conflict: what someone else saved meanwhile, beside the words typed here, which stay in the form. */
export function TheirsNotice({ labels, valueNames = {} }: TheirsNoticeProps) {
  const { theirs } = useContext(FormContext).state;
  if (theirs === null) return null;
  return (
    <Notice tone="warning" className="flex flex-col gap-2">
      <p className="font-semibold">Saved by someone else meanwhile:</p>
      <dl className="flex flex-col gap-2">
        {Object.entries(labels).map(([name, label]) => (
          <div key={name}>
            <dt className="font-medium">{label}</dt>
            <dd className="whitespace-pre-wrap text-ink">
              {valueNames[theirs[name] ?? ''] ?? (theirs[name] || '—')}
            </dd>
          </div>
        ))}
      </dl>
      <p>
        What you wrote is in the form. Take over what you need, then save: your version will replace theirs.
      </p>
    </Notice>
  );
}
