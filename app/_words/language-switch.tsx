'use client';

import { useWords } from './words-provider';

/** Every language by its own name, as buttons of a form, which works without JavaScript too. */
export function LanguageSwitch() {
  const { t, language: current, languages } = useWords();
  return (
    <form method="post" action="/language" aria-label={t('page.language')} className="print:hidden">
      <ul className="flex flex-wrap gap-x-3">
        {languages.map(({ language, name, direction }) => (
          <li key={language}>
            <button
              type="submit"
              name="language"
              value={language}
              lang={language}
              dir={direction}
              aria-current={language === current ? 'true' : undefined}
              className="min-h-6 underline-offset-4 hover:underline aria-[current=true]:font-semibold aria-[current=true]:text-ink"
            >
              {name}
            </button>
          </li>
        ))}
      </ul>
    </form>
  );
}
