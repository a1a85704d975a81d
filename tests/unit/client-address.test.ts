import { describe, expect, test } from 'vitest';
import { clientAddress, parseAddress } from '@/lib/client-address';

function ask(peer: string | null, forwardedFor?: string) {
  const headers = new Headers();
  if (peer !== null) headers.set('x-signalbox-peer', peer);
  if (forwardedFor !== undefined) headers.set('x-forwarded-for', forwardedFor);
  return headers;
}

describe('the client’s address', () => {
  test.each([
    ['nobody is trusted: a claim is not believed', '203.0.113.7', '198.51.100.1', 0, '203.0.113.7'],
    ['one proxy in front: its word counts', '10.0.0.2', '198.51.100.1', 1, '198.51.100.1'],
    ['a client cannot put a name in front of itself', '10.0.0.2', '6.6.6.6, 198.51.100.1', 1, '198.51.100.1'],
    ['two proxies in front', '10.0.0.2', '6.6.6.6, 198.51.100.1, 10.0.0.3', 2, '198.51.100.1'],
    ['fewer hops than proxies: the last one known', '10.0.0.2', undefined, 2, '10.0.0.2'],
    ['a proxy trusted by its address', '10.0.0.2', '198.51.100.1', ['10.0.0.2'], '198.51.100.1'],
    ['a proxy trusted by its network', '10.9.8.7', '198.51.100.1', ['10.0.0.0/8'], '198.51.100.1'],
    ['a stranger pretending to be a proxy', '203.0.113.7', '198.51.100.1', ['10.0.0.0/8'], '203.0.113.7'],
    [
      'it stops at the first stranger',
      '10.0.0.2',
      '1.1.1.1, 203.0.113.7, 10.0.0.9',
      ['10.0.0.0/8'],
      '203.0.113.7',
    ],
    ['a trusted IPv6 network', 'fd00::5', '2001:db8::9', ['fd00::/8'], '2001:db8::9'],
    [
      'an IPv4 peer on a socket of both kinds',
      '::ffff:10.0.0.2',
      '198.51.100.1',
      ['10.0.0.0/8'],
      '198.51.100.1',
    ],
    ['a port is left out', '10.0.0.2', '198.51.100.1:4711', 1, '198.51.100.1'],
    ['an IPv6 port is left out', '10.0.0.2', '[2001:db8::9]:4711', 1, '2001:db8::9'],
    ['a hop that says nonsense is not followed', '10.0.0.2', '1.1.1.1, unknown', 2, '10.0.0.2'],
    ['short IPv4 spellings are nonsense', '10.0.0.2', '127.1', 1, '10.0.0.2'],
  ])('%s', (_, peer, forwardedFor, trusted, expected) => {
    expect(clientAddress(ask(peer, forwardedFor), trusted)).toBe(expected);
  });

  test('without a peer there is no address, whatever is claimed', () => {
    expect(clientAddress(ask(null, '198.51.100.1'), 3)).toBeNull();
    expect(clientAddress(ask('', '198.51.100.1'), ['0.0.0.0/0'])).toBeNull();
  });
});

test.each([
  ['::FFFF:192.0.2.1', '192.0.2.1'],
  ['2001:DB8:0:0::1', '2001:db8::1'],
  ['0x7f.1', null],
  ['1.2.3.4.5', null],
  ['fe80::1%eth0', 'fe80::1'],
  ['', null],
])('%s is read as %s', (text, expected) => expect(parseAddress(text)).toBe(expected));
