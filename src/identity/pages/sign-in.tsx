import { type Context, Hono } from 'hono';
import { deleteCookie, getCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import * as z from 'zod';
import { Button, Form, PasswordField, PlainPage, TextField, useWords } from '../../design/index.ts';
import { type Errors, readForm, checkForm } from '../../platform/forms.ts';
import type { Words } from '../../../locales/en/index.ts';
import type { Identity } from '../index.ts';
import { homeOf } from './navigation.ts';
import { type Cookie, keepSession } from './session-cookie.ts';
import { type Door, show } from './door.tsx';

/** Finds out who is asking, for every page after it. */
export const recogniseAsker = (identity: Identity, cookie: Cookie) =>
  createMiddleware<Door>(async (c, next) => {
    const token = getCookie(c, cookie.name);
    const asker = token ? await identity.askerOf(token) : undefined;
    if (asker) c.set('asker', asker);
    await next();
    if (asker) c.header('cache-control', 'no-store');
  });

const form = (words: Words['identity']['signIn']) =>
  z.object({
    email: z.string({ error: words.missingEmail }).trim().min(1, words.missingEmail),
    password: z.string({ error: words.missingPassword }).min(1, words.missingPassword).max(1000, words.wrong),
    next: z.string().default(''),
  });

/** `machineOf` names where a request comes from, for counting tries. */
export const signInPage = (identity: Identity, cookie: Cookie, machineOf: (c: Context) => string) =>
  new Hono<Door>()
    .get('/', (c) =>
      c.get('asker')
        ? c.redirect(homeOf(c.get('asker')!), 303)
        : show(c, <SignIn words={c.get('words').identity.signIn} next={c.req.query('next') ?? ''} />),
    )
    .post('/', async (c) => {
      const words = c.get('words').identity.signIn;
      const typed = await readForm(c);
      const again = (errors: Errors, status: 401 | 422 | 429) =>
        show(c, <SignIn words={words} errors={errors} email={String(typed.email ?? '')} next={String(typed.next ?? '')} />, status);
      const checked = checkForm(form(words), typed);
      if (!checked.ok) return again(checked.errors, 422);

      const signedIn = await identity.signIn(checked.value.email, checked.value.password, machineOf(c));
      if (!signedIn.ok) {
        if (signedIn.error.name === 'wrong') return again({ email: words.wrong }, 401);
        c.header('retry-after', String(signedIn.error.waitSeconds));
        return again({ email: words.tooMany(Math.ceil(signedIn.error.waitSeconds / 60)) }, 429);
      }
      keepSession(c, cookie, signedIn.value);
      return c.redirect(ownPath(checked.value.next) ?? homeOf(signedIn.value.asker), 303);
    });

export const signOutDoor = (identity: Identity, cookie: Cookie) =>
  new Hono<Door>().post('/', async (c) => {
    const token = getCookie(c, cookie.name);
    const asker = c.get('asker');
    if (token && asker) await identity.signOut(asker, token);
    deleteCookie(c, cookie.name, { path: '/', secure: cookie.secure });
    return c.redirect('/sign-in?done=signed-out', 303);
  });

/** Only a path of our own, so that a link cannot send somebody elsewhere once they have signed in. */
const ownPath = (next: string): string | undefined => (/^\/(?![/\\])[\w\-/]*$/.test(next) && next !== '/' ? next : undefined);

function SignIn({
  words,
  errors,
  email = '',
  next,
}: {
  words: Words['identity']['signIn'];
  errors?: Errors;
  email?: string;
  next: string;
}) {
  return (
    <PlainPage title={words.title} {...(errors && { errors })}>
      <Form action="/sign-in">
        <input type="hidden" name="next" value={next} />
        <TextField name="email" type="email" label={words.email} value={email} autocomplete="username" />
        <PasswordField name="password" label={words.password} autocomplete="current-password" />
        <Button>{words.button}</Button>
      </Form>
      <p>
        <a href="/forgotten">{useWords().accounts.forgotten.link}</a>
      </p>
    </PlainPage>
  );
}
