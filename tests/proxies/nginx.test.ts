import { startNginx } from './nginx';
import { throughProxy } from './through-proxy';
import { host } from './visit';

throughProxy(['https', 'h2'], async (upstream) => [await startNginx({ upstream, host })]);
