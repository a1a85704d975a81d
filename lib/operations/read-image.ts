import { createHash } from 'node:crypto';
import { imageSize } from 'image-size';
import { type ImageType, imageExtensions, type PageImage } from '@/lib/domain/branding';
import { Refusal } from '@/lib/domain/refusal';
import { svgRoot } from './svg-root';

/** An image as it was uploaded. */
export type UploadedImage = PageImage & { bytes: Uint8Array<ArrayBuffer> };

/** By image-size's own names. */
const types: Record<string, ImageType> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  svg: 'image/svg+xml',
  ico: 'image/x-icon',
};
/** Small enough for a phone to unpack, however well its bytes are packed. */
const mostPixels = 4096;

/**
 * What an uploaded file is, by its content alone: neither its name nor the type a browser gives it counts. Refuses
 * as invalid, naming `field`, what is no image that browsers show everywhere, or one without a size.
 */
export function readImage(bytes: Uint8Array<ArrayBuffer>, field: string): UploadedImage {
  const { type, width, height } = measured(bytes, field);
  if (type !== 'image/svg+xml' && Math.max(width, height) > mostPixels) {
    throw new Refusal('invalid', `Keep it under ${mostPixels} pixels in each direction.`, field);
  }
  const id = createHash('sha256').update(bytes).digest('hex').slice(0, 32);
  return { id, type, width, height, bytes };
}

function measured(bytes: Uint8Array, field: string) {
  const root = svgRoot(bytes);
  try {
    // Of an SVG its root element alone: a picture may hold others.
    const found = imageSize(root ?? bytes);
    const type = types[found.type ?? ''];
    const isSvg = type === 'image/svg+xml';
    if (type && isSvg === (root !== null)) return { type, ...requireSize(found, field) };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    if (root) throw new Refusal('invalid', noSize, field);
  }
  const kinds = Object.values(imageExtensions).map((extension) => extension.toUpperCase());
  throw new Refusal('invalid', `This is none of ${kinds.join(', ')}. Choose an image of such a kind.`, field);
}

const noSize = 'This image has no size. Give its <svg> a width and a height, or a viewBox.';

function requireSize({ width, height }: { width: number; height: number }, field: string) {
  if (!(width > 0) || !(height > 0)) throw new Refusal('invalid', noSize, field);
  return { width: Math.round(width), height: Math.round(height) };
}
