import { inEnglish, type Words, wordsOf } from './words';

/** The words of a language, or of the one nearest to it that the server has. Never rejects. */
export type FindWords = (language: string) => Words | Promise<Words>;

/** Every language but English is asked of `server`, once for each page, however many widgets speak it. */
export function wordStore(server: string): FindWords {
  const asked = new Map<string, Words | Promise<Words>>();
  return (language) => {
    if (!language || /^en\b/i.test(language)) return inEnglish;
    const words = asked.get(language) ?? ask(language);
    asked.set(language, words);
    return words;
  };

  async function ask(language: string): Promise<Words> {
    let words = inEnglish;
    try {
      const url = `${server}/widget/${encodeURIComponent(language)}.json`;
      const answer = await fetch(url, { credentials: 'omit', signal: AbortSignal.timeout(10_000) });
      if (answer.ok) words = wordsOf(await answer.json());
    } catch {
      // English is better than nothing.
    }
    asked.set(language, words);
    return words;
  }
}
