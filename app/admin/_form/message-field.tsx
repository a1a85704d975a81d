'use client';

import { useContext, useState } from 'react';
import { Button } from '@/app/_ui/button';
import { Markdown } from '@/app/_ui/markdown';
import { Panel } from '@/app/_ui/panel';
import { TextArea } from '@/app/_ui/text-area';
import { FormContext, useControl } from './form-context';

type MessageFieldProps = {
  name?: string;
  label: string;
  hint?: string;
  defaultValue?: string;
  placeholder?: string;
};

/** Markdown with a preview of what visitors will read. Without JavaScript the button asks the server for it. */
export function MessageField({
  name = 'body',
  label,
  hint,
  defaultValue = '',
  placeholder,
}: MessageFieldProps) {
  const { id, typed, error } = useControl(name);
  const { state } = useContext(FormContext);
  const [text, setText] = useState(typed ?? defaultValue);
  const [isShown, setShown] = useState(state.isPreview);
  return (
    <div className="flex flex-col gap-2">
      <TextArea
        id={id}
        name={name}
        label={label}
        hint={hint}
        error={error}
        placeholder={placeholder}
        defaultValue={typed ?? defaultValue}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <p className="text-ink-soft text-sm">Markdown, as in **bold**</p>
        <Button
          name="intent"
          value="preview"
          size="small"
          className="min-h-11"
          aria-expanded={isShown}
          onClick={(event) => {
            event.preventDefault();
            setShown(!isShown);
          }}
        >
          {isShown ? 'Hide preview' : 'Preview'}
        </Button>
      </div>
      {isShown ? (
        <Panel className="px-4 py-3" role="region" aria-label="What visitors will read">
          {text.trim() === '' ? (
            <p className="text-ink-soft text-sm">Nothing yet.</p>
          ) : (
            <Markdown>{text}</Markdown>
          )}
        </Panel>
      ) : null}
    </div>
  );
}
