import type { NextConfig } from 'next';

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm run check` checks the types, of the tests as well; a first start need not wait for it.
  typescript: { ignoreBuildErrors: true },
  // Native code and loggers that look for their own files are loaded from node_modules, not bundled.
  serverExternalPackages: ['@node-rs/argon2', 'pg', 'pino', 'pino-pretty', 'ioredis', 'prom-client'],
  // Two logos, an icon and words come in one form; what is larger yet is told so in words up to here.
  experimental: { serverActions: { bodySizeLimit: '3mb' } },
  // `npm run dev` answers on both names of this machine.
  allowedDevOrigins: ['localhost', '127.0.0.1'],
};

export default config;
