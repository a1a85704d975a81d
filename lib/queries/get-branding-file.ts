import { createHash } from 'node:crypto';
import { brandingRepository } from '@/lib/database/branding-repository';
import { orUnavailable } from '@/lib/database/unavailable';
import { type ImageType, imageExtensions } from '@/lib/domain/branding';
import { brandingStyles } from '@/lib/domain/branding-styles';
import { singleton } from '@/lib/singleton';

/** A file of the branding as it is sent; `isNamed` where its name can mean no other content, ever. */
type BrandingFile = { type: string; bytes: Uint8Array<ArrayBuffer>; tag: string; isNamed: boolean };

/** Two logos, an icon and a stylesheet, and as many again from before the last edit. */
const mostKept = 8;
const kept = () => singleton('branding-files', () => new Map<string, BrandingFile>());

/**
 * The file at `/api/branding/{name}`, from this process's memory or else from Postgres; null where there is none.
 * Throws Unavailable.
 */
export async function getBrandingFile(name: string): Promise<BrandingFile | null> {
  const [, id = '', extension] = /^(\w+)\.([a-z]{3,4})$/.exec(name) ?? [];
  if (extension === 'css') return fileOf('styles', id);
  const image = await fileOf('image', id);
  return image && imageExtensions[image.type as ImageType] === extension ? image : null;
}

/** The uploaded icon that states are drawn on; null where there is none. Throws Unavailable. */
export async function getBrandingIcon(id: string): Promise<BrandingFile | null> {
  return fileOf('image', id);
}

/** What a stylesheet is called by its content. */
export function styleId(styles: string): string {
  return createHash('sha256').update(styles).digest('hex').slice(0, 32);
}

async function fileOf(kind: 'image' | 'styles', id: string): Promise<BrandingFile | null> {
  if (!/^[0-9a-f]{32}$/.test(id)) return null;
  const key = `${kind} ${id}`;
  const known = kept().get(key);
  if (known) return known;
  const file = await orUnavailable(() => (kind === 'image' ? readImage(id) : readStyles(id)));
  if (file?.isNamed) keep(key, file);
  return file;
}

async function readImage(id: string): Promise<BrandingFile | null> {
  const image = await brandingRepository.findImage(id);
  return image && { type: image.type, bytes: image.bytes, tag: `"${id}"`, isNamed: true };
}

/** Whoever still has an old page is given the styles of now, under the old name. */
async function readStyles(id: string): Promise<BrandingFile> {
  const styles = brandingStyles(await brandingRepository.get()) ?? '';
  const current = styleId(styles);
  const bytes = new TextEncoder().encode(styles);
  return { type: 'text/css; charset=utf-8', bytes, tag: `"${current}"`, isNamed: current === id };
}

function keep(key: string, file: BrandingFile): void {
  const files = kept();
  if (files.size >= mostKept) files.delete(files.keys().next().value ?? '');
  files.set(key, file);
}
