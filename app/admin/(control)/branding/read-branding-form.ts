import { imagePlaces } from '@/lib/domain/branding';

/** What the branding's form says, in the contract's shape. */
export function readBrandingForm(form: FormData): Record<string, unknown> {
  const images = imagePlaces.map((place) => [place, imageIn(form, place)]);
  return { ...Object.fromEntries(form), showName: form.has('showName'), ...Object.fromEntries(images) };
}

/** A chosen file, null to take the old one away, undefined to leave it. */
function imageIn(form: FormData, place: string): File | null | undefined {
  const file = form.get(place);
  // Where none was chosen, an empty one is sent.
  if (file instanceof File && file.size > 0) return file;
  return form.has(`remove-${place}`) ? null : undefined;
}
