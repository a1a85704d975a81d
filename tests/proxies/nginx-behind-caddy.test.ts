import { startCaddy } from './caddy';
import { startNginx } from './nginx';
import { throughProxy } from './through-proxy';
import { host } from './visit';

throughProxy(['https', 'h2'], async (upstream) => {
  const nginx = await startNginx({ upstream, host });
  const site = { upstream: `https://127.0.0.1:${nginx.port}`, host };
  return [await startCaddy(site, nginx.certificate), nginx];
});
