import type en from './messages/en.json';

/** The name of a message, as the English file has it. */
export type WordKey = keyof typeof en;

/** One language's messages in ICU MessageFormat, and under `language.*` what it says of itself. */
export type Messages = Record<WordKey, string>;

/** Read by Turbopack, Vite and our own bundler at build: to add a language is to add its file. */
const files = import.meta.glob<Messages>('./messages/*.json', { eager: true, import: 'default' });

const fileName = /([^/]+)\.json$/;

/** Every language's messages, by its BCP 47 tag. */
export const catalogue: ReadonlyMap<string, Messages> = new Map(
  Object.entries(files)
    .map(([path, messages]): [string, Messages] => [fileName.exec(path)?.[1] ?? '', messages])
    .sort(([a], [b]) => a.localeCompare(b, 'en')),
);

/** What is spoken to whoever asks for nothing we have. */
export const defaultLanguage = 'en';
