/** All that was written about these incidents and maintenances. */
export function writtenTexts(told: readonly { updates: readonly { body: string }[] }[]): string[] {
  return told.flatMap(({ updates }) => updates.map(({ body }) => body));
}
