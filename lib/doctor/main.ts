import { doctor } from './doctor';

const hasColours = Boolean(process.stdout.isTTY) && process.env.NO_COLOR === undefined;
process.exitCode = await doctor(process.argv.slice(2), {
  out: process.stdout,
  errors: process.stderr,
  hasColours,
});
