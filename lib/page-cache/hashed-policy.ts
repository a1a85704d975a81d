import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

type Page = { html: string; headers: IncomingHttpHeaders };

const policyHeader = 'content-security-policy';
const inlineElement = /<(script|style)\b([^>]*)>([\s\S]*?)<\/\1>/g;

/**
 * Makes a page that was rendered for one request fit to be sent to many: a nonce must never be used twice, so each
 * inline script and style that carries it is named by its hash instead (CSP 3, section 2.3.1), and the nonce leaves
 * the page. What does not carry it was not put there by us, and gets no hash: it stays forbidden.
 */
export function withHashes({ html, headers }: Page): Page {
  const policy = headers[policyHeader]?.toString() ?? '';
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
  if (!nonce) return { html, headers };
  const attribute = ` nonce="${nonce}"`;
  const hashes = { script: new Set<string>(), style: new Set<string>() };
  for (const [, element, attributes = '', text = ''] of html.matchAll(inlineElement)) {
    if (!attributes.includes(attribute) || text === '') continue;
    hashes[element as 'script' | 'style'].add(hashOf(text.replaceAll(nonce, '')));
  }
  const directives = policy.split('; ').map((directive) => {
    const known = directive.startsWith('style-src') ? hashes.style : hashes.script;
    return directive.replace(`'nonce-${nonce}'`, [...known].join(' ')).trim();
  });
  return {
    // Next repeats it in the page's own data.
    html: html.replaceAll(attribute, '').replaceAll(nonce, ''),
    headers: {
      ...headers,
      [policyHeader]: directives.join('; '),
      ...(headers.link && { link: headers.link.toString().replaceAll(`;${attribute}`, '') }),
    },
  };
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
