import { doctor } from './doctor';

const hasColours = Boolean(process.stdout.isTTY) && process.env.NO_COLOR === undefined;
const code = await doctor(process.argv.slice(2), {
  out: process.stdout,
  errors: process.stderr,
  hasColours,
});
// A name that is still being looked up would keep the process for half a minute; what was printed must be out.
process.stdout.write('', () => process.exit(code));
