import { Hono } from 'hono';
import * as z from 'zod';
import type { Errors } from '../../design/index.ts';
import { allow, askerOf, type Door, show, showProblem } from '../../identity/index.ts';
import { checkForm, readForm, type Typed } from '../../platform/forms.ts';
import type { Words } from '../../../locales/en/index.ts';
import type { CodingUses, TextRefusal } from '../index.ts';
import { ComparePage } from './coding-compare-view.tsx';
import { TextPage } from './coding-text-view.tsx';
import { TextsPage } from './coding-view.tsx';
import { type C, codeWords } from './coding-words.tsx';

type Again = { values?: Typed; errors?: Errors };

export const thoughtForm = (words: Words['coding']['errors']) =>
  z.object({ thought: z.string({ error: words.thought }).trim().min(1, words.thought).max(4000, words.tooLong(4000)) });
const planForm = z.object({ coders: z.coerce.number().int().min(1).max(6) });

/** Stories to read, and the marking of each. */
export const codingPage = (coding: CodingUses) => {
  const drawAll = async (c: C, again: Again = {}) => {
    const seen = await coding.seeTexts(askerOf(c));
    if (!seen.ok) return showProblem(c, seen.error);
    return show(c, <TextsPage seen={seen.value} me={askerOf(c).id} {...again} />, again.errors ? 422 : 200);
  };
  const draw = async (c: C, again: Again = {}) => {
    const seen = await coding.seeText(askerOf(c), codeWords(c), c.req.param('story') ?? '');
    if (!seen.ok) return showProblem(c, seen.error);
    return show(c, <TextPage seen={seen.value} me={askerOf(c).id} {...again} />, again.errors ? 422 : 200);
  };
  const idOf = (c: C) => c.req.param('story') ?? '';
  const back = (c: C, done: string, place = '') => c.redirect(`/coding/stories/${idOf(c)}?done=${done}${place}`, 303);
  const refused = (c: C, why: TextRefusal, values: Typed = {}) => {
    const words = c.get('words').coding.errors;
    if (why === 'not-found' || why === 'not-yours') return showProblem(c, why);
    const errors: Record<Exclude<typeof why, 'not-found' | 'not-yours'>, Errors> = {
      'no-code': { code: words.code },
      'no-passage': { sentence: words.passage },
      'other-wording': { sentence: words.otherWording },
      'not-begun': { sentence: words.notBegun },
      finished: { sentence: words.finished },
      open: { sentence: words.open },
    };
    return draw(c, { values, errors: errors[why] });
  };

  return new Hono<Door>()
    .use('/', allow('code stories'))
    .use('/plan', allow('share stories'))
    .use('/thoughts', allow('code stories'))
    .use('/thoughts/*', allow('code stories'))
    .use('/stories/*', allow('code stories'))
    .get('/', (c) => drawAll(c))
    .post('/plan', async (c) => {
      const typed = await readForm(c);
      const checked = checkForm(planForm, typed);
      if (!checked.ok) return drawAll(c, { values: typed, errors: { coders: c.get('words').coding.errors.coders } });
      const saved = await coding.planCoders(askerOf(c), checked.value.coders);
      return saved.ok ? c.redirect('/coding?done=coders-saved', 303) : showProblem(c, saved.error);
    })
    .post('/thoughts', async (c) => {
      const typed = await readForm(c);
      const checked = checkForm(thoughtForm(c.get('words').coding.errors), typed);
      if (!checked.ok) return drawAll(c, { values: typed, errors: checked.errors });
      const saved = await coding.addThought(askerOf(c), codeWords(c), null, checked.value.thought);
      return saved.ok ? c.redirect('/coding?done=thought-kept#thoughts', 303) : showProblem(c, saved.error);
    })
    .post('/thoughts/:thought/remove', async (c) => {
      const to = String((await readForm(c))['back'] ?? '');
      const removed = await coding.removeThought(askerOf(c), c.req.param('thought'));
      if (!removed.ok) return showProblem(c, removed.error);
      return c.redirect(`${/^\/coding(\/[\w-]+)*$/.test(to) ? to : '/coding'}?done=thought-removed#thoughts`, 303);
    })
    .get('/stories/:story', (c) => draw(c))
    .post('/stories/:story/begin', async (c) => {
      const begun = await coding.begin(askerOf(c), idOf(c));
      return begun.ok ? back(c, 'coding-begun') : refused(c, begun.error);
    })
    .post('/stories/:story/mark', async (c) => {
      const typed = await readForm(c, { many: ['code', 'sentence'] });
      const [codes, ticked] = [[typed['code'] ?? []].flat(), [typed['sentence'] ?? []].flat()];
      const [from, to] = [Number(typed['from'] || NaN), Number(typed['to'] || NaN)];
      const chosen = {
        codes,
        version: Number(typed['version']),
        ticked: ticked.map(Number).filter(Number.isInteger),
        free: Number.isInteger(from) && Number.isInteger(to) ? { from, to } : undefined,
      };
      const marked = await coding.code(askerOf(c), codeWords(c), idOf(c), chosen);
      return marked.ok ? back(c, 'passage-coded', '#marked') : refused(c, marked.error, typed);
    })
    .post('/stories/:story/passages/:passage/remove', async (c) => {
      const removed = await coding.uncode(askerOf(c), idOf(c), c.req.param('passage'));
      return removed.ok ? back(c, 'passage-uncoded', '#marked') : refused(c, removed.error);
    })
    .post('/stories/:story/finish', async (c) => {
      const done = await coding.finish(askerOf(c), idOf(c));
      return done.ok ? back(c, 'coding-finished') : refused(c, done.error);
    })
    .post('/stories/:story/go-on', async (c) => {
      const begun = await coding.goOn(askerOf(c), idOf(c));
      return begun.ok ? back(c, 'coding-begun') : refused(c, begun.error);
    })
    .post('/stories/:story/thoughts', async (c) => {
      const typed = await readForm(c);
      const checked = checkForm(thoughtForm(c.get('words').coding.errors), typed);
      if (!checked.ok) return draw(c, { values: typed, errors: checked.errors });
      const saved = await coding.addStoryThought(askerOf(c), idOf(c), checked.value.thought);
      return saved.ok ? back(c, 'thought-kept', '#thoughts') : showProblem(c, saved.error);
    })
    .get('/stories/:story/compare', async (c) => {
      const seen = await coding.compare(askerOf(c), codeWords(c), idOf(c));
      return seen.ok ? show(c, <ComparePage seen={seen.value} />) : showProblem(c, seen.error);
    });
};
