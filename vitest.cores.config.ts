import { defineConfig } from 'vitest/config';

// For `npm run mutants`: the tests that sit beside the cores, without databases or browsers.
export default defineConfig({
  test: { include: ['src/**/*.test.ts'], exclude: ['**/*.db.test.ts'] },
});
