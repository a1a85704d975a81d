import { cleanup, render, screen } from '@testing-library/react';
import { renderToString } from 'react-dom/server';
import { afterEach, expect, it } from 'vitest';
import { RenderedTexts } from '@/app/_ui/rendered-texts';
import { WrittenText } from '@/app/_ui/written-text';

afterEach(cleanup);

it('shows a text without marks as it is, at once', () => {
  const { container } = render(<WrittenText>{'One.\n\nTwo.'}</WrittenText>);
  expect([...container.querySelectorAll('p')].map((p) => p.textContent)).toEqual(['One.', 'Two.']);
});

it('shows the words of a text with marks at once, and then its form', async () => {
  const { container } = render(<WrittenText>{'All **good** now'}</WrittenText>);
  expect(container.querySelector('p')?.textContent).toBe('All **good** now');
  expect((await screen.findByText('good', { selector: 'strong' })).closest('p')?.textContent).toBe(
    'All good now',
  );
});

it('has the form from the start where the server rendered it', () => {
  const html = renderToString(
    <RenderedTexts texts={['All **good** now', 'plain']}>
      <WrittenText>All **good** now</WrittenText>
      <WrittenText>plain</WrittenText>
    </RenderedTexts>,
  );
  expect(html).toContain('<p>All <strong>good</strong> now</p>');
  expect(html).toContain('<p>plain</p>');
});
