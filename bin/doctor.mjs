import './needs-node.mjs';
import { prepareOrExit } from './prepare-or-exit.mjs';

// What is prepared is told beside the report, which scripts read from the standard output.
const { log } = console;
console.log = console.error;
await prepareOrExit('doctor');
console.log = log;
// @ts-expect-error The preparations have just written it.
await import('../dist/doctor.mjs');
