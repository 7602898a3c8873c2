import { readFile } from 'node:fs/promises';
import { cloudflareTest } from '@cloudflare/vitest-pool-workers';
import { defineConfig, type Plugin } from 'vitest/config';
import { compatibilityDate, compatibilityFlags } from './selfhost/compatibility.ts';

/** The bundle's loaders for tests that run in Node: `.sql` as text, `.br` as bytes (see selfhost/build.ts). */
const embeddedFiles: Plugin = {
  name: 'embedded-files',
  enforce: 'pre',
  async load(id) {
    const path = id.split('?')[0] ?? id;
    if (path.endsWith('.sql')) return `export default ${JSON.stringify(await readFile(path, 'utf8'))}`;
    if (!path.endsWith('.br')) return null;
    const base64 = await readFile(path, 'base64');
    return `export default Uint8Array.from(atob('${base64}'), (c) => c.charCodeAt(0)).buffer`;
  },
};

const jsx = { jsx: { runtime: 'automatic', importSource: 'preact' } } as const;
const globalSetup = ['./test/support/build-once.ts'];

/** Real processes: one file at a time, so that a slow machine is not asked to start three products at once. */
const processes = { plugins: [embeddedFiles], oxc: jsx };
const processTest = {
  environment: 'node',
  fileParallelism: false,
  testTimeout: 60_000,
  hookTimeout: 90_000,
  globalSetup,
} as const;

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [embeddedFiles],
        oxc: jsx,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['test/unit/**/*.test.{ts,tsx}', 'test/tidy.test.ts'],
          globalSetup,
          // Nothing in them is shared but what is pure.
          isolate: false,
        },
      },
      {
        oxc: jsx,
        plugins: [
          cloudflareTest(({ inject }) => ({
            main: './worker/index.ts',
            miniflare: {
              compatibilityDate,
              compatibilityFlags,
              modulesRules: [
                { type: 'Text', include: ['**/*.sql'], fallthrough: false },
                { type: 'Data', include: ['**/*.br'], fallthrough: false },
              ],
              durableObjects: {
                TENANT: { className: 'Tenant', useSQLite: true },
                FACILITY: { className: 'Facility', useSQLite: true },
                MEMBER: { className: 'Member', useSQLite: true },
              },
              r2Buckets: ['TEST_BUCKET'],
              bindings: {
                DATABASE_URL: inject('databaseUrl'),
                DATABASE_TOKEN: inject('databaseToken'),
                DATABASE_ADMIN: 'embedded',
                SESSION_KEY: inject('sessionKey'),
                DEMO: '1',
                LINK_ORIGIN: 'https://vetra.example',
                VERSION: 'test',
              },
            },
          })),
        ],
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.{ts,tsx}'],
          testTimeout: 30_000,
          hookTimeout: 30_000,
          globalSetup: [...globalSetup, './test/support/libsql.ts'],
        },
      },
      { ...processes, test: { ...processTest, name: 'selfhost', include: ['test/selfhost/**/*.test.ts'] } },
      { ...processes, test: { ...processTest, name: 'faults', include: ['test/faults/**/*.test.ts'] } },
      { ...processes, test: { ...processTest, name: 'e2e', include: ['test/e2e/**/*.test.ts'] } },
    ],
  },
});
