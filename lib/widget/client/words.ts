import english from '@/lib/words/messages/en.json';
import type { spoken } from '../spoken.mjs';

export type WidgetKey = (typeof spoken)[number];

/** The widget's messages in one language, as the server answers with them. */
export type Pack = { language: string; messages: Record<WidgetKey, string> };

/** What the widget speaks with. */
export type Words = { language: string; direction: string; t(key: WidgetKey): string };

/** The words of a pack. */
export function wordsOf({ language, messages }: Pack): Words {
  return { language, direction: messages['language.direction'], t: (key) => messages[key] };
}

export const inEnglish = wordsOf({ language: 'en', messages: english });
