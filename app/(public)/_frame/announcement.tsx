'use client';

import { WrittenText } from '@/app/_ui/written-text';
import { useWords } from '@/app/_words/words-provider';
import { useLivePage } from '@/app/hooks/live-page';

/** What the team has to say to everybody, above the status. It is read out when it comes while the page is open. */
export function Announcement() {
  const { t } = useWords();
  const text = useLivePage()?.announcement;
  return (
    <div aria-live="polite">
      {text ? (
        <section
          aria-label={t('page.announcement')}
          dir="auto"
          className="sb-announcement mb-6 rounded-lg border border-accent/30 bg-accent-tint px-4 py-3"
        >
          <WrittenText>{text}</WrittenText>
        </section>
      ) : null}
    </div>
  );
}
