const forms = [
  { type: 'application/rss+xml', href: '/history.rss', title: 'Incident history (RSS)' },
  { type: 'application/atom+xml', href: '/history.atom', title: 'Incident history (Atom)' },
  { type: 'application/feed+json', href: '/history.json', title: 'Incident history (JSON Feed)' },
  { type: 'text/calendar', href: '/maintenance.ics', title: 'Planned maintenance (iCalendar)' },
];

/** Where feed readers and other programs find what the page says in their own words. React puts links into the head. */
export function MachineLinks() {
  return (
    <>
      {forms.map((form) => (
        <link key={form.href} rel="alternate" {...form} />
      ))}
      <link rel="manifest" href="/manifest.webmanifest" />
    </>
  );
}
