'use client';

import type { ComponentProps } from 'react';
import { Field } from '@/app/_ui/field';
import { Select } from '@/app/_ui/select';
import { TextArea } from '@/app/_ui/text-area';
import { useControl } from './form-context';

type Without<Props> = Omit<Props, 'id' | 'error' | 'name'> & { name: string };

/** A one-line input that keeps what was typed and shows what is wrong with it. */
export function FormField({ name, defaultValue, ...rest }: Without<ComponentProps<typeof Field>>) {
  const { id, typed, error } = useControl(name);
  return <Field {...rest} id={id} name={name} error={error} defaultValue={typed ?? defaultValue} />;
}

/** A text area that keeps what was typed and shows what is wrong with it. */
export function FormTextArea({ name, defaultValue, ...rest }: Without<ComponentProps<typeof TextArea>>) {
  const { id, typed, error } = useControl(name);
  return <TextArea {...rest} id={id} name={name} error={error} defaultValue={typed ?? defaultValue} />;
}

/** A select that keeps what was chosen and shows what is wrong with it. */
export function FormSelect({ name, defaultValue, ...rest }: Without<ComponentProps<typeof Select>>) {
  const { id, typed, error } = useControl(name);
  return <Select {...rest} id={id} name={name} error={error} defaultValue={typed ?? defaultValue} />;
}

/** A hidden value; after a conflict it becomes what is saved now, so that saving again is a decision. */
export function FormSeen({ name, value }: { name: string; value: string }) {
  const { theirs } = useControl(name);
  return <input type="hidden" name={name} value={theirs ?? value} />;
}
