import { mkdirSync, writeFileSync } from 'node:fs';
import { Session } from 'node:inspector';
import { join } from 'node:path';

/** Imported into the product's process by `--profile`: Node 20 takes `--cpu-prof` on its command line alone. */

const folder = process.env.BENCH_PROFILE_DIR ?? '.';
const session = new Session();
session.connect();
session.post('Profiler.enable');
session.post('Profiler.start');
process.on('exit', () => {
  // Within one thread the answer comes before the call returns.
  session.post('Profiler.stop', (_, { profile }) => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `product-${process.pid}.cpuprofile`), JSON.stringify(profile));
  });
});
