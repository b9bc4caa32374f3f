import { type Context, Hono } from 'hono';
import { PlainPage } from '../../design/index.ts';
import { type Door, type Identity, type Programme, show, showProblem } from '../../identity/index.ts';
import { checkForm, type Errors, readForm, type Typed } from '../../platform/forms.ts';
import type { RateLimit } from '../../platform/rate-limit.ts';
import type { Together } from '../index.ts';
import { pageKind, suggestForm } from './suggest-form.ts';
import { OwnIdeaPage, SuggestPage } from './suggest-view.tsx';
import { ProgrammesPage, PublicDocumentsPage, YouSaidPage } from './you-said.tsx';

type C = Context<Door>;
type Needs = { together: Together; identity: Identity; limit: RateLimit; machineOf: (c: Context) => string; publicUrl: string };

/** What people said and what came of it, for everybody; and where anybody may say something. */
export const togetherPage = ({ together, identity, limit, machineOf, publicUrl }: Needs) => {
  const called = async (c: C): Promise<Programme | undefined> => {
    const programme = await identity.programmeCalled(c.req.param('slug') ?? '');
    if (programme) c.set('programme', programme);
    return programme;
  };
  const ask = (c: C, programme: Programme, values: Typed = {}, errors?: Errors, status: 200 | 422 | 429 = errors ? 422 : 200) => {
    const page = pageKind(values['page'] ?? c.req.query('page'));
    return show(c, <SuggestPage programme={programme} page={page} values={values} errors={errors} />, status);
  };

  return new Hono<Door>()
    .get('/', async (c) => {
      const programmes = await identity.publishers();
      const own = c.get('asker')?.programme ?? (programmes.length === 1 ? programmes[0] : undefined);
      return own ? c.redirect(`/together/${own.slug}`, 303) : show(c, <ProgrammesPage programmes={programmes} />);
    })
    .get('/:slug', async (c) => {
      const programme = await called(c);
      if (!programme) return showProblem(c, 'not-found');
      return show(c, <YouSaidPage programme={programme} entries={await together.youSaid(programme)} publicUrl={publicUrl} />);
    })
    .get('/:slug/criteria', async (c) => {
      const programme = await called(c);
      if (!programme) return showProblem(c, 'not-found');
      return show(c, <PublicDocumentsPage programme={programme} documents={await together.publicDocuments(programme.id)} />);
    })
    .get('/:slug/suggest', async (c) => {
      const programme = await called(c);
      return programme ? ask(c, programme) : showProblem(c, 'not-found');
    })
    .post('/:slug/suggest', async (c) => {
      const programme = await called(c);
      if (!programme) return showProblem(c, 'not-found');
      const words = c.get('words').together.suggest;
      const typed = await readForm(c);
      const checked = checkForm(suggestForm(words), typed);
      if (!checked.ok) return ask(c, programme, typed, checked.errors);
      const seconds = await limit.take(machineOf(c));
      if (seconds) return ask(c, programme, typed, { _form: words.wait(Math.ceil(seconds / 60)) }, 429);
      return c.redirect(`/idea/${await together.suggest(programme.id, checked.value)}?sent=yes`, 303);
    });
};

/** The address is the key: app.ts keeps it out of caches, search engines and other sites. */
export const ownIdeaPage = (together: Together, guesses: RateLimit, machineOf: (c: Context) => string) => {
  const unknown = async (c: C) => {
    const words = c.get('words').together.own;
    const waitSeconds = await guesses.take(machineOf(c));
    if (waitSeconds) c.header('retry-after', String(waitSeconds));
    const [title, text] = waitSeconds ? [words.waitTitle, words.waitText] : [words.unknown, words.unknownText];
    return show(
      c,
      <PlainPage title={title}>
        <p>{text}</p>
      </PlainPage>,
      waitSeconds ? 429 : 404,
    );
  };
  return new Hono<Door>()
    .get('/:token', async (c) => {
      const own = await together.openOwnIdea(c.req.param('token'));
      if (!own) return unknown(c);
      c.set('programme', own.programme);
      return show(c, <OwnIdeaPage {...own} action={`/idea/${c.req.param('token')}`} fresh={c.req.query('sent') === 'yes'} />);
    })
    .post('/:token/take-back', async (c) =>
      (await together.takeBackOwnIdea(c.req.param('token'))) ? c.redirect(`/idea/${c.req.param('token')}`, 303) : unknown(c),
    );
};
