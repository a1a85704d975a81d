import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isRunning, processToken, takeLock } from '@/lib/process-lock.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'signalbox-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a lock keeps the next one waiting until it is given back', async () => {
  const path = join(folder, 'lock');
  const order: string[] = [];
  const unlock = await takeLock(path);
  const waited: number[] = [];
  const second = takeLock(path, (pid) => waited.push(pid)).then((unlockSecond) => {
    order.push('second');
    unlockSecond();
  });
  await sleep(300);
  order.push('first');
  unlock();
  await second;
  expect(order).toEqual(['first', 'second']);
  expect(waited).toEqual([process.pid]);
  expect(readdirSync(folder)).toEqual([]);
});

test('a lock whose owner is dead is taken over', async () => {
  const path = join(folder, 'lock');
  writeFileSync(path, '999999999:1');
  const unlock = await takeLock(path);
  expect(readFileSync(path, 'utf8')).toBe(processToken());
  unlock();
});

test('a process number that was given to another process is not taken for its former owner', () => {
  expect(isRunning(processToken())).toBe(true);
  expect(isRunning(`${process.pid}:1`)).toBe(false);
  expect(isRunning('nonsense')).toBe(false);
});
