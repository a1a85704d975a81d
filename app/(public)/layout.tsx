import type { ReactNode } from 'react';
import { MachineLinks } from './_frame/machine-links';

/** What every public page has in its head. */
export default function PublicLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <MachineLinks />
      {children}
    </>
  );
}
