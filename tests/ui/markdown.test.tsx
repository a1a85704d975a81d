import { cleanup, render } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { Markdown } from '@/app/_ui/markdown';

afterEach(cleanup);

const rendered = (markdown: string) => render(<Markdown>{markdown}</Markdown>).container;

const hostile = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '<iframe src="https://example.com"></iframe>',
  '<div onclick="alert(1)" style="position:fixed">x</div>',
  '<style>body{display:none}</style>',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](java\nscript:alert(1))',
  '[x](&#106;avascript:alert(1))',
  '[x](javascript&colon;alert(1))',
  '[x](%6aavascript:alert(1))',
  '[x](data:text/html,<script>alert(1)</script>)',
  '[x](vbscript:alert(1))',
  '[x](//evil.example)',
  '[x](/admin/sign-out)',
  '<javascript:alert(1)>',
  '![x](https://evil.example/pixel.png)',
  '![x](javascript:alert(1))',
  '[x][ref]\n\n[ref]: javascript:alert(1)',
  '<Component onClick={() => alert(1)} />',
  '<details open ontoggle=alert(1)>x</details>',
  '<form action="https://evil.example"><input name=q><button>x</button></form>',
  '**bold <b onmouseover=alert(1)>x</b>**',
  '`<script>alert(1)</script>`',
];

describe('hostile Markdown', () => {
  it.each(hostile)('comes out inert: %s', (markdown) => {
    const container = rendered(markdown);
    expect(
      container.querySelector('script,style,iframe,img,svg,form,input,button,object,embed,b,details'),
    ).toBeNull();
    for (const element of container.querySelectorAll('*')) {
      for (const { name } of element.attributes) expect(name).not.toMatch(/^on|^style$|^src/);
    }
    for (const link of container.querySelectorAll('a')) expect(link.href).toMatch(/^(https?:|mailto:)/);
  });
});

describe('friendly Markdown', () => {
  it('keeps its form', () => {
    const container = rendered('One **bold** `word`.\n\n- a\n- b\n\n| x | y |\n|---|---|\n| 1 | 2 |');
    expect(container.querySelector('strong')?.textContent).toBe('bold');
    expect(container.querySelectorAll('li')).toHaveLength(2);
    expect(container.querySelector('td')?.textContent).toBe('1');
  });

  it('puts headings below the title they stand under, without ids', () => {
    const container = rendered('# One\n\n## Two\n\n### Three');
    expect(container.querySelector('h1,h2,h3')).toBeNull();
    expect(container.querySelector('h4')?.textContent).toBe('One');
    expect(container.querySelector('[id]')).toBeNull();
  });

  it.each([
    ['## One\n\n### Two', 3, ['H4', 'H5']],
    ['### One\n\n# Two', 2, ['H5', 'H3']],
    ['One\n---\n\nTwo\n===', 2, ['H4', 'H3']],
    ['###### One\n\n# Two', 5, ['H6', 'H6']],
  ])('leaves no level out between them, whatever they begin with: %j under %d', (text, under, names) => {
    const { container } = render(<Markdown under={under}>{text}</Markdown>);
    expect([...container.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(({ tagName }) => tagName)).toEqual(names);
  });

  it('marks links out so that nothing is passed on', () => {
    const link = rendered('See https://example.com/a and [us](mailto:a@example.com).').querySelectorAll('a');
    expect([...link].map(({ href, rel }) => [href, rel])).toEqual([
      ['https://example.com/a', 'noopener nofollow'],
      ['mailto:a@example.com', 'noopener nofollow'],
    ]);
  });

  it('shows plain text, empty text and angle brackets as they are', () => {
    expect(rendered('p99 < 200 ms & falling').textContent).toBe('p99 < 200 ms & falling');
    expect(rendered('').textContent).toBe('');
  });
});
