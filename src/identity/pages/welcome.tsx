import { type Context, Hono } from 'hono';
import * as z from 'zod';
import { Button, Form, PasswordField, PlainPage, TextField, useWords } from '../../design/index.ts';
import { checkForm, type Errors, readForm, type Typed } from '../../platform/forms.ts';
import type { Accounts } from '../index.ts';
import { emailAddress, passwordErrors, passwordField } from './accounts-form.ts';
import { type Door, show } from './door.tsx';

/** Where the link of an invitation or a forgotten password leads. */
export const welcomePage = (accounts: Accounts) =>
  new Hono<Door>()
    .get('/:token', async (c) => {
      const linked = await accounts.linked(c.req.param('token'));
      return linked ? show(c, <Welcome {...linked} token={c.req.param('token')} />) : showGone(c, true);
    })
    .post('/:token', async (c) => {
      const token = c.req.param('token');
      const linked = await accounts.linked(token);
      if (!linked) return showGone(c, true);
      const words = c.get('words').accounts;
      const again = (errors: Errors) => show(c, <Welcome {...linked} token={token} errors={errors} />, 422);
      const checked = checkForm(z.object({ password: passwordField(words) }), await readForm(c));
      if (!checked.ok) return again(checked.errors);
      const chosen = await accounts.choosePassword(token, checked.value.password);
      if (chosen.ok) return c.redirect('/sign-in?done=password-chosen', 303);
      return chosen.error === 'no-link' ? showGone(c, true) : again(passwordErrors(chosen.error, words));
    });

/** The same for a link that was used, is too old or never was. */
export function showGone(c: Context<Door>, offerAnother: boolean): Response {
  const words = c.get('words').accounts.gone;
  return show(
    c,
    <PlainPage title={words.title}>
      <p>{words.text}</p>
      {offerAnother && (
        <p>
          <a href="/forgotten">{words.again}</a>
        </p>
      )}
    </PlainPage>,
    404,
  );
}

function Welcome({ token, email, programmeName, errors }: { token: string; email: string; programmeName: string; errors?: Errors }) {
  const words = useWords().accounts;
  return (
    <PlainPage title={words.welcome.title} {...(errors && { errors })}>
      <p>{words.welcome.intro(programmeName)}</p>
      <Form action={`/welcome/${token}`} autocomplete="on">
        <TextField name="email" label={words.welcome.email} type="email" value={email} autocomplete="username" disabled />
        <PasswordField name="password" label={words.password.label} hint={words.password.hint} autocomplete="new-password" />
        <Button>{words.welcome.button}</Button>
      </Form>
    </PlainPage>
  );
}

const form = (words: Parameters<typeof emailAddress>[0]) => z.object({ email: emailAddress(words) });

/** Answers the same whether or not there is such an account. */
export const forgottenPage = (accounts: Accounts, machineOf: (c: Context) => string) =>
  new Hono<Door>()
    .get('/', (c) => show(c, <Forgotten />))
    .post('/', async (c) => {
      const words = c.get('words').accounts;
      const typed = await readForm(c);
      const checked = checkForm(form(words), typed);
      if (!checked.ok) return show(c, <Forgotten typed={typed} errors={checked.errors} />, 422);
      const looked = await accounts.forgotten(checked.value.email, machineOf(c));
      if (looked.ok) return show(c, <LookInMail />);
      c.header('retry-after', String(looked.error.waitSeconds));
      return show(
        c,
        <Forgotten typed={typed} errors={{ email: words.forgotten.tooMany(Math.ceil(looked.error.waitSeconds / 60)) }} />,
        429,
      );
    });

function Forgotten({ typed = {}, errors }: { typed?: Typed; errors?: Errors }) {
  const words = useWords().accounts.forgotten;
  return (
    <PlainPage title={words.title} back={{ href: '/sign-in', text: words.back }} {...(errors && { errors })}>
      <p>{words.text}</p>
      <Form action="/forgotten" values={typed} autocomplete="on">
        <TextField name="email" type="email" label={words.email} autocomplete="username" />
        <Button>{words.button}</Button>
      </Form>
    </PlainPage>
  );
}

function LookInMail() {
  const words = useWords().accounts.forgotten;
  return (
    <PlainPage title={words.sentTitle} back={{ href: '/sign-in', text: words.back }}>
      <p>{words.sent}</p>
      <p>{words.sentMore}</p>
    </PlainPage>
  );
}
