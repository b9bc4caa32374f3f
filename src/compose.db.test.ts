import { expect, it } from 'vitest';
import { en } from '../locales/en/index.ts';
import { testDatabase } from '../test/support/database.ts';
import { openWeb } from '../test/support/web.ts';

it('every letter that a module writes has a name that managers can read', async () => {
  const { composers } = openWeb(await testDatabase()).modules;
  expect(Object.keys(composers).filter((template) => !Object.hasOwn(en.messages.templates, template))).toEqual([]);
});
