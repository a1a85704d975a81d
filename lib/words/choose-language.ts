import Negotiator from 'negotiator';
import { catalogue, defaultLanguage } from './catalogue';

/** The cookie in which a visitor's own choice is kept. */
export const languageCookie = 'language';

/** The header in which the middleware hands the chosen language on to the page. */
export const languageHeader = 'x-signalbox-language';

/** What an answer in the chosen language varies by. */
export const languageVary = 'Accept-Language, Cookie';

type Asking = {
  /** The request's `Cookie` header. */
  cookie?: string | null | undefined;
  /** The request's `Accept-Language` header. */
  acceptLanguage?: string | null | undefined;
};

/**
 * The language to answer in, always one that we have: the one in the visitor's cookie, else the best that the
 * browser accepts (RFC 4647's lookup in the order of RFC 9110's quality values), else English.
 */
export function chooseLanguage({ cookie, acceptLanguage }: Asking): string {
  return chosenLanguage(cookie ?? '') ?? acceptedLanguage(acceptLanguage ?? '');
}

function chosenLanguage(cookie: string): string | null {
  const [, language = ''] = cookiePattern.exec(cookie) ?? [];
  return catalogue.has(language) ? language : null;
}

const cookiePattern = new RegExp(`(?:^|;\\s*)${languageCookie}=([^;\\s]*)`);

const mostRemembered = 1_000;
const remembered = new Map<string, string>();
/** No browser comes near it, and what is longer is not worth the work. */
const longestHeader = 500;

/** Visitors send the same few headers over and over, one with every page. */
function acceptedLanguage(header: string): string {
  if (header.length > longestHeader) return defaultLanguage;
  const known = remembered.get(header);
  if (known) return known;
  const language = negotiate(header);
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(header, language);
  return language;
}

/** Negotiator reads and orders the ranges; it would rank `en-GB, de;q=0.9, en;q=0.8` by `en` alone, so we look up. */
function negotiate(header: string): string {
  // The last range is ours: whatever was not refused will do.
  const negotiator = new Negotiator({ headers: { 'accept-language': `${header},*;q=0.001` } });
  const [first = defaultLanguage, ...others] = negotiator.languages([...catalogue.keys()]);
  const accepted = new Map([first, ...others].map((language) => [language.toLowerCase(), language]));
  for (const range of negotiator.languages()) {
    if (range === '*') break;
    const found = lookUp(range.toLowerCase(), accepted);
    if (found) return found;
  }
  return accepted.get(defaultLanguage) ?? first;
}

/** RFC 4647, section 3.4: the range is shortened from its end until it matches; a single letter goes with its successor. */
function lookUp(range: string, accepted: ReadonlyMap<string, string>): string | null {
  for (let tag = range; tag; tag = tag.replace(/(?:-[^-])?(?:^|-)[^-]*$/, '')) {
    const language = accepted.get(tag);
    if (language) return language;
  }
  return null;
}
