// Keeps the dependency rules, and makes sure that they were kept over every file. Node runs it as it is.
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { cruise } from 'dependency-cruiser';
import extractDepcruiseConfig from 'dependency-cruiser/config-utl/extract-depcruise-config';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';

const HOME = resolve(import.meta.dirname, '..');
const FOLDERS = ['src', 'locales', 'demo', 'bench', 'e2e', 'test'];

export const readRules = () => extractDepcruiseConfig(join(HOME, '.dependency-cruiser.cjs'));

/** What was cruised in a tree, what broke a rule, and any source file that the cruise did not see (a newer TypeScript blinds it). */
export const cruiseTree = async (root = HOME) => {
  const { forbidden = [], options = {} } = await readRules();
  const present = readdirSync(root);
  const { output } = await cruise(
    FOLDERS.filter((folder) => present.includes(folder)),
    { ...options, baseDir: root, validate: true, ruleSet: { forbidden } },
    undefined,
    { tsConfig: extractTSConfig(join(HOME, 'tsconfig.json')) },
  );
  if (typeof output === 'string') throw new Error(output);
  const cruised = output.modules
    .map((module) => module.source)
    .filter((source) => FOLDERS.some((folder) => source.startsWith(`${folder}/`)));
  return {
    cruised,
    violations: output.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
    missed: sourceFiles(root).filter((file) => !cruised.includes(file)),
  };
};

const sourceFiles = (root: string) =>
  readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => `src/${file}`);

if (import.meta.main) {
  const { cruised, violations, missed } = await cruiseTree();
  for (const { rule, from, to } of violations) console.log(`${rule}: ${from} → ${to}`);
  for (const file of missed) console.log(`not cruised: ${file}`);
  console.log(`${cruised.length} modules cruised`);
  if (violations.length > 0 || missed.length > 0 || cruised.length === 0) process.exitCode = 1;
}
