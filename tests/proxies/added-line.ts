import type { ShippedProgram } from '../support/shipped-lines';

/** Where a line goes: in place of `at` comes `before`, the line, and `after`. */
type Place = { at: string; before: string; after: string };

/** The change that adds a line to a program's file in deploy/, where lines like this one work on the stream. */
export function changeBy(program: ShippedProgram, line: string): Record<string, string> {
  const { at, before, after } = placeOf(program, line);
  return { [at]: `${before}${line}${after}` };
}

function placeOf(program: ShippedProgram, line: string): Place {
  switch (program) {
    case 'nginx':
      if (line.startsWith('keepalive ')) return upstreamBlock;
      // In a location it would replace all of the server's.
      if (line.startsWith('proxy_set_header ')) return after('proxy_http_version 1.1;');
      return after('location = /api/status/stream {');
    case 'Caddy':
      return line.startsWith('header_up ') ? inReverseProxy : after('status.example.com {');
    case 'HAProxy':
      return after('backend signalbox from signalbox');
    case 'Apache':
      return after('ProxyPreserveHost On');
    case 'Varnish':
      return after('sub vcl_recv {');
  }
}

const after = (at: string): Place => ({ at, before: `${at}\n`, after: '' });

const plainServer = 'server {\n    listen 80;';
const upstreamBlock: Place = {
  at: plainServer,
  before: 'upstream kept { server 127.0.0.1:3000;\n',
  after: `\n}\n${plainServer}`,
};

const proxying = 'reverse_proxy 127.0.0.1:3000';
const inReverseProxy: Place = { at: proxying, before: `${proxying} {\n`, after: '\n}' };
