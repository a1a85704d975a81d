import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { routePatterns } from './route-patterns';

/**
 * Answers whether a path is that of a public page, one of app/(public), as Next's build in `folder` lists them.
 * Where there is none (in development) no path is.
 */
export function publicPages(folder: string): (path: string) => boolean {
  const patternOf = routePatterns(join(folder, 'routes-manifest.json'));
  const pages = new Set(
    Object.entries(readManifest(join(folder, 'app-path-routes-manifest.json')))
      .filter(([file]) => file.startsWith('/(public)/') && file.endsWith('/page'))
      .map(([, pattern]) => pattern),
  );
  // Next sends whoever asks with a slash at the end to the address without one.
  return (path) => (path === '/' || !path.endsWith('/')) && pages.has(patternOf(path));
}

function readManifest(file: string): Record<string, string> {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return {};
  }
}
