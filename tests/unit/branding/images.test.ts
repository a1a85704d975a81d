import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isRefusal } from '@/lib/domain/refusal';
import { readImage } from '@/lib/operations/read-image';

const file = (path: string) => new Uint8Array(readFileSync(path));
const words = (text: string) => new TextEncoder().encode(text);

function refusal(bytes: Uint8Array<ArrayBuffer>): string {
  try {
    const { type } = readImage(bytes, 'lightLogo');
    return `taken as ${type}`;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    expect([error.kind, error.field]).toEqual(['invalid', 'lightLogo']);
    return error.message;
  }
}

describe('an uploaded file', () => {
  it.each([
    ['tests/fixtures/images/logo.png', 'image/png', 48, 24],
    ['tests/fixtures/images/logo.jpg', 'image/jpeg', 48, 24],
    ['tests/fixtures/images/logo.webp', 'image/webp', 48, 24],
    ['tests/fixtures/images/logo.svg', 'image/svg+xml', 120, 30],
    ['public/icons/operational.svg', 'image/svg+xml', 32, 32],
    ['public/favicon.ico', 'image/x-icon', 32, 32],
  ])('%s is %s', (path, type, width, height) => {
    expect(readImage(file(path), 'lightLogo')).toMatchObject({ type, width, height });
  });

  it('is named by its content alone', () => {
    const [png, svg] = ['logo.png', 'logo.svg'].map((name) =>
      readImage(file(`tests/fixtures/images/${name}`), ''),
    );
    expect(png?.id).toMatch(/^[0-9a-f]{32}$/);
    expect(readImage(file('tests/fixtures/images/logo.png'), 'favicon').id).toBe(png?.id);
    expect(svg?.id).not.toBe(png?.id);
  });

  it.each([
    ['a page of HTML', words('<!doctype html><html><body><svg width="1" height="1"></svg></body></html>')],
    ['XML with an SVG in it', words('<x><svg width="1" height="1"></svg></x>')],
    ['a script', words('alert("<svg width=1>")')],
    ['a GIF', words('GIF89a\u0001\u0000\u0001\u0000')],
    ['a PDF', words('%PDF-1.7')],
    ['nothing', words('')],
    ['half a PNG', file('tests/fixtures/images/logo.png').slice(0, 14)],
    ['an SVG in UTF-16', new Uint8Array(Buffer.from('<svg width="1" height="1"></svg>', 'utf16le'))],
    ['a comment that never ends', words('<!-- <svg width="1" height="1">')],
  ])('%s is refused', (_, bytes) => {
    expect(refusal(bytes)).toBe('This is none of PNG, JPG, WEBP, SVG, ICO. Choose an image of such a kind.');
  });

  it('is refused as an SVG without a size, whatever else in it has one', () => {
    expect(
      refusal(words('<svg xmlns="http://www.w3.org/2000/svg"><svg width="9" height="9"/></svg>')),
    ).toMatch(/^This image has no size/);
  });

  it('is refused when a phone could not unpack it', () => {
    const png = file('tests/fixtures/images/logo.png');
    new DataView(png.buffer).setUint32(16, 30_000);
    expect(refusal(png)).toBe('Keep it under 4096 pixels in each direction.');
  });
});
