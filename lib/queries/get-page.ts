import { type Page, pageRepository } from '@/lib/database/page-repository';
import { orUnavailable } from '@/lib/database/unavailable';

/** The installation's page: id, name, time zone, and when it was made and changed. Throws Unavailable. */
export async function getPage(): Promise<Page> {
  return orUnavailable(() => pageRepository.get());
}
