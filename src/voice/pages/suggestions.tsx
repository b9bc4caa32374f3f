import { type Context, Hono } from 'hono';
import { allow, askerOf, type Door, show, showProblem } from '../../identity/index.ts';
import { checkForm, type Errors, readForm, type Typed } from '../../platform/forms.ts';
import { tellingOf } from '../core/names-somebody.ts';
import { type IdeaStage, ideaStages } from '../core/suggestion.ts';
import type { Together } from '../index.ts';
import { unchecked } from './no-names.tsx';
import { sortForm, typeInForm } from './suggest-form.ts';
import { BlankFormPage } from './suggest-paper.tsx';
import { IdeaPage, IdeasPage, TypedInPage, TypeInPage } from './suggestions-view.tsx';

type C = Context<Door>;
type Again = { values: Typed; errors: Errors; status?: 409 | 422 };

/** What people would like to be otherwise, and sorting it. */
export const ideasPage = (together: Together, publicUrl: string) => {
  const one = async (c: C, id: string, again?: Again) => {
    const seen = await together.seeIdea(askerOf(c), id);
    if (!seen.ok) return showProblem(c, seen.error);
    const page = <IdeaPage seen={seen.value} timeZone={askerOf(c).programme.settings.timeZone} {...again} />;
    return show(c, page, again ? (again.status ?? 422) : 200);
  };
  /** Back to the idea when it worked; else the page again, with all that was typed. */
  const refused = (c: C, id: string, error: string, values: Typed) => {
    const { errors } = c.get('words').together.one;
    if (error === 'not-found' || error === 'not-yours') return showProblem(c, error);
    const said: Record<string, Errors> = {
      'taken-back': { _form: errors.takenBack },
      'not-told': { told: errors.told },
      'no-reason': { answer: errors.answer },
      'nothing-to-show': { _form: errors.nothingToShow },
    };
    return one(c, id, { values, errors: said[error] ?? { _form: errors.stale }, status: said[error] ? 422 : 409 });
  };
  const versionIn = (typed: Typed) => Number(typed['rowVersion']) || 0;

  return new Hono<Door>()
    .use(allow('see suggestions'))
    .get('/', async (c) => {
      const view = ideaStages.find((stage) => stage === c.req.query('show')) as IdeaStage | undefined;
      const asked = view ?? 'looking';
      const seen = await together.seeIdeas(askerOf(c), [asked]);
      return seen.ok ? show(c, <IdeasPage seen={seen.value} view={asked} slug={askerOf(c).programme.slug} />) : showProblem(c, seen.error);
    })
    .get('/new', (c) => show(c, <TypeInPage values={{}} />))
    .post('/new', async (c) => {
      const typed = await readForm(c);
      const checked = checkForm(typeInForm(c.get('words').together.suggest), typed);
      if (!checked.ok) return show(c, <TypeInPage values={typed} errors={checked.errors} />, 422);
      const added = await together.typeIn(askerOf(c), checked.value);
      return added.ok ? show(c, <TypedInPage link={`${publicUrl}/idea/${added.value.link}`} />) : showProblem(c, added.error);
    })
    .get('/form', (c) => show(c, <BlankFormPage programme={askerOf(c).programme} publicUrl={publicUrl} />))
    .get('/:idea', (c) => one(c, c.req.param('idea')))
    .post('/:idea', allow('keep steering'), async (c) => {
      const id = c.req.param('idea');
      const words = c.get('words');
      const typed = await readForm(c);
      const checked = checkForm(sortForm(words.together.one, words.steering.errors.tooLong), typed);
      if (!checked.ok) return one(c, id, { values: typed, errors: checked.errors });
      const telling = unchecked(words, typed, { told: tellingOf(checked.value.told), answer: tellingOf(checked.value.answer) });
      if (telling) return one(c, id, { values: typed, errors: telling });
      const sorted = await together.sortIdea(askerOf(c), { id, version: versionIn(typed) }, checked.value);
      return sorted.ok ? c.redirect(`/ideas/${id}?done=idea-sorted`, 303) : refused(c, id, sorted.error, typed);
    })
    .post('/:idea/publish', allow('keep steering'), async (c) => {
      const id = c.req.param('idea');
      const typed = await readForm(c);
      const shown = typed['shown'] === 'yes';
      const done = await together.publishIdea(askerOf(c), { id, version: versionIn(typed) }, shown);
      if (!done.ok) return refused(c, id, done.error, {});
      return c.redirect(`/ideas/${id}?done=${shown ? 'idea-published' : 'idea-unpublished'}`, 303);
    });
};
