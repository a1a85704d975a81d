import './needs-node.mjs';
import { runNode } from './run-node.mjs';

const check = await runNode('bin/check.mjs');
const test = await runNode('bin/test.mjs');
process.exit(check || test);
