import type { Service, ServiceGroup } from '@/lib/domain/service';
import { CheckField } from '../_form/check-field';
import { FormField, FormSelect, FormTextArea } from '../_form/controls';

type ServiceFieldsProps = {
  groups: readonly ServiceGroup[];
  service?: Service;
  groupId?: string | undefined;
};

/** What a service is called and where it stands. */
export function ServiceFields({ groups, service, groupId }: ServiceFieldsProps) {
  return (
    <>
      <FormField
        name="name"
        label="Name"
        defaultValue={service?.name}
        maxLength={120}
        autoComplete="off"
        className="min-h-11"
        required
      />
      <FormTextArea
        name="description"
        label="Description (optional)"
        hint="One sentence for visitors, under the name."
        defaultValue={service?.description ?? ''}
        rows={2}
        className="min-h-16"
      />
      <FormSelect
        name="groupId"
        label="Group"
        defaultValue={service?.groupId ?? groupId ?? ''}
        className="min-h-11"
      >
        <option value="">On its own</option>
        {groups.map((group) => (
          <option key={group.id} value={group.id}>
            {group.name}
          </option>
        ))}
      </FormSelect>
      <FormField
        name="startDate"
        label="In service since (optional)"
        type="date"
        hint="Uptime is counted from this day."
        defaultValue={service?.startDate ?? ''}
        className="min-h-11"
      />
      <div>
        <CheckField
          name="showcase"
          label="Show its uptime"
          hint="Visitors see how it did on past days."
          defaultChecked={service?.showcase ?? true}
        />
        <CheckField
          name="onlyShowIfDegraded"
          label="Only show it when something is wrong"
          hint="While it is operational, visitors do not see it."
          defaultChecked={service?.onlyShowIfDegraded}
        />
      </div>
    </>
  );
}
