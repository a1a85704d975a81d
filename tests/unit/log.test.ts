import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { createLog } from '@/lib/log';

function logged(what: object): Record<string, unknown> {
  let text = '';
  const stream = new Writable({
    write(chunk, _encoding, done) {
      text += chunk;
      done();
    },
  });
  createLog(stream, 'info').info(what, 'message');
  return JSON.parse(text);
}

test('the log never shows a secret, however deep', () => {
  const user = { name: 'Ada', password: 'hunter2', session: { token: 'hunter2' } };
  const line = logged({ user, authorization: 'Bearer hunter2', DATABASE_URL: 'postgresql://u:hunter2@h/d' });
  expect(JSON.stringify(line)).not.toContain('hunter2');
  expect(line.user).toMatchObject({ name: 'Ada', password: '[secret]' });
});

test('an error is its words, its code and its cause, and nothing that hangs on it', () => {
  const cause = Object.assign(new Error('connection refused'), { code: 'ECONNREFUSED' });
  const error = Object.assign(new Error('no database', { cause }), { client: { password: 'hunter2' } });
  const { err } = logged({ err: error }) as { err: object };
  expect(err).toMatchObject({ type: 'Error', message: 'no database', cause: { code: 'ECONNREFUSED' } });
  expect(err).not.toHaveProperty('client');
});
