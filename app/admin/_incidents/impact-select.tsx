'use client';

import { type ReactNode, useState } from 'react';
import { impactWord } from '@/app/_ui/status-words';
import { type Impact, impactOf, impacts } from '@/lib/domain/incident';
import { FormSelect } from '../_form/controls';
import { affectedServices } from './affected-services';

/** The impact of an incident: it follows the services unless a person knows better. */
export function ImpactSelect({
  suggested,
  defaultValue = '',
}: {
  suggested?: Impact;
  defaultValue?: string;
}) {
  const follows = suggested
    ? `Follow the services: ${impactWord[suggested].toLowerCase()}`
    : 'Follow the services';
  return (
    <FormSelect name="impactOverride" label="Impact" defaultValue={defaultValue} className="min-h-11">
      <option value="">{follows}</option>
      {impacts.map((impact) => (
        <option key={impact} value={impact}>
          {impactWord[impact]}
        </option>
      ))}
    </FormSelect>
  );
}

/** Watches the services chosen inside it and suggests the impact that follows from them. */
export function WithSuggestedImpact({ children }: { children: ReactNode }) {
  const [suggested, setSuggested] = useState<Impact>();
  return (
    <div
      className="flex flex-col gap-6"
      onChange={(event) => {
        const form = (event.target as HTMLInputElement).form;
        if (form) setSuggested(impactOf(affectedServices(new FormData(form))));
      }}
    >
      {children}
      <ImpactSelect suggested={suggested} />
    </div>
  );
}
