import type { ServiceGroup } from '@/lib/domain/service';
import { FormField, FormTextArea } from '../_form/controls';

/** What a group is called. */
export function GroupFields({ group }: { group?: ServiceGroup }) {
  return (
    <>
      <FormField
        name="name"
        label="Name"
        defaultValue={group?.name}
        maxLength={120}
        autoComplete="off"
        className="min-h-11"
        required
      />
      <FormTextArea
        name="description"
        label="Description (optional)"
        defaultValue={group?.description ?? ''}
        rows={2}
        className="min-h-16"
      />
    </>
  );
}
