import { Confirmation } from './confirmation';
import { type Done, doneWords } from './done-path';
import type { SearchParams } from './search-params';
import { Toast } from './toast';

type DoneNoticeProps = {
  searchParams: SearchParams;
  /** What only the page knows of an act. */
  details?: Partial<Record<Done, string>>;
};

/** Says what the act that led here did, when one did. */
export async function DoneNotice({ searchParams, details }: DoneNoticeProps) {
  const { done, count, at } = await searchParams;
  if (done === 'moved') return <Toast key={String(at)}>{doneWords.moved}</Toast>;
  if (!isDone(done) || done === 'status-set') return null;
  const words = [doneWords[done], updatedServices(count), details?.[done]].filter(Boolean).join(' ');
  return <Confirmation key={String(at)}>{words}</Confirmation>;
}

function isDone(text: unknown): text is Done {
  return typeof text === 'string' && Object.hasOwn(doneWords, text);
}

function updatedServices(count: unknown): string | null {
  if (typeof count !== 'string' || !/^[1-9]\d{0,3}$/.test(count)) return null;
  return count === '1' ? '1 service updated.' : `${count} services updated.`;
}
