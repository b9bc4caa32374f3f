import { Hono } from 'hono';
import { checkForm, readForm } from '../../platform/forms.ts';
import type { Setup } from '../index.ts';
import { passwordErrors } from './accounts-form.ts';
import { type Door, show } from './door.tsx';
import { type Cookie, keepSession } from './session-cookie.ts';
import { setupForm } from './setup-form.ts';
import { SetupPage } from './setup-view.tsx';
import { showGone } from './welcome.tsx';

/** The first page of an empty installation, by the link that its start printed. */
export const setupPage = (setup: Setup, cookie: Cookie) =>
  new Hono<Door>()
    .get('/:token', async (c) =>
      (await setup.holds(c.req.param('token'))) ? show(c, <SetupPage token={c.req.param('token')} />) : showGone(c, false),
    )
    .post('/:token', async (c) => {
      const token = c.req.param('token');
      if (!(await setup.holds(token))) return showGone(c, false);
      const words = c.get('words').accounts;
      const typed = await readForm(c);
      const checked = checkForm(setupForm(words), typed);
      if (!checked.ok) return show(c, <SetupPage token={token} typed={typed} errors={checked.errors} />, 422);
      const { programmeName, slug, timeZone, practice, place, team, name, email, password } = checked.value;
      const begun = await setup.begin(token, {
        programme: { name: programmeName, slug, timeZone },
        practice: { name: practice, place },
        team,
        administrator: { name, email, password },
      });
      if (begun.ok) {
        keepSession(c, cookie, begun.value);
        return c.redirect('/accounts?done=set-up', 303);
      }
      if (begun.error === 'no-link') return showGone(c, false);
      return show(c, <SetupPage token={token} typed={typed} errors={passwordErrors(begun.error, words)} />, 422);
    });
