import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));

export default defineConfig({
  resolve: {
    alias: {
      // The real one throws wherever Next's bundler is not at work.
      'server-only': path('./tests/support/server-only.ts'),
      '@': path('.'),
    },
  },
  test: {
    restoreMocks: true,
    // What goes wrong on purpose is asserted, not read.
    env: { LOG_LEVEL: 'silent' },
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], environment: 'node' },
      },
      {
        extends: true,
        test: {
          name: 'ui',
          include: ['tests/ui/**/*.test.{ts,tsx}'],
          environment: 'jsdom',
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          environment: 'node',
          globalSetup: 'tests/support/integration-setup.ts',
          // Real servers need their time to start and to fail.
          testTimeout: 30_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
          // After the quick ones.
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'proxies',
          include: ['tests/proxies/**/*.test.ts'],
          environment: 'node',
          globalSetup: 'tests/proxies/proxy-setup.ts',
          testTimeout: 30_000,
          hookTimeout: 60_000,
          // They mostly wait for heartbeats.
          maxWorkers: 4,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
