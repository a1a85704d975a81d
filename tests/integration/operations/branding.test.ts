import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type BrandingInput, brandingInput } from '@/lib/contracts/branding-input';
import { database } from '@/lib/database/client';
import { currentRevision, eventsAfter } from '@/lib/database/event-log';
import { editBranding } from '@/lib/operations/edit-branding';
import { buildStatusSnapshot } from '@/lib/queries/build-status-snapshot';
import { getBranding } from '@/lib/queries/get-branding';
import { getBrandingFile, getBrandingIcon } from '@/lib/queries/get-branding-file';
import { inInstallation, owner, viewer } from '@/tests/support/installation';

inInstallation();

const file = (name: string) => new Uint8Array(readFileSync(`tests/fixtures/images/${name}`));
const shown = async () => (await buildStatusSnapshot()).state.page;
const fileName = (address: string | undefined) => address?.replace('/api/branding/', '') ?? '';

async function form(given: object = {}, images: Partial<BrandingInput> = {}): Promise<BrandingInput> {
  const { version } = await getBranding();
  const empty = { accent: '', headerLinks: '', footerLinks: '', footerText: '', support: '', customCss: '' };
  const texts = {
    name: 'Marlow',
    showName: true,
    announcement: '',
    ...empty,
    version: String(version),
    ...given,
  };
  const { lightLogo: _, darkLogo: __, favicon: ___, ...input } = brandingInput.parse(texts);
  return { ...input, ...images };
}
const edit = async (given: object = {}, images: Partial<BrandingInput> = {}) =>
  editBranding(owner, await form(given, images));
const images = async () => (await database().pageImage.findMany()).map(({ type }) => type).toSorted();

describe('the branding', () => {
  it('is nothing until it is set, and then part of the public state at a new revision', async () => {
    expect(await shown()).toBeUndefined();
    const before = await currentRevision();
    await edit(
      {
        announcement: '**New** prices',
        accent: '#e0a100',
        headerLinks: 'Docs https://docs.example.com',
        support: 'help@example.com',
        footerText: 'Bristol',
        footerLinks: 'Terms /terms',
      },
      { lightLogo: file('logo.svg'), favicon: file('logo.png') },
    );
    expect(await currentRevision()).toBe(before + 1);
    const page = await shown();
    const logo = {
      url: expect.stringMatching(/^\/api\/branding\/[0-9a-f]{32}\.svg$/),
      width: 120,
      height: 30,
    };
    expect(page).toEqual({
      id: 'testpage0001',
      name: 'Marlow',
      announcement: '**New** prices',
      branding: {
        logo: { light: logo, dark: logo },
        showName: true,
        icons: expect.stringMatching(/^\/api\/branding\/[0-9a-f]{32}$/),
        stylesheet: expect.stringMatching(/^\/api\/branding\/[0-9a-f]{32}\.css$/),
        headerLinks: [{ label: 'Docs', href: 'https://docs.example.com/' }],
        footerLinks: [{ label: 'Terms', href: '/terms' }],
        footerText: 'Bristol',
        support: 'mailto:help@example.com',
      },
    });
  });

  it('is told as an event, and written into the audit log without the images’ bytes', async () => {
    const before = await currentRevision();
    await edit({ announcement: 'Hello' }, { lightLogo: file('logo.jpg') });
    expect(await eventsAfter(before, 10)).toMatchObject([
      {
        name: 'page.updated',
        payload: { page: { id: 'testpage0001', name: 'Marlow', announcement: 'Hello' } },
      },
    ]);
    const [entry] = await database().auditEntry.findMany({ where: { action: 'page.branding_edited' } });
    expect(entry).toMatchObject({
      actorName: owner.name,
      subjectKind: 'page',
      subjectId: 'testpage0001',
      before: { name: 'Test', lightLogo: null },
      after: { name: 'Marlow', lightLogo: { type: 'image/jpeg', width: 48, height: 24 } },
    });
    expect(JSON.stringify(entry?.after).length).toBeLessThan(1_000);
  });

  it('serves what was uploaded, under a name for its content', async () => {
    await edit({ customCss: '.sb-page {}' }, { lightLogo: file('logo.webp'), favicon: file('logo.svg') });
    const { logo, stylesheet, icons } = (await shown())?.branding ?? {};
    const served = await getBrandingFile(fileName(logo?.light.url));
    expect(served).toMatchObject({ type: 'image/webp', isNamed: true });
    expect(Buffer.from(served?.bytes ?? []).equals(file('logo.webp'))).toBe(true);
    const styles = await getBrandingFile(fileName(stylesheet ?? ''));
    expect(new TextDecoder().decode(styles?.bytes)).toBe('.sb-page {}\n');
    expect(await getBrandingIcon(fileName(icons ?? ''))).toMatchObject({ type: 'image/svg+xml' });
    const id = fileName(logo?.light.url).replace('.webp', '');
    for (const name of [`${id}.png`, `${id}.css.webp`, `${id}`, 'x.png', `${'0'.repeat(32)}.png`, '../x.css'])
      expect(await getBrandingFile(name), name).toBeNull();
  });

  it('gives whoever asks for other styles those of now, as such that may change', async () => {
    await edit({ customCss: 'a {}' });
    const old = fileName((await shown())?.branding?.stylesheet ?? '');
    await edit({ customCss: 'b {}' });
    const unknown = await getBrandingFile(`${'0'.repeat(32)}.css`);
    expect(new TextDecoder().decode(unknown?.bytes)).toBe('b {}\n');
    expect(unknown?.isNamed).toBe(false);
    expect(fileName((await shown())?.branding?.stylesheet ?? '')).not.toBe(old);
    // An image's own bytes are no stylesheet, whatever they are asked for as.
    await edit({}, { lightLogo: file('logo.svg') });
    const logo = fileName((await shown())?.branding?.logo?.light.url);
    await getBrandingFile(logo);
    expect((await getBrandingFile(logo.replace('.svg', '.css')))?.type).toMatch(/^text\/css/);
  });

  it('keeps an image that is not spoken of, takes away one that is, and forgets it at the next edit', async () => {
    await database().pageImage.deleteMany();
    await edit({}, { lightLogo: file('logo.png'), darkLogo: file('logo.svg') });
    await edit({ name: 'Other' });
    expect(await getBranding()).toMatchObject({
      lightLogo: { type: 'image/png' },
      name: 'Other',
      version: 2,
    });
    await edit({}, { lightLogo: null, favicon: file('logo.svg') });
    expect(await getBranding()).toMatchObject({ lightLogo: null, darkLogo: { type: 'image/svg+xml' } });
    expect(await images()).toEqual(['image/png', 'image/svg+xml']);
    const { logo } = (await shown())?.branding ?? {};
    expect(logo?.light).toEqual(logo?.dark);
    await edit();
    expect(await images()).toEqual(['image/svg+xml']);
  });

  it('refuses an edit from an old page, a file that is no image, and who may not', async () => {
    const old = await form();
    await edit();
    await expect(editBranding(owner, old)).rejects.toMatchObject({ kind: 'conflict' });
    const noImage = new TextEncoder().encode('<!doctype html><svg width="1" height="1">');
    await expect(edit({}, { darkLogo: noImage })).rejects.toMatchObject({
      kind: 'invalid',
      field: 'darkLogo',
    });
    const input = await form();
    for (const actor of [viewer, { ...viewer, role: 'responder' as const }])
      await expect(editBranding(actor, input)).rejects.toMatchObject({
        kind: 'forbidden',
        message: 'Your role may not change the branding.',
      });
    expect((await editBranding({ ...owner, role: 'admin' }, input)).version).toBe(2);
  });
});
