'use client';

import { useContext, useState } from 'react';
import { classNames } from '@/app/_ui/class-names';
import { controlClass, describedBy, Labelled } from '@/app/_ui/field';
import { PlainImage } from '@/app/_ui/plain-image';
import { CheckField } from '../_form/check-field';
import { FormContext, useControl } from '../_form/form-context';
import type { ShownImage } from './branding-texts';

type ImageFieldProps = {
  name: string;
  label: string;
  hint: string;
  mostKb: number;
  image: ShownImage | null;
  /** Shows what is there on a dark ground. */
  isDark?: boolean;
};

const kinds = 'image/png,image/jpeg,image/webp,image/svg+xml,image/x-icon,.ico';

/** A file to upload, with what is there now and a way to take it away. */
export function ImageField({ name, label, hint, mostKb, image, isDark }: ImageFieldProps) {
  const { id, error } = useControl(name);
  const { state } = useContext(FormContext);
  const [tooLarge, setTooLarge] = useState<string>();
  const wrong = tooLarge ?? error;
  return (
    <div className="flex flex-col gap-1.5">
      <Labelled id={id} label={label} hint={hint} error={wrong}>
        <input
          id={id}
          type="file"
          name={name}
          accept={kinds}
          className={classNames(
            controlClass,
            'min-h-11 py-1.5 file:me-3 file:min-h-8 file:rounded-md file:border file:border-line-strong/60 file:bg-surface file:px-2.5 file:font-medium file:text-ink file:text-sm',
          )}
          onChange={({ target }) => {
            const file = target.files?.[0];
            const isTooLarge = file !== undefined && file.size > mostKb * 1024;
            setTooLarge(
              isTooLarge ? `${file.name} is too large. Choose a file of at most ${mostKb} KB.` : undefined,
            );
            // A form that is too large as a whole would be refused without a word about why.
            if (isTooLarge) target.value = '';
          }}
          {...describedBy(id, hint, wrong)}
        />
      </Labelled>
      {state.answer > 0 ? (
        <noscript>
          <p className="text-ink-soft text-sm">If you chose a file here, choose it again.</p>
        </noscript>
      ) : null}
      {image ? (
        <div className="flex flex-wrap items-center gap-x-4">
          <span
            className={classNames(
              'inline-flex rounded-md border border-line p-2',
              isDark ? 'bg-[#0f1113]' : 'bg-[#f6f5f1]',
            )}
          >
            <PlainImage
              src={image.url}
              width={image.width}
              height={image.height}
              alt={`${label}, as it is now`}
              className="h-9 w-auto max-w-48 object-contain"
            />
          </span>
          <CheckField name={`remove-${name}`} label="Take it away" />
        </div>
      ) : null}
    </div>
  );
}
