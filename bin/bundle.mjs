import { readdirSync, readFileSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inRoot } from './project.mjs';

/** Bundles server.ts and what it imports of ours into dist/server.mjs; packages stay in node_modules. */
export const bundleServer = () => bundle('server.ts', 'dist/server.mjs');

/** Bundles the doctor into dist/doctor.mjs; put there in one step, as another doctor may be loading it. */
export async function bundleDoctor() {
  await bundle('lib/doctor/main.ts', 'dist/doctor.next.mjs');
  renameSync(inRoot('dist/doctor.next.mjs'), inRoot('dist/doctor.mjs'));
}

async function bundle(/** @type {string} */ from, /** @type {string} */ to) {
  // Imported here, as it is not there before `npm ci`.
  const { build, stop } = await import('esbuild');
  await build({
    entryPoints: [inRoot(from)],
    outfile: inRoot(to),
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    packages: 'external',
    sourcemap: 'linked',
    tsconfig: inRoot('tsconfig.json'),
    logLevel: 'warning',
    plugins: [serverOnlyIsEmpty, globImports],
  });
  // Its own process would otherwise live as long as the server that starts after this.
  await stop();
}

/** `server-only` throws outside of Next's bundler; this bundle never reaches a browser. @type {import('esbuild').Plugin} */
const serverOnlyIsEmpty = {
  name: 'server-only-is-empty',
  setup(build) {
    build.onResolve({ filter: /^server-only$/ }, () => ({ path: 'server-only', namespace: 'empty' }));
    build.onLoad({ filter: /.*/, namespace: 'empty' }, () => ({ contents: '' }));
  },
};

/** The `import.meta.glob` of Vite and Turbopack, which esbuild lacks: one folder's JSON, imported at once. @type {import('esbuild').Plugin} */
const globImports = {
  name: 'glob-imports',
  setup(build) {
    build.onLoad({ filter: /[\\/]lib[\\/]words[\\/]catalogue\.ts$/ }, ({ path }) => {
      /** @type {string[]} */
      const imports = [];
      const source = readFileSync(path, 'utf8').replace(globCall, (_, folder) => {
        const files = readdirSync(join(dirname(path), folder)).filter((name) => name.endsWith('.json'));
        imports.push(...files.map((name, index) => `import f${index} from '${folder}/${name}';`));
        return `{${files.map((name, index) => `'${folder}/${name}': f${index}`)}}`;
      });
      return { contents: `${source}\n${imports.join('\n')}`, loader: 'ts' };
    });
  },
};
const globCall = /import\.meta\.glob<\w+>\('([^']+)\/\*\.json', \{[^}]*\}\)/;
