import { rmSync } from 'node:fs';
import { expect, it, onTestFinished, vi } from 'vitest';
import { cruiseTree, readRules } from '../../scripts/cruise.ts';
import { plantTree } from './planted-tree.ts';

vi.setConfig({ testTimeout: 60_000 });

/** A rule, a file, and the one import in it that the rule forbids. */
const plants = [
  ['no-circular', 'src/referrals/core/reason.ts', '../referral.ts'],
  ['no-unresolvable', 'src/people/store.ts', './nowhere.ts'],
  ['modules-meet-only-at-their-index', 'src/messages/index.ts', '../referrals/referral.ts'],
  ['modules-meet-only-at-their-index', 'src/messages/index.ts', '../referrals/pages/refer.tsx'],
  ['modules-meet-only-at-their-index', 'src/people/index.ts', '../design/button.tsx'],
  ['modules-meet-only-at-their-index', 'src/people/person.test.ts', '../referrals/store.ts'],
  ['composers-open-only-doors', 'src/cli.ts', './referrals/store.ts'],
  ['platform-knows-no-domain', 'src/platform/database.ts', '../people/index.ts'],
  ['design-knows-no-domain', 'src/design/button.tsx', '../people/index.ts'],
  ['the-core-is-pure', 'src/people/person.ts', 'node:fs'],
  ['the-core-is-pure', 'src/people/person.ts', 'hono'],
  ['the-core-is-pure', 'src/people/core/person.ts', '../../platform/database.ts'],
  ['the-core-is-pure', 'src/referrals/extra.ts', './store.ts'],
  ['the-core-is-pure', 'src/insight/core/wait.ts', '../waits.ts'],
  ['cores-know-other-modules-by-type', 'src/referrals/extra.ts', '../people/index.ts'],
  ['pages-are-thin-doors', 'src/referrals/pages/row.tsx', '../store.ts'],
  ['pages-are-thin-doors', 'src/people/pages/show.tsx', '../../referrals/referral.ts'],
  ['pages-are-thin-doors', 'src/people/pages/show.tsx', 'pure-rand'],
  ['only-stores-speak-sql', 'src/people/index.ts', 'kysely'],
  ['only-platform-holds-drivers', 'src/referrals/store.ts', 'pg'],
  ['only-composers-import-adapters', 'src/messages/index.ts', './adapters/email.ts'],
  ['only-composers-import-adapters', 'src/app.ts', './messages/adapters/email.ts'],
  ['standards-only-map-and-route', 'src/hsds/map.ts', '../referrals/may.ts'],
  ['only-the-app-serves-standards', 'src/messages/index.ts', '../hsds/index.ts'],
  ['locales-stand-alone', 'locales/en.ts', '../src/platform/result.ts'],
  ['demo-and-bench-use-the-front-doors', 'demo/story.ts', '../src/referrals/may.ts'],
  ['demo-and-bench-use-the-front-doors', 'bench/index.ts', '../src/app.ts'],
  ['product-needs-no-demo', 'src/people/index.ts', '../../demo/story.ts'],
  ['only-tests-import-tests', 'src/people/store.ts', '../../test/support/database.ts'],
  ['only-tests-import-tests', 'src/design/button.tsx', './testing/gallery.tsx'],
  ['tests-enter-by-the-doors', 'e2e/refer.e2e.ts', '../src/referrals/store.ts'],
  ['product-runs-on-dependencies', 'src/people/index.ts', 'vitest'],
] as const;

const cruisePlanted = async (changes?: Record<string, string>) => {
  const root = plantTree(changes);
  onTestFinished(() => rmSync(root, { recursive: true }));
  return cruiseTree(root);
};

it('allows everything that the design allows, and sees every file', async () => {
  const { violations, missed } = await cruisePlanted();
  expect({ violations, missed }).toEqual({ violations: [], missed: [] });
});

it.each(plants)('%s: %s may not import %s', async (rule, file, target) => {
  const { violations } = await cruisePlanted({ [file]: `import '${target}';` });
  expect([...new Set(violations.map((violation) => violation.rule))]).toEqual([rule]);
});

it('has planted a violation of every rule', async () => {
  const { forbidden = [] } = await readRules();
  expect(new Set(plants.map(([rule]) => rule))).toEqual(new Set(forbidden.map((rule) => rule.name)));
});

it('lets a core know another module only by a type, however it is written', async () => {
  const { violations } = await cruisePlanted({ 'src/referrals/extra.ts': `import { type Person, findPerson } from '../people/index.ts';` });
  expect(violations.map(({ rule }) => rule)).toEqual(['cores-know-other-modules-by-type']);
});

it('cruises every source file of this repository', async () => {
  const { missed, cruised } = await cruiseTree();
  expect(missed).toEqual([]);
  expect(cruised).toContain('src/platform/result.ts');
});
