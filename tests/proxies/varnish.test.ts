import { throughProxy } from './through-proxy';
import { startVarnish } from './varnish';
import { host } from './visit';

// It ends no TLS.
throughProxy(['http'], async (upstream) => [await startVarnish({ upstream, host })]);
