import { Hono } from 'hono';
import * as z from 'zod';
import type { Errors } from '../../design/index.ts';
import { allow, askerOf, type Door, show, showProblem } from '../../identity/index.ts';
import { checkForm, readForm, type Typed } from '../../platform/forms.ts';
import type { Words } from '../../../locales/en/index.ts';
import type { CodeRefusal } from '../core/codebook.ts';
import type { CodingUses } from '../index.ts';
import { thoughtForm } from './coding.tsx';
import { AddCodePage, CodePage } from './coding-code-view.tsx';
import { CodebookPage } from './coding-codes-view.tsx';
import { type C, codeWords } from './coding-words.tsx';

type Again = { values?: Typed; errors?: Errors; stale?: boolean; added?: { added: number; known: number } };

const largest = 1_000_000;
const text = (most: number, tooLong: (n: number) => string) =>
  z
    .string()
    .default('')
    .transform((typed) => typed.trim())
    .refine((typed) => typed.length <= most, tooLong(most));
const codeForm = (words: Words['coding']['errors']) =>
  z.object({
    name: z.string({ error: words.name }).trim().min(1, words.name).max(200, words.tooLong(200)),
    parent: z
      .string()
      .default('')
      .transform((id) => id || null),
    colour: z.string({ error: words.colour }).regex(/^#[0-9a-f]{6}$/, words.colour),
    description: text(4000, words.tooLong),
    useWhen: text(1000, words.tooLong),
    notWhen: text(1000, words.tooLong),
  });

/** Next to which field it is said why a change of the tree cannot be. */
const fieldOf: Record<CodeRefusal, string> = {
  'same-name': 'name',
  'no-such-parent': 'parent',
  'inside-itself': 'parent',
  'too-deep': 'parent',
  'not-in-use': 'into',
  'has-codes': 'into',
  itself: 'into',
  'a-heading': 'into',
};

/** The codebook. */
export const codesPage = (coding: CodingUses) => {
  const drawAll = async (c: C, again: Again = {}) => {
    const seen = await coding.seeCodebook(askerOf(c), codeWords(c));
    return seen.ok ? show(c, <CodebookPage seen={seen.value} {...again} />, again.errors ? 422 : 200) : showProblem(c, seen.error);
  };
  const drawNew = async (c: C, again: Again = {}) => {
    const seen = await coding.seeCodebook(askerOf(c), codeWords(c));
    return seen.ok ? show(c, <AddCodePage seen={seen.value} {...again} />, again.errors ? 422 : 200) : showProblem(c, seen.error);
  };
  const draw = async (c: C, again: Again = {}) => {
    const seen = await coding.seeCode(askerOf(c), codeWords(c), c.req.param('code') ?? '');
    if (!seen.ok) return showProblem(c, seen.error);
    return show(c, <CodePage seen={seen.value} me={askerOf(c).id} {...again} />, again.stale ? 409 : again.errors ? 422 : 200);
  };
  const to = (c: C, done: string) => c.redirect(`/coding/codes/${c.req.param('code')}?done=${done}`, 303);
  const said = (c: C, why: CodeRefusal): Errors => ({ [fieldOf[why]]: c.get('words').coding.errors.refused[why] });
  const refused = (c: C, why: CodeRefusal | 'not-found' | 'not-yours' | { stale: unknown }, values: Typed = {}) => {
    if (typeof why === 'object') return draw(c, { values, stale: true });
    return why === 'not-found' || why === 'not-yours' ? showProblem(c, why) : draw(c, { values, errors: said(c, why) });
  };

  return new Hono<Door>()
    .use('/', allow('code stories'))
    .use('/*', allow('code stories'))
    .get('/', (c) => drawAll(c))
    .post('/bring-in', async (c) => {
      const words = c.get('words').coding.errors;
      const found = (await c.req.parseBody())['file'];
      if (!(found instanceof File) || !found.name) return drawAll(c, { errors: { file: words.file } });
      if (found.size > largest) return drawAll(c, { errors: { file: words.unreadable['too-big'] } });
      const brought = await coding.bringIn(askerOf(c), codeWords(c), await found.text());
      if (brought.ok) return drawAll(c, { added: brought.value });
      const why = brought.error;
      if (why === 'not-yours') return showProblem(c, why);
      return drawAll(c, {
        errors: { file: typeof why === 'object' ? words.clash(why.clash, words.refused[why.why]) : words.unreadable[why] },
      });
    })
    .get('/new', (c) => drawNew(c))
    .post('/new', async (c) => {
      const typed = await readForm(c);
      const checked = checkForm(codeForm(c.get('words').coding.errors), typed);
      if (!checked.ok) return drawNew(c, { values: typed, errors: checked.errors });
      const added = await coding.addCode(askerOf(c), codeWords(c), checked.value);
      if (added.ok) return c.redirect(`/coding/codes/${added.value.id}?done=code-saved`, 303);
      return added.error === 'not-yours' ? showProblem(c, added.error) : drawNew(c, { values: typed, errors: said(c, added.error) });
    })
    .get('/:code', (c) => draw(c))
    .post('/:code', async (c) => {
      const typed = await readForm(c);
      const seen = await coding.seeCode(askerOf(c), codeWords(c), c.req.param('code'));
      if (!seen.ok) return showProblem(c, seen.error);
      const { shipped, name, parent } = seen.value.code;
      // The name and place of one that comes with Bothy are not asked.
      const checked = checkForm(codeForm(c.get('words').coding.errors), shipped ? { ...typed, name, parent: parent ?? '' } : typed);
      if (!checked.ok) return draw(c, { values: typed, errors: checked.errors });
      const saved = await coding.changeCode(askerOf(c), codeWords(c), c.req.param('code'), checked.value, Number(typed['rowVersion']) || 0);
      return saved.ok ? to(c, 'code-saved') : refused(c, saved.error, typed);
    })
    .post('/:code/retire', async (c) => {
      const retired = await coding.retireCode(askerOf(c), codeWords(c), c.req.param('code'));
      return retired.ok ? to(c, 'code-retired') : refused(c, retired.error);
    })
    .post('/:code/restore', async (c) => {
      const restored = await coding.restoreCode(askerOf(c), codeWords(c), c.req.param('code'));
      return restored.ok ? to(c, 'code-restored') : refused(c, restored.error);
    })
    .post('/:code/merge', async (c) => {
      const typed = await readForm(c);
      const into = String(typed['into'] ?? '');
      if (!into) return draw(c, { values: typed, errors: { into: c.get('words').coding.errors.into } });
      const merged = await coding.mergeCode(askerOf(c), codeWords(c), c.req.param('code'), into);
      return merged.ok ? to(c, 'code-merged') : refused(c, merged.error, typed);
    })
    .post('/:code/thoughts', async (c) => {
      const typed = await readForm(c);
      const checked = checkForm(thoughtForm(c.get('words').coding.errors), typed);
      if (!checked.ok) return draw(c, { values: typed, errors: checked.errors });
      const saved = await coding.addThought(askerOf(c), codeWords(c), c.req.param('code'), checked.value.thought);
      return saved.ok ? to(c, 'thought-kept') : showProblem(c, saved.error);
    });
};
