import './needs-node.mjs';
import { prepareOrExit } from './prepare-or-exit.mjs';

process.env.NODE_ENV = 'production';
await prepareOrExit('build');
// In this very process, so that signals and the exit code are the server's own.
// @ts-expect-error The preparations have just written it.
await import('../dist/server.mjs');
