import { type Context, Hono } from 'hono';
import { allow, askerOf, type Door, show, showProblem } from '../../identity/index.ts';
import { checkForm, type Errors, readForm, type Typed } from '../../platform/forms.ts';
import type { Directory, TermsAsked } from '../index.ts';
import { ImportForm, importForm } from './taxonomy-import.tsx';
import { TaxonomiesView } from './taxonomies-view.tsx';
import { saidFrom, termForm, versionIn } from './term-form.ts';
import { TermView } from './term-view.tsx';
import { TermsView } from './terms-view.tsx';

type C = Context<Door>;

/** The lists of words that others sort services by: bringing them in, and saying what each word means for us. */
export const taxonomiesPage = (directory: Directory) => {
  const showTerm = async (c: C, typed?: Typed, errors?: Errors, status: 200 | 409 | 422 = 200) => {
    const one = await directory.termOf(askerOf(c), c.req.param('id') ?? '', c.req.param('term') ?? '');
    if (!one) return showProblem(c, 'not-found');
    return show(c, <TermView one={one} {...(typed && { typed })} {...(errors && { errors })} stale={status === 409} />, status);
  };

  return (
    new Hono<Door>()
      .use(allow('curate directory'))
      .get('/', async (c) => show(c, <TaxonomiesView {...await directory.taxonomies(askerOf(c))} />))
      .get('/import', (c) => show(c, <ImportForm typed={{}} />))
      .post('/import', async (c) => {
        const typed = await readForm(c);
        const words = c.get('words').taxonomies;
        const checked = checkForm(importForm(words.upload), typed);
        const file = (await c.req.parseBody())['file'];
        const chosen = file instanceof File && file.name ? file : undefined;
        if (!checked.ok || !chosen) {
          const errors = { ...(!chosen && { file: words.upload.fileMissing }), ...(!checked.ok && checked.errors) };
          return show(c, <ImportForm typed={typed} errors={errors} />, 422);
        }
        const { mayRetire, ...given } = checked.value;
        const open = async function* () {
          yield new Uint8Array(await chosen.arrayBuffer());
        };
        const taken = await directory.importTerms(askerOf(c), { ...given, mayRetire, file: { name: chosen.name.slice(-200), open } });
        if (taken.ok) return c.redirect(`/taxonomies/${taken.value.taxonomy.id}?done=terms-imported`, 303);
        const { why, what, rejections } = taken.error;
        const field = why === 'no-licence' ? 'licence' : why === 'many-would-go' ? 'mayRetire' : 'file';
        const errors = { [field]: words.problems[why](what) };
        return show(c, <ImportForm typed={typed} errors={errors} rejections={rejections ?? []} />, 422);
      })
      .get('/:id', async (c) => {
        const seen = await directory.termsOf(askerOf(c), c.req.param('id'), { ...askedIn((name) => c.req.query(name)), words: '' });
        return seen ? show(c, <TermsView seen={seen} />) : showProblem(c, 'not-found');
      })
      // Words that somebody types stay out of addresses, so the answer comes to the form itself.
      .post('/:id/search', async (c) => {
        const typed = await readForm(c);
        const text = (name: string) => (typeof typed[name] === 'string' ? typed[name] : '');
        const seen = await directory.termsOf(askerOf(c), c.req.param('id'), {
          ...askedIn(text),
          words: text('words').trim().slice(0, 200),
        });
        return seen ? show(c, <TermsView seen={seen} />) : showProblem(c, 'not-found');
      })
      .post('/:id/accept', async (c) => {
        const ids = (await readForm(c, { many: ['accept'] })).accept as string[];
        const accepted = await directory.acceptSuggestions(askerOf(c), c.req.param('id'), ids.slice(0, 200));
        if (accepted === undefined) return showProblem(c, 'not-found');
        return c.redirect(`/taxonomies/${c.req.param('id')}?show=unmatched&done=${accepted ? 'meanings-accepted' : 'meanings-none'}`, 303);
      })
      .post('/:id/changes/:change/undo', async (c) => {
        const undone = await directory.undoMeanings(askerOf(c), c.req.param('id'), c.req.param('change'));
        if (!undone.ok) return showProblem(c, undone.error === 'not-found' ? 'not-found' : 'changed-meanwhile');
        return c.redirect(`/taxonomies/${c.req.param('id')}?done=${undone.value.left ? 'meanings-undone-some' : 'meanings-undone'}`, 303);
      })
      .get('/:id/words/:term', (c) => showTerm(c))
      .post('/:id/words/:term', async (c) => {
        const typed = await readForm(c, { many: ['needs', 'audiences', 'links'] });
        const words = c.get('words').taxonomies.term;
        const checked = checkForm(termForm(words), typed);
        if (!checked.ok) return showTerm(c, typed, checked.errors, 422);
        const { id, term } = { id: c.req.param('id'), term: c.req.param('term') };
        const saved = await directory.sayMeaning(askerOf(c), id, term, saidFrom(checked.value), versionIn(typed));
        if (saved.ok) return c.redirect(`/taxonomies/${id}?done=meaning-saved`, 303);
        switch (saved.error) {
          case 'not-found':
            return showProblem(c, 'not-found');
          case 'stale':
            return showTerm(c, typed, { _form: words.stale }, 409);
          case 'no-such-term':
            return showTerm(c, typed, { link: words.linkNone }, 422);
          case 'several-terms':
            return showTerm(c, typed, { link: words.linkSeveral }, 422);
        }
      })
  );
};

/** Which terms are asked for, by an address or a form; whatever is not understood is the first page of all. */
function askedIn(text: (name: string) => string | undefined): Pick<TermsAsked, 'show' | 'page'> {
  const shown = text('show');
  const page = Number(text('page'));
  return {
    show: shown === 'unmatched' || shown === 'retired' ? shown : 'all',
    page: Number.isSafeInteger(page) && page > 0 ? Math.min(page, 100_000) : 1,
  };
}
