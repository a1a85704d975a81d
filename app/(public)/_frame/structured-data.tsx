import type { StatusSnapshot } from '@/lib/contracts/live-state';
import { publicUrl } from '@/lib/public-url';
import { structuredData } from '@/lib/publications/discovery/structured-data';

/** The page as search engines read it. Nothing in it is run, and no text can end the element. */
export function StructuredData({ snapshot }: { snapshot: StatusSnapshot }) {
  const json = JSON.stringify(structuredData(snapshot, publicUrl(''))).replaceAll('<', '\\u003c');
  return <script type="application/ld+json">{json}</script>;
}
