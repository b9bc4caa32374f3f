import { defineConfig } from 'vitest/config';

const databaseTests = '{src,test,demo,bench,scripts}/**/*.db.test.{ts,tsx}';

/** A test that needs a database is `*.db.test.ts`, and runs on both: what holds on one must hold on the other. */
const onDatabase = (store: 'pglite' | 'postgres') => ({
  extends: true as const,
  test: {
    name: store,
    include: [databaseTests],
    env: { TEST_STORE: store },
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    isolate: false,
    // Much of the suite waits for databases and browsers, so two share two cores well.
    maxWorkers: 2,
    exclude: ['**/node_modules/**', '**/dist/**', '**/.stryker-tmp/**'],
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['{src,test,locales,demo,bench,scripts}/**/*.test.{ts,tsx}'], exclude: [databaseTests] },
      },
      onDatabase('pglite'),
      ...(process.env['TEST_DATABASE_URL'] ? [onDatabase('postgres')] : []),
      {
        extends: true,
        test: { name: 'browser', include: ['e2e/**/*.e2e.ts'], testTimeout: 120_000, hookTimeout: 120_000 },
      },
    ],
  },
});
