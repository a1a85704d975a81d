/** What a service's form says, in the contract's shape: empty choices are null, unchecked boxes are no. */
export function readServiceForm(form: FormData): Record<string, unknown> {
  return {
    ...Object.fromEntries(form),
    groupId: form.get('groupId') || null,
    startDate: form.get('startDate') || null,
    showcase: form.has('showcase'),
    onlyShowIfDegraded: form.has('onlyShowIfDegraded'),
  };
}
