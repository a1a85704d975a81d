import { startHaproxy } from './haproxy';
import { throughProxy } from './through-proxy';
import { host } from './visit';

throughProxy(['https', 'h2'], async (upstream) => [await startHaproxy({ upstream, host })]);
