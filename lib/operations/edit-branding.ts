import type { BrandingInput } from '@/lib/contracts/branding-input';
import { brandingRepository } from '@/lib/database/branding-repository';
import { commitChange, type Turn } from '@/lib/database/change';
import { pageRepository } from '@/lib/database/page-repository';
import type { Actor } from '@/lib/domain/actor';
import { type Branding, type ImagePlace, imagePlaces } from '@/lib/domain/branding';
import { Refusal } from '@/lib/domain/refusal';
import { readImage, type UploadedImage } from './read-image';
import { requireManager } from './require-role';

type Uploads = Partial<Record<ImagePlace, UploadedImage | null>>;

/**
 * Sets the page's name and how it looks. An image that is left out stays, and null takes it away.
 * Refuses as a conflict when it has changed since `version`, and as invalid a file that is no image.
 */
export async function editBranding(actor: Actor, input: BrandingInput): Promise<Branding> {
  requireManager(actor, 'the branding');
  // Before the turn: the others need not wait for it.
  const uploads = readUploads(input);
  return commitChange(actor, async (turn) => {
    const { tx } = turn;
    const page = await pageRepository.get(tx);
    const before = await brandingRepository.get(tx);
    if (input.version !== before.version) {
      throw new Refusal('conflict', 'Someone changed the branding while you were editing it.');
    }
    const { name, lightLogo: _, darkLogo: __, favicon: ___, ...settings } = input;
    const images = await keepImages(turn, before, uploads);
    const after: Branding = { ...settings, ...images, version: before.version + 1 };
    await pageRepository.rename(tx, name);
    await brandingRepository.save(tx, page.id, after);
    // What was shown until now stays once more, for pages that are just being loaded.
    await brandingRepository.forgetImagesBut(tx, [before, after]);
    return {
      result: after,
      news: {
        name: 'page.updated',
        payload: { page: { id: page.id, name, announcement: after.announcement } },
      },
      audit: {
        action: 'page.branding_edited',
        subjectKind: 'page',
        subjectId: page.id,
        before: { name: page.name, ...before },
        after: { name, ...after },
      },
    };
  });
}

function readUploads(input: BrandingInput): Uploads {
  const uploads: Uploads = {};
  for (const place of imagePlaces) {
    const bytes = input[place];
    if (bytes !== undefined) uploads[place] = bytes && readImage(bytes, place);
  }
  return uploads;
}

async function keepImages({ tx }: Turn, before: Branding, uploads: Uploads) {
  const { lightLogo, darkLogo, favicon } = before;
  const images: Pick<Branding, ImagePlace> = { lightLogo, darkLogo, favicon };
  for (const place of imagePlaces) {
    const upload = uploads[place];
    if (upload === undefined) continue;
    if (upload) await brandingRepository.addImage(tx, upload);
    images[place] = upload && imageOf(upload);
  }
  return images;
}

function imageOf({ id, type, width, height }: UploadedImage) {
  return { id, type, width, height };
}
