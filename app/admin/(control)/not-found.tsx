import Link from 'next/link';
import { buttonClass } from '@/app/_ui/button';

/** For what was deleted meanwhile, or never was. */
export default function NotFound() {
  return (
    <div className="flex flex-col items-start gap-4 py-10">
      <h1 className="font-bold text-xl">There is no such thing here</h1>
      <p>It may have been deleted by someone else.</p>
      <Link href="/admin" className={`${buttonClass('primary')} min-h-11`}>
        To the overview
      </Link>
    </div>
  );
}
