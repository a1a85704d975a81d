import { headers } from 'next/headers';
import { env } from '@/lib/env';
import { clientAddress } from './client-address';
import type { Caller } from './session';

/** Where the request at hand came from. */
export async function currentCaller(): Promise<Caller> {
  const asked = await headers();
  return { address: clientAddress(asked, env().TRUSTED_PROXIES), userAgent: asked.get('user-agent') };
}
