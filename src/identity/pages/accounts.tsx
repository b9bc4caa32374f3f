import { type Context, Hono } from 'hono';
import { checkForm, type Errors, readForm, type Typed } from '../../platform/forms.ts';
import type { Asker } from '../asker.ts';
import type { Accounts } from '../index.ts';
import { accountFields, accountForm, placeErrors, versionOf } from './accounts-form.ts';
import { AccountPage, AccountsPage, NewAccountPage } from './accounts-view.tsx';
import { allow, askerOf, type Door, show, showProblem, started } from './door.tsx';

type C = Context<Door>;
type Problem = { typed: Typed; errors: Errors };

/** Who may sign in: administrators add, change, disable and invite. */
export const accountsPage = (accounts: Accounts) => {
  const showNew = async (c: C, problem?: Problem) => {
    const listed = await accounts.list(askerOf(c));
    if (!listed.ok) return showProblem(c, listed.error.name);
    return show(c, <NewAccountPage choices={listed.value.choices} {...problem} />, problem ? 422 : 200);
  };

  const showAccount = async (c: C, id: string, problem?: Problem & { stale?: boolean }) => {
    const found = await accounts.see(askerOf(c), id);
    if (!found.ok) return showProblem(c, found.error.name);
    return show(
      c,
      <AccountPage {...found.value} {...frame(askerOf(c), started(c))} {...problem} />,
      problem?.stale ? 409 : problem ? 422 : 200,
    );
  };

  return new Hono<Door>()
    .use(allow('manage accounts'))
    .get('/', async (c) => {
      const listed = await accounts.list(askerOf(c));
      return listed.ok ? show(c, <AccountsPage {...listed.value} {...frame(askerOf(c), started(c))} />) : showProblem(c, listed.error.name);
    })
    .get('/new', (c) => showNew(c))
    .post('/new', async (c) => {
      const words = c.get('words').accounts;
      const typed = await readForm(c, accountFields);
      const checked = checkForm(accountForm(words), typed);
      if (!checked.ok) return showNew(c, checked);
      const added = await accounts.add(askerOf(c), checked.value);
      if (added.ok) return c.redirect('/accounts?done=account-added', 303);
      if (added.error.name === 'places') return showNew(c, { typed, errors: placeErrors(added.error.missing, words) });
      if (added.error.name === 'email-taken') return showNew(c, { typed, errors: { email: words.errors.emailTaken } });
      return showProblem(c, added.error.name);
    })
    .get('/:id', (c) => showAccount(c, c.req.param('id')))
    .post('/:id', async (c) => {
      const words = c.get('words').accounts;
      const id = c.req.param('id');
      const typed = await readForm(c, accountFields);
      const checked = checkForm(accountForm(words), typed);
      if (!checked.ok) return showAccount(c, id, checked);
      const changed = await accounts.change(askerOf(c), id, checked.value, versionOf(typed));
      if (changed.ok) return c.redirect('/accounts?done=account-changed', 303);
      switch (changed.error.name) {
        case 'places':
          return showAccount(c, id, { typed, errors: placeErrors(changed.error.missing, words) });
        case 'email-taken':
          return showAccount(c, id, { typed, errors: { email: words.errors.emailTaken } });
        case 'open-work':
          return showAccount(c, id, { typed, errors: { roles: words.errors.openWork(changed.error.people) } });
        case 'own-role':
          return showAccount(c, id, { typed, errors: { roles: words.errors.ownRole } });
        case 'stale':
          return showAccount(c, id, { typed, errors: { _form: words.errors.stale }, stale: true });
        case 'not-found':
        case 'not-yours':
          return showProblem(c, changed.error.name);
      }
    })
    .post('/:id/disable', async (c) => {
      const id = c.req.param('id');
      const disabled = await accounts.disable(askerOf(c), id);
      if (disabled.ok) return c.redirect('/accounts?done=account-disabled', 303);
      const words = c.get('words').accounts;
      if (disabled.error.name === 'open-work')
        return showAccount(c, id, { typed: {}, errors: { _form: words.errors.openWork(disabled.error.people) } });
      if (disabled.error.name === 'yourself') return showAccount(c, id, { typed: {}, errors: { _form: words.account.yourself } });
      return showProblem(c, disabled.error.name);
    })
    .post('/:id/enable', async (c) => {
      const enabled = await accounts.enable(askerOf(c), c.req.param('id'));
      return enabled.ok ? c.redirect(`/accounts/${c.req.param('id')}?done=account-enabled`, 303) : showProblem(c, enabled.error.name);
    })
    .post('/:id/link', async (c) => {
      const sent = await accounts.sendLink(askerOf(c), c.req.param('id'));
      return sent.ok ? c.redirect(`/accounts/${c.req.param('id')}?done=account-link-sent`, 303) : showProblem(c, sent.error.name);
    });
};

const frame = (asker: Asker, now: Date) => ({ asker, now, timeZone: asker.programme.settings.timeZone });
