const mostWords = 8;
/** Chinese and Japanese names are no longer; what is typed beyond it narrows nothing. */
const longestWord = 60;

/**
 * What a person typed as Postgres' `to_tsquery` reads it: each word may go on, and all are to be found.
 * Null when nothing of it is a word. What ends a quoted word, or is no
 * character of UTF-8, separates words.
 */
export function searchQuery(typed: string): string | null {
  const words = typed
    .replace(/[\0'"\\]|\p{Surrogate}/gu, ' ')
    .split(/\s+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .slice(0, mostWords);
  return words.length > 0 ? words.map((word) => `'${word.slice(0, longestWord)}':*`).join(' & ') : null;
}
