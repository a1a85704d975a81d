import type { PublicDocument } from '@/lib/contracts/public-answer';
import { entityTag } from '@/lib/entity-tag';
import { catalogue } from '@/lib/words/catalogue';
import { chooseLanguage } from '@/lib/words/choose-language';
import { spoken } from './spoken.mjs';

/** BCP 47, as far as it matters here. */
const tag = /^[a-z]{2,8}(?:-[a-z0-9]{1,8}){0,8}$/i;

/** The widget's words in the language nearest to the wanted one; null for what is no language's tag. */
export function wordDocument(wanted: string, cacheControl: string): PublicDocument | null {
  if (!tag.test(wanted)) return null;
  const language = chooseLanguage({ acceptLanguage: wanted });
  const known = catalogue.get(language);
  const messages = Object.fromEntries(spoken.map((key) => [key, known?.[key]]));
  const body = JSON.stringify({ language, messages });
  const type = 'application/json; charset=utf-8';
  return { body, type, etag: entityTag(body), cacheControl, modifiedAt: null, staleSince: null };
}
