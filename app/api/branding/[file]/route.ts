import { getBrandingFile } from '@/lib/queries/get-branding-file';
import { answerBranding } from '../branding-answer';

export const dynamic = 'force-dynamic';
export const runtime = 'nodejs';

/** A logo, an icon or the stylesheet, named by its content. */
export async function GET(request: Request, { params }: { params: Promise<{ file: string }> }) {
  const { file: name } = await params;
  return answerBranding(request, async () => {
    const file = await getBrandingFile(name);
    return file && { ...file, body: file.bytes };
  });
}
