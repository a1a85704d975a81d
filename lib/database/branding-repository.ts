import {
  type Branding,
  type ImageType,
  imagePlaces,
  noBranding,
  type PageImage,
  type PageLink,
} from '@/lib/domain/branding';
import { database, type Transaction } from './client';
import type { PageBranding } from './generated/client';

type StoredImage = PageImage & { bytes: Uint8Array<ArrayBuffer> };
type ImageRow = { id: string; type: string; width: number; height: number };
type BrandingRow = PageBranding & { [place in (typeof imagePlaces)[number]]: ImageRow | null };

const image = { select: { id: true, type: true, width: true, height: true } };
const withImages = { lightLogo: image, darkLogo: image, favicon: image };

/** How the page looks, and the images it shows. */
export const brandingRepository = {
  async get(tx: Transaction = database()): Promise<Branding> {
    const row = await tx.pageBranding.findFirst({ include: withImages });
    return row ? toBranding(row) : noBranding;
  },

  async save(tx: Transaction, pageId: string, branding: Branding): Promise<void> {
    const { lightLogo, darkLogo, favicon, ...columns } = branding;
    const row = {
      ...columns,
      lightLogoId: lightLogo?.id ?? null,
      darkLogoId: darkLogo?.id ?? null,
      faviconId: favicon?.id ?? null,
    };
    await tx.pageBranding.upsert({ where: { pageId }, create: { pageId, ...row }, update: row });
  },

  /** Keeps an image; one with the same content is there already. */
  async addImage(tx: Transaction, { id, type, width, height, bytes }: StoredImage): Promise<void> {
    const kept = { type, width, height, bytes };
    await tx.pageImage.upsert({ where: { id }, create: { id, ...kept }, update: {} });
  },

  async findImage(id: string): Promise<StoredImage | null> {
    const row = await database().pageImage.findUnique({ where: { id } });
    return row && { ...toImage(row), bytes: row.bytes };
  },

  /** Forgets every image that none of these brandings shows. */
  async forgetImagesBut(tx: Transaction, shown: readonly Branding[]): Promise<void> {
    const ids = shown.flatMap((branding) => imagePlaces.flatMap((place) => branding[place]?.id ?? []));
    await tx.pageImage.deleteMany({ where: { id: { notIn: ids } } });
  },
};

function toBranding(row: BrandingRow): Branding {
  const { pageId: _, lightLogoId: __, darkLogoId: ___, faviconId: ____, ...columns } = row;
  return {
    ...columns,
    lightLogo: row.lightLogo && toImage(row.lightLogo),
    darkLogo: row.darkLogo && toImage(row.darkLogo),
    favicon: row.favicon && toImage(row.favicon),
    headerLinks: row.headerLinks as PageLink[],
    footerLinks: row.footerLinks as PageLink[],
  };
}

function toImage({ id, type, width, height }: ImageRow): PageImage {
  return { id, type: type as ImageType, width, height };
}
