import { type Context, Hono } from 'hono';
import { allow, askerOf, type Door, type Identity, type Programme, show, showProblem } from '../../identity/index.ts';
import { checkForm, type Errors, readForm, type Typed } from '../../platform/forms.ts';
import type { RateLimit } from '../../platform/rate-limit.ts';
import type { Freshness, Suggestible } from '../index.ts';
import { fieldWords } from './field-inputs.tsx';
import { homeOfDirectory, notHere, onlyPublished, type PublicDoor, showPublic } from './public/door.tsx';
import { suggestForm } from './suggest-form.ts';
import { PublicSuggestPage, PublicThanksPage, SuggestPage } from './suggest-view.tsx';

type Needs = { freshness: Freshness; identity: Identity; limit: RateLimit; machineOf: (c: Context) => string };
type C = Context<PublicDoor, '/:slug/services/:id/suggest'>;

/** Anybody may say that something in the directory should change, and need not say who they are. */
export const publicSuggestPage = ({ freshness: { suggesting }, identity, limit, machineOf }: Needs) => {
  const known = (c: C): Promise<Suggestible | undefined> => {
    c.set('quiet', 'form');
    return suggesting.suggestible(c.get('programme'), c.req.param('id'), fieldWords(c.get('words')));
  };
  const pathOf = (c: C) => `${homeOfDirectory(c.get('programme'))}/services/${c.req.param('id')}`;
  const ask = (c: C, found: Suggestible, values: Typed = {}, errors?: Errors, status: 200 | 422 | 429 = errors ? 422 : 200) => {
    const home = homeOfDirectory(c.get('programme'));
    const page = (
      <PublicSuggestPage {...found} home={home} back={pathOf(c)} action={`${pathOf(c)}/suggest`} values={values} errors={errors} />
    );
    return showPublic(c as never, page, { status, kept: false });
  };

  return new Hono<PublicDoor>()
    .use('/:slug/services/:id/suggest', onlyPublished(identity))
    .use('/:slug/services/:id/suggest/*', onlyPublished(identity))
    .get('/:slug/services/:id/suggest', async (c) => {
      const found = await known(c);
      return found ? ask(c, found, c.req.query('wrong') === 'yes' ? { part: 'other' } : {}) : notHere(c as never);
    })
    .post('/:slug/services/:id/suggest', async (c) => {
      const found = await known(c);
      if (!found) return notHere(c as never);
      const words = c.get('words');
      const typed = await readForm(c);
      const checked = checkForm(suggestForm(words.freshness.suggest), typed);
      if (!checked.ok) return ask(c, found, typed, checked.errors);
      const seconds = await limit.take(machineOf(c));
      if (seconds) return ask(c, found, typed, { _form: words.freshness.suggest.wait(Math.ceil(seconds / 60)) }, 429);
      const made = await suggesting.suggestPublicly(c.get('programme'), c.req.param('id'), checked.value, fieldWords(words));
      if (made.ok) return c.redirect(`${pathOf(c)}/suggest/sent`, 303);
      return made.error === 'not-found' ? notHere(c as never) : ask(c, found, typed, { words: words.freshness.suggest.errors.nothing });
    })
    .get('/:slug/services/:id/suggest/sent', async (c) =>
      (await known(c as never))
        ? showPublic(c as never, <PublicThanksPage home={homeOfDirectory(c.get('programme') as Programme)} back={pathOf(c as never)} />, {
            kept: false,
          })
        : notHere(c as never),
    );
};

/** The same for colleagues, who are known already. */
export const suggestPage = ({ suggesting }: Freshness) => {
  type Own = Context<Door, '/:id/suggest'>;
  const ask = (c: Own, found: Suggestible, values: Typed = {}, errors?: Errors) => {
    const path = `/services/${found.service.id}`;
    return show(c, <SuggestPage {...found} back={path} action={`${path}/suggest`} values={values} errors={errors} />, errors ? 422 : 200);
  };
  const known = (c: Own) => suggesting.suggestibleFor(askerOf(c), c.req.param('id'), fieldWords(c.get('words')));

  return new Hono<Door>()
    .get('/:id/suggest', allow('find services'), async (c) => {
      const found = await known(c);
      return found ? ask(c, found) : showProblem(c, 'not-found');
    })
    .post('/:id/suggest', allow('find services'), async (c) => {
      const found = await known(c);
      if (!found) return showProblem(c, 'not-found');
      const words = c.get('words');
      const typed = await readForm(c);
      const checked = checkForm(suggestForm(words.freshness.suggest), typed);
      if (!checked.ok) return ask(c, found, typed, checked.errors);
      const made = await suggesting.suggestAs(askerOf(c), found.service.id, { ...checked.value, sender: noSender }, fieldWords(words));
      if (made.ok) return c.redirect(`/services/${found.service.id}?done=suggestion-made`, 303);
      return made.error === 'not-found'
        ? showProblem(c, 'not-found')
        : ask(c, found, typed, { words: words.freshness.suggest.errors.nothing });
    });
};

const noSender = { name: '', role: '', email: '' };
