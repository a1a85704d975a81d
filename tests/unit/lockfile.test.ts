import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

type Package = { optionalDependencies?: Record<string, string> };

/** Where npm looks for `name` when the package at `from` asks for it: in each node_modules on the way up. */
function placesOf(name: string, from: string): string[] {
  const places = [];
  for (let folder = from; folder !== ''; ) {
    places.push(`${folder}/node_modules/${name}`);
    const end = folder.lastIndexOf('node_modules/') - 1;
    folder = end > 0 ? folder.slice(0, end) : '';
  }
  return [...places, `node_modules/${name}`];
}

test('the lock file has every platform, as npm ci refuses one that leaves out an optional package', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, Package>;
  };
  // npm drops the packages that the registry at hand lacks when somebody installs another dependency.
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !placesOf(name, path).some((place) => place in packages),
    ),
  );
  expect(missing).toEqual([]);
});
