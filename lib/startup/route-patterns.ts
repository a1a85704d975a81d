import { readFileSync } from 'node:fs';

/** The routes as Next's build lists them. */
type Manifest = {
  staticRoutes: { page: string; regex: string }[];
  dynamicRoutes: { page: string; regex: string }[];
};

/** Answers the pattern of a path: `/incidents/x` → `/incidents/[id]`; `other` for what is no route. */
export type PatternOf = (path: string) => string;

/** Reads the patterns from the build's `routes-manifest.json`. Where there is none (in development) all is `other`. */
export function routePatterns(manifestFile: string): PatternOf {
  const { staticRoutes, dynamicRoutes } = readManifest(manifestFile);
  const fixed = new Set(staticRoutes.map(({ page }) => page).filter((page) => !page.startsWith('/_')));
  const patterns = dynamicRoutes.map(({ page, regex }) => ({ page, regex: new RegExp(regex) }));
  return (path) => {
    if (path.startsWith('/_next/')) return '/_next';
    const plain = path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
    if (fixed.has(plain)) return plain;
    return patterns.find(({ regex }) => regex.test(plain))?.page ?? 'other';
  };
}

function readManifest(file: string): Manifest {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  } catch {
    return { staticRoutes: [], dynamicRoutes: [] };
  }
}
