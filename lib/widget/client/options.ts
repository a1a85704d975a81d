const kinds = ['pill', 'banner', 'services'] as const;

/** What the attributes ask for, as far as it is not the style sheet's business (theme and position are). */
export type Options = {
  kind: (typeof kinds)[number];
  /** The slugs to tell of; null for all. */
  services: string[] | null;
  hidesWhenOperational: boolean;
};

/** Reads an element's attributes. What is not known or not given has its default, so that no value is an error. */
export function readOptions(attribute: (name: string) => string | null): Options {
  const kind = attribute('kind')?.trim().toLowerCase();
  const slugs =
    attribute('services')
      ?.split(/[\s,]+/)
      .filter(Boolean) ?? [];
  return {
    kind: kinds.find((known) => known === kind) ?? 'pill',
    services: slugs.length > 0 ? slugs : null,
    hidesWhenOperational: !['false', null].includes(attribute('hide-when-operational')),
  };
}
