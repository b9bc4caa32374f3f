import { defineConfig } from 'vitest/config';

const databaseTests = '{src,test,demo,bench,scripts}/**/*.db.test.{ts,tsx}';
const onEither = '{src,test,demo,bench,scripts}/**/*.either-db.test.{ts,tsx}';

/**
 * A test that needs a database is `*.db.test.ts`, and runs on both: what holds on one must hold on the other.
 * One of what is made of answers that such tests have proved (which doors there are, how well a search ranks, what a checker says) is `*.either-db.test.ts`, and runs once.
 */
const onDatabase = (store: 'pglite' | 'postgres', name: string = store, include = databaseTests) => ({
  extends: true as const,
  test: {
    name,
    include: [include],
    env: { TEST_STORE: store },
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});

const postgres = process.env['TEST_DATABASE_URL'];

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
        test: { name: 'unit', include: ['{src,test,locales,demo,bench,scripts}/**/*.test.{ts,tsx}'], exclude: [databaseTests, onEither] },
      },
      onDatabase('pglite'),
      ...(postgres ? [onDatabase('postgres')] : []),
      onDatabase(postgres ? 'postgres' : 'pglite', 'either', onEither),
      {
        extends: true,
        test: { name: 'browser', include: ['e2e/**/*.e2e.ts'], testTimeout: 120_000, hookTimeout: 120_000 },
      },
    ],
  },
});
