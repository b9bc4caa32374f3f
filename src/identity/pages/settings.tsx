import { type Context, Hono } from 'hono';
import { checkForm, type Errors, readForm, type Typed } from '../../platform/forms.ts';
import type { Accounts } from '../index.ts';
import { versionOf } from './accounts-form.ts';
import { allow, askerOf, type Door, show, showProblem } from './door.tsx';
import { settingsForm } from './settings-form.ts';
import { readHelpLines } from './help-lines-form.tsx';
import { SettingsPage } from './settings-view.tsx';

type Problem = { typed: Typed; errors: Errors; stale?: boolean };

/** What the programme decides for itself. */
export const settingsPage = (accounts: Accounts) => {
  const showSettings = async (c: Context<Door>, problem?: Problem) => {
    const found = await accounts.settings(askerOf(c));
    if (!found.ok) return showProblem(c, found.error);
    return show(c, <SettingsPage {...found.value} {...problem} />, problem?.stale ? 409 : problem ? 422 : 200);
  };

  return new Hono<Door>()
    .use(allow('manage accounts'))
    .get('/', (c) => showSettings(c))
    .post('/', async (c) => {
      const words = c.get('words').accounts;
      const typed = await readForm(c);
      const checked = checkForm(settingsForm(words), typed);
      const help = readHelpLines(typed, words);
      if (!checked.ok) return showSettings(c, { typed, errors: { ...checked.errors, ...help.errors } });
      if (Object.keys(help.errors).length) return showSettings(c, { typed, errors: help.errors });
      const { name, ...rest } = checked.value;
      const settings = { ...rest, inDanger: help.lines };
      const saved = await accounts.saveSettings(askerOf(c), { name, settings }, versionOf(typed));
      if (saved.ok) return c.redirect('/settings?done=settings-saved', 303);
      if (saved.error === 'not-yours') return showProblem(c, saved.error);
      return showSettings(c, { typed, errors: { _form: words.errors.stale }, stale: true });
    });
};
