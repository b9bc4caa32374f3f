import { ESLint } from 'eslint';
import { expect, it, vi } from 'vitest';
import tseslint from 'typescript-eslint';

vi.setConfig({ testTimeout: 60_000 });

// A file that is not there has no types, so the rules that need them look at text in the place of a file that is.
const withTypes = new ESLint();
const withoutTypes = new ESLint({ overrideConfig: tseslint.configs.disableTypeChecked });
const present = 'src/platform/result.ts';

const broken = async (file: string, text: string) => {
  const [result] = await (file === present ? withTypes : withoutTypes).lintText(text, { filePath: file });
  return [...new Set(result?.messages.map(({ ruleId, message }) => ruleId ?? message))];
};

const page = 'src/people/pages/show.tsx';
const core = 'src/people/person.ts';

const plants = [
  ['raw HTML on a page', page, `export const A = (x: string) => <p dangerouslySetInnerHTML={{ __html: x }} />;`],
  ['raw HTML in an object', core, `export const a = { dangerouslySetInnerHTML: { __html: '' } };`],
  ['words in markup', page, `export const A = () => <p>Hello</p>;`],
  ['words in markup of the design system', 'src/design/button.tsx', `export const A = () => <p>Hello</p>;`],
  ['words in braces', page, `export const A = () => <p>{'Hello'}</p>;`],
  ['words in a template', page, '/** @param n */ export const A = (n: number) => <p>{`${n} people`}</p>;'],
  ['words that depend', page, `export const A = (b: boolean) => <p>{b ? 'Yes' : null}</p>;`],
  ['words if any', page, `export const A = (b: boolean) => <>{b && 'Yes'}</>;`],
  ['words for a screen reader', page, `export const A = () => <nav aria-label="Main" />;`],
  ['an enum', core, `export enum Need { Food }`],
  ['an enum outside src', 'demo/story.ts', `export enum Need { Food }`],
  ['a class', core, `export class Person {}`],
  ['a class that extends no error', core, `export class Person extends Array {}`],
  ['a default export', core, `export default 1;`],
  ['a default export by another name', core, `const a = 1; export { a as default };`],
] as const;

it.each(plants)('refuses %s', async (_, file, text) => {
  expect(await broken(file, text)).toEqual(['no-restricted-syntax']);
});

it.each([
  [
    'raw HTML in the design system',
    'src/design/icon.tsx',
    `export const A = (x: string) => <p dangerouslySetInnerHTML={{ __html: x }} />;`,
  ],
  ['words from a dictionary', page, `export const A = (t: { hello: string }) => <p class="warm">{t.hello} · {'1'}</p>;`],
  ['a class that is an error', core, `export class NotFoundError extends Error {}`],
  ['words in a test', 'src/people/show.test.tsx', `export const a = <p>Hello</p>;`],
  ['words in an example for tests', 'src/design/testing/gallery.tsx', `export const a = <p>Hello</p>;`],
  ['a default export that a tool asks for', 'vitest.config.ts', `export default {};`],
])('allows %s', async (_, file, text) => {
  expect(await broken(file, text)).toEqual([]);
});

it.each([
  ['no-floating-promises', `Promise.resolve(1);`],
  ['no-misused-promises', `export const a = [1].filter(async (n) => Promise.resolve(n > 1));`],
  ['switch-exhaustiveness-check', `export const a = (x: 'b' | 'c') => { switch (x) { case 'b': return 1; } };`],
  ['no-explicit-any', `export const a: any = 1;`],
  ['consistent-type-imports', `import { Result } from './calendar.ts'; export type A = Result;`],
])('keeps %s', async (rule, text) => {
  expect(await broken(present, text)).toEqual([`@typescript-eslint/${rule}`]);
});
