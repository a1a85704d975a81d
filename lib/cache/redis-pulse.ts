import type { Redis } from 'ioredis';

const everyMs = 5_000;
const silenceMs = 3_000;

/**
 * Makes a connection anew when its Redis is silent for 3 s without having closed it: a machine that lost its
 * power closes nothing, and a subscription that hears nothing would wait for it as long as TCP does.
 */
export function keepPulse(connection: Redis): void {
  let giveUp: NodeJS.Timeout | undefined;
  const heard = () => clearTimeout(giveUp);
  const listen = () => {
    heard();
    giveUp = setTimeout(() => connection.disconnect(true), silenceMs);
    giveUp.unref();
  };
  const timer = setInterval(() => {
    if (connection.status !== 'ready') return;
    listen();
    // An error is an answer, too; only a command that timed out is not.
    connection.ping().then(heard, (error: Error) => error.message !== 'Command timed out' && heard());
  }, everyMs);
  timer.unref();
  // One that hangs is still connected to; it is the answers before `ready` that never come.
  connection.on('connect', listen);
  connection.on('ready', heard);
  connection.on('close', heard);
  connection.once('end', () => clearInterval(timer));
}
