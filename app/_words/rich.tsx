'use client';

import { createElement, Fragment, type ReactNode } from 'react';
import type { WordKey, WordValues } from '@/lib/words/words';
import { useWords } from './words-provider';

type RichProps = { message: WordKey; tags: Record<string, ReactNode>; values?: WordValues };

/** A message with elements in it: each `<tag></tag>` of the message is what `tags` has under its name. */
export function Rich({ message, tags, values }: RichProps) {
  const { parts } = useWords();
  const makers = Object.fromEntries(Object.entries(tags).map(([name, element]) => [name, () => element]));
  return createElement(Fragment, null, ...parts<ReactNode>(message, makers, values));
}
