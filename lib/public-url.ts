import { env } from './env';

/** The address of a path of this installation, absolute, for everything that leaves it: `/incidents/x` → `https://…/incidents/x`. */
export function publicUrl(path: string): string {
  const { PUBLIC_URL, PORT } = env();
  return `${PUBLIC_URL ?? `http://localhost:${PORT}`}${path}`;
}
