import { startHaproxy } from './haproxy';
import { throughProxy } from './through-proxy';
import { startVarnish } from './varnish';
import { host } from './visit';

// How Varnish comes to TLS and HTTP/2.
throughProxy(['https', 'h2'], async (upstream) => {
  const varnish = await startVarnish({ upstream, host });
  return [await startHaproxy({ upstream: `127.0.0.1:${varnish.port}`, host }), varnish];
});
