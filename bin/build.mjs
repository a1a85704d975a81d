import './needs-node.mjs';
import { prepareOrExit } from './prepare-or-exit.mjs';
import { say } from './project.mjs';

await prepareOrExit('build');
say('The build is up to date');
