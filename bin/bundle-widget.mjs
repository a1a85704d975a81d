import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { spoken } from '../lib/widget/spoken.mjs';
import { inRoot } from './project.mjs';

const target = inRoot('lib/widget/generated/widget-script.ts');

/**
 * Bundles the widget into a module that holds the script as text, because the server that answers with it is a bundle
 * too, and knows no files. Written only where it changed, so that nothing is built anew for it.
 */
export async function bundleWidget() {
  // Imported here, as it is not there before `npm ci`.
  const { build, stop, transform } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: [inRoot('lib/widget/client/main.ts')],
    bundle: true,
    minify: true,
    write: false,
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    tsconfig: inRoot('tsconfig.json'),
    logLevel: 'warning',
    plugins: [spokenAlone, cssText(transform)],
  });
  await stop();
  const script = outputFiles[0]?.text.trim() ?? '';
  const text = `/** What bin/bundle-widget.mjs made of lib/widget/client. */\nexport const widgetScript = ${JSON.stringify(script)};\n`;
  if (existsSync(target) && readFileSync(target, 'utf8') === text) return;
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text);
}

/** Of the messages only those that the widget says. @type {import('esbuild').Plugin} */
const spokenAlone = {
  name: 'spoken-alone',
  setup(build) {
    build.onLoad({ filter: /[\\/]lib[\\/]words[\\/]messages[\\/][^\\/]+\.json$/ }, ({ path }) => {
      const messages = JSON.parse(readFileSync(path, 'utf8'));
      const kept = Object.fromEntries(spoken.map((key) => [key, messages[key]]));
      return { contents: JSON.stringify(kept), loader: 'json' };
    });
  },
};

/** `import css from './x.css?text'`. @returns {import('esbuild').Plugin} */
const cssText = (/** @type {typeof import('esbuild').transform} */ transform) => ({
  name: 'css-text',
  setup(build) {
    build.onResolve({ filter: /\.css\?text$/ }, ({ path, resolveDir }) => ({
      path: join(resolveDir, path.replace('?text', '')),
      namespace: 'css-text',
    }));
    build.onLoad({ filter: /.*/, namespace: 'css-text' }, async ({ path }) => {
      const { code } = await transform(readFileSync(path, 'utf8'), { loader: 'css', minify: true });
      return { contents: code.trim(), loader: 'text' };
    });
  },
});
