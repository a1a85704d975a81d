import { startApache } from './apache';
import { throughProxy } from './through-proxy';
import { host } from './visit';

throughProxy(['https', 'h2'], async (upstream) => [await startApache({ upstream, host })]);
