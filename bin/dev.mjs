import './needs-node.mjs';
import { prepareOrExit } from './prepare-or-exit.mjs';

process.env.NODE_ENV = 'development';
process.env.NEXT_TELEMETRY_DISABLED = '1';
await prepareOrExit('server');
// @ts-expect-error The preparations have just written it.
await import('../dist/server.mjs');
