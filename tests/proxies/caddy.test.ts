import { startCaddy } from './caddy';
import { throughProxy } from './through-proxy';
import { host } from './visit';

throughProxy(['https', 'h2'], async (upstream) => [await startCaddy({ upstream, host })]);
