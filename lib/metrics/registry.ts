import { Registry } from 'prom-client';
import { singleton } from '@/lib/singleton';

/** Where this process's metrics are kept. prom-client's own default would exist once for every evaluation of it. */
export function registry(): Registry {
  return singleton('metrics-registry', () => new Registry());
}

/** What every metric's constructor needs beside its name, help and labels. */
export const registers = () => [registry()];
