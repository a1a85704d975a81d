import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy } from '@/lib/content-security-policy';
import { withHashes } from '@/lib/page-cache/hashed-policy';

const nonce = 'q1+/w==';
const sha = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const hash = (html: string, link?: string) => {
  const headers = { 'content-security-policy': contentSecurityPolicy(nonce, false), link };
  const page = withHashes({ html, headers });
  const policy = String(page.headers['content-security-policy']);
  const directive = (name: string) => policy.split('; ').find((one) => one.startsWith(name));
  return { ...page, policy, scripts: directive('script-src'), styles: directive('style-src') };
};

describe('the policy of a page that is kept', () => {
  it('names the inline scripts and styles that were given the nonce, and the nonce is gone', () => {
    const page = hash(
      `<style nonce="${nonce}">a{}</style><script nonce="${nonce}">one()</script>` +
        `<script src="/a.js" nonce="${nonce}" async=""></script><script id="x" nonce="${nonce}">two()</script>`,
      `</a.woff2>; rel=preload; nonce="${nonce}"; type="font/woff2"`,
    );
    expect(page.scripts).toBe(`script-src 'self' ${sha('one()')} ${sha('two()')}`);
    expect(page.styles).toBe(`style-src 'self' ${sha('a{}')}`);
    expect(page.html).toContain('<script src="/a.js" async=""></script>');
    expect(page.headers.link).toBe('</a.woff2>; rel=preload; type="font/woff2"');
    expect(JSON.stringify(page)).not.toContain(nonce);
  });

  it('gives no hash to what came into the page without the nonce', () => {
    const page = hash(
      `<script>evil()</script><script nonce="other">evil()</script><script nonce="${nonce}">1</script>`,
    );
    expect(page.scripts).toBe(`script-src 'self' ${sha('1')}`);
    expect(page.html).toContain('evil()');
  });

  it('hashes a script as it is sent where its own text repeats the nonce', () => {
    const page = hash(`<script nonce="${nonce}">push("{\\"nonce\\":\\"${nonce}\\"}")</script>`);
    expect(page.scripts).toBe(`script-src 'self' ${sha('push("{\\"nonce\\":\\"\\"}")')}`);
    expect(page.html).toBe('<script>push("{\\"nonce\\":\\"\\"}")</script>');
  });

  it("names a script's hash once, keeps all other directives, and asks for nothing unsafe", () => {
    const page = hash(`<script nonce="${nonce}">1</script><script nonce="${nonce}">1</script>`);
    expect(page.scripts).toBe(`script-src 'self' ${sha('1')}`);
    expect(page.styles).toBe("style-src 'self'");
    for (const rest of [
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ])
      expect(page.policy).toContain(rest);
    expect(page.policy).not.toContain('unsafe');
  });

  it('leaves a page without a nonce as it is', () => {
    expect(withHashes({ html: '<p>', headers: { a: 'b' } })).toEqual({ html: '<p>', headers: { a: 'b' } });
  });
});
