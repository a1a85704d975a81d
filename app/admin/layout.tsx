import type { Metadata } from 'next';
import type { ReactNode } from 'react';

export const metadata: Metadata = {
  title: { default: 'Control room', template: '%s · Control room' },
  icons: { icon: { url: '/icons/signalbox.svg', type: 'image/svg+xml' } },
  robots: { index: false, follow: false },
};

/** Always asked of the database: an admin acts on what is, not on what was. */
export const dynamic = 'force-dynamic';

export default function AdminLayout({ children }: { children: ReactNode }) {
  return children;
}
