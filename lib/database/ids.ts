import { customAlphabet } from 'nanoid';

/** 12 characters of [a-z0-9]: URL-safe, the shape Statuspage's clients expect, 62 bits of chance. */
export const newId: () => string = customAlphabet('abcdefghijklmnopqrstuvwxyz0123456789', 12);
