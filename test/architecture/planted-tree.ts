import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

type Files = Record<string, string>;

const npm = (name: string): Files => ({
  [`node_modules/${name}/package.json`]: JSON.stringify({ name, version: '1.0.0', main: 'index.js' }),
  [`node_modules/${name}/index.js`]: 'exports.it = 1;',
});

/** A small tree in which everything that a rule allows is done once. */
const clean: Files = {
  'package.json': JSON.stringify({
    type: 'module',
    dependencies: { kysely: '1', pg: '1', 'pure-rand': '1', preact: '1', hono: '1' },
    devDependencies: { vitest: '1' },
  }),
  ...npm('kysely'),
  ...npm('pg'),
  ...npm('pure-rand'),
  ...npm('preact'),
  ...npm('hono'),
  ...npm('vitest'),
  'src/main.ts': `import './app.ts'; import '../demo/load.ts'; import './messages/adapters/console.ts';`,
  'src/cli.ts': `import './referrals/index.ts';`,
  'src/app.ts': `import './referrals/pages/refer.tsx'; import './hsds/index.ts'; import './people/index.ts';`,
  'src/platform/result.ts': `export type Result = 1; export const ok = 1;`,
  'src/platform/calendar.ts': `export const addDays = 1;`,
  'src/platform/database.ts': `import 'pg'; import 'kysely'; import 'node:fs';`,
  'src/design/index.ts': `import './button.tsx';`,
  'src/design/button.tsx': `import 'preact'; export const Button = 1;`,
  'src/design/testing/gallery.tsx': `export const gallery = 1;`,
  'src/design/button.test.tsx': `import './button.tsx'; import './testing/gallery.tsx';`,
  'src/people/index.ts': `export type Person = 1; export const findPerson = 1;`,
  'src/referrals/referral.ts': `import { ok } from '../platform/result.ts'; import '../platform/calendar.ts'; import 'pure-rand';
    import './core/reason.ts'; import type { Person } from '../people/index.ts';`,
  'src/referrals/core/reason.ts': `export const reasons = 1;`,
  'src/referrals/may.ts': `import './referral.ts'; export const mayRefer = 1;`,
  'src/referrals/store.ts': `import 'kysely'; import './referral.ts'; export const store = 1;`,
  'src/referrals/index.ts': `import './store.ts'; import './may.ts'; import './referral.ts'; import '../people/index.ts'; export const refer = 1;`,
  'src/referrals/pages/refer.tsx': `import 'hono'; import '../index.ts'; import '../may.ts'; import '../referral.ts'; import '../../people/index.ts';
    import '../../design/index.ts'; import '../../platform/database.ts'; import '../../../locales/en.ts'; import './row.tsx';`,
  'src/referrals/pages/row.tsx': `export const Row = 1;`,
  'src/referrals/store.db.test.ts': `import './store.ts'; import 'kysely'; import 'vitest'; import '../people/index.ts'; import '../../test/support/database.ts';`,
  'src/messages/index.ts': `export type Notify = 1;`,
  'src/messages/adapters/console.ts': `import type { Notify } from '../index.ts';`,
  'src/messages/adapters/email.ts': `export const email = 1;`,
  'src/messages/adapters/console.test.ts': `import './console.ts';`,
  'src/insight/waits.ts': `import 'kysely'; import './core/quantile.ts';`,
  'src/insight/core/quantile.ts': `export const quantile = 1;`,
  'src/hsds/index.ts': `import './map.ts';`,
  'src/hsds/map.ts': `import '../people/index.ts'; import '../platform/result.ts'; import 'hono';`,
  'locales/en.ts': `import './shape.ts'; export const en = 1;`,
  'locales/shape.ts': `export type Shape = 1;`,
  'demo/load.ts': `import '../src/people/index.ts'; import '../src/platform/database.ts'; import './story.ts';`,
  'demo/story.ts': `export const story = 1;`,
  'bench/index.ts': `import '../src/referrals/index.ts'; import 'pg';`,
  'test/support/database.ts': `import 'pg'; import 'kysely'; import '../../src/platform/database.ts';`,
  'e2e/refer.e2e.ts': `import '../src/app.ts'; import '../test/support/database.ts';`,
};

/** Writes the clean tree into a new folder, with these files added or replaced. */
export const plantTree = (changes: Files = {}) => {
  const root = mkdtempSync(join(tmpdir(), 'bothy-architecture-'));
  for (const [file, text] of Object.entries({ ...clean, ...changes })) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  return root;
};
