import { getWords } from '@/app/_words/get-words';

/** Where feed readers and other programs find what the page says in their own words. React puts links into the head. */
export async function MachineLinks() {
  const { t } = await getWords();
  const history = t('history.all');
  const forms = [
    { type: 'application/rss+xml', href: '/history.rss', title: `${history} (RSS)` },
    { type: 'application/atom+xml', href: '/history.atom', title: `${history} (Atom)` },
    { type: 'application/feed+json', href: '/history.json', title: `${history} (JSON Feed)` },
    { type: 'text/calendar', href: '/maintenance.ics', title: `${t('maintenance.scheduled')} (iCalendar)` },
  ];
  return (
    <>
      {forms.map((form) => (
        <link key={form.href} rel="alternate" {...form} />
      ))}
      <link rel="manifest" href="/manifest.webmanifest" />
    </>
  );
}
