import { join } from 'node:path';

/** Where `bin/bench.mjs` puts a process of the bench. */
export const bundled = (name: string) => join(process.cwd(), `dist/bench/${name}.mjs`);
