import { describe, expect, it } from 'vitest';
import { brandingInput } from '@/lib/contracts/branding-input';

const plain = {
  name: 'Marlow',
  showName: true,
  accent: '',
  headerLinks: '',
  footerLinks: '',
  footerText: '',
  support: '',
  customCss: '',
  announcement: '',
  version: '0',
};

/** What is wrong, by field. */
function problems(given: object): Record<string, string> {
  const result = brandingInput.safeParse({ ...plain, ...given });
  return Object.fromEntries(result.error?.issues.map(({ path, message }) => [path.join('.'), message]) ?? []);
}

const file = (kb: number) => new File([new Uint8Array(kb * 1024)], 'logo.png');

describe('the branding’s form', () => {
  it('takes away what is left empty', () => {
    expect(brandingInput.parse(plain)).toEqual({
      name: 'Marlow',
      showName: true,
      accent: null,
      headerLinks: [],
      footerLinks: [],
      footerText: null,
      support: null,
      customCss: null,
      announcement: null,
      version: 0,
    });
  });

  it('reads a colour, an address and links', () => {
    const given = { ...plain, accent: '#ABC', support: 'help@example.com', footerLinks: 'Terms /terms' };
    expect(brandingInput.parse(given)).toMatchObject({
      accent: '#aabbcc',
      support: 'mailto:help@example.com',
      footerLinks: [{ label: 'Terms', href: '/terms' }],
    });
  });

  it.each([
    ['name', ' ', /name/],
    ['accent', 'blue', /#rrggbb/],
    ['support', 'javascript:alert(1)', /e-mail address/],
    ['headerLinks', Array.from({ length: 7 }, (_, at) => `${at} /${at}`).join('\n'), /6 links/],
    ['customCss', 'ä'.repeat(16 * 1024 + 1), /32 KB/],
    ['customCss', '\0', /NUL/],
    ['lightLogo', file(513), /512 KB/],
    ['favicon', file(129), /128 KB/],
  ])('says what is wrong with %s', (field, value, words) => {
    const found = problems({ [field]: value });
    expect(Object.keys(found)).toEqual([field]);
    expect(found[field]).toMatch(words);
  });

  it('takes files and CSS up to their limits', () => {
    const given = { lightLogo: file(512), favicon: file(128), customCss: 'ä'.repeat(16 * 1024) };
    expect(problems(given)).toEqual({});
  });
});
