import { headers } from 'next/headers';
import { clientAddress } from '@/lib/client-address';
import { env } from '@/lib/env';
import type { Caller } from './session';

/** Where the request at hand came from. */
export async function currentCaller(): Promise<Caller> {
  const asked = await headers();
  return { address: clientAddress(asked, env().TRUSTED_PROXIES), userAgent: asked.get('user-agent') };
}
