import { type Context, Hono } from 'hono';
import { allow, askerOf, type Door, mayAtAll, show, showProblem } from '../../identity/index.ts';
import { checkForm, type Errors, readForm, type Typed } from '../../platform/forms.ts';
import { tellingOf } from '../core/names-somebody.ts';
import type { Together } from '../index.ts';
import { commentForm, proposeForm, sectionsTyped, startForm } from './documents-form.ts';
import { ProposalPage, ProposePage, StartPage } from './documents-propose.tsx';
import { DocumentPage, DocumentsPage } from './documents-view.tsx';
import { unchecked } from './no-names.tsx';

type C = Context<Door>;
type Again = { values: Typed; errors: Errors; newer?: boolean };

/** Whom to refer and what is offered: what holds now, how it came to that, and proposing that it change. */
export const documentsPage = (together: Together) => {
  const mayOf = (c: C) => ({
    mayKeep: mayAtAll(askerOf(c), 'keep steering'),
    mayPropose: mayAtAll(askerOf(c), 'propose criteria'),
  });
  const proposing = async (c: C, id: string, again?: Again) => {
    const seen = await together.seeDocument(askerOf(c), id);
    return seen.ok
      ? show(c, <ProposePage seen={seen.value} {...again} />, again?.newer ? 409 : again ? 422 : 200)
      : showProblem(c, seen.error);
  };
  const proposal = async (c: C, id: string, again?: Again) => {
    const seen = await together.seeProposal(askerOf(c), id);
    if (!seen.ok) return showProblem(c, seen.error);
    const { id: asker, programme } = askerOf(c);
    return show(c, <ProposalPage seen={seen.value} asker={asker} timeZone={programme.settings.timeZone} {...again} />, again ? 422 : 200);
  };

  return new Hono<Door>()
    .use(allow('find services'))
    .get('/', async (c) => {
      const seen = await together.seeDocuments(askerOf(c));
      return seen.ok ? show(c, <DocumentsPage documents={seen.value} {...mayOf(c)} />) : showProblem(c, seen.error);
    })
    .get('/new', allow('keep steering'), (c) => show(c, <StartPage />))
    .post('/new', allow('keep steering'), async (c) => {
      const typed = await readForm(c);
      const checked = checkForm(startForm(c.get('words').steering), { ...typed, sections: sectionsTyped(typed) });
      if (!checked.ok) return show(c, <StartPage values={typed} errors={checked.errors} />, 422);
      const { kind, title, sections } = checked.value;
      const started = await together.startDocument(askerOf(c), kind, title, sections);
      return started.ok ? c.redirect(`/criteria/${started.value}?done=document-started`, 303) : showProblem(c, started.error);
    })
    .get('/proposals/:proposal', allow('propose criteria'), (c) => proposal(c, c.req.param('proposal')))
    .post('/proposals/:proposal', allow('propose criteria'), async (c) => {
      const id = c.req.param('proposal');
      const words = c.get('words');
      const typed = await readForm(c);
      const checked = checkForm(commentForm(words.steering), typed);
      const errors = checked.ok ? unchecked(words, typed, { words: tellingOf(checked.value.words) }) : checked.errors;
      if (!checked.ok || errors) return proposal(c, id, { values: typed, errors: errors ?? {} });
      const said = await together.comment(askerOf(c), id, checked.value.words);
      return said.ok ? c.redirect(`/criteria/proposals/${id}?done=comment-made`, 303) : showProblem(c, said.error);
    })
    .post('/proposals/:proposal/take-back', allow('propose criteria'), async (c) => {
      const id = c.req.param('proposal');
      const back = await together.takeBackProposal(askerOf(c), id);
      if (back.ok) return c.redirect(`/criteria/${back.value}?done=proposal-taken-back`, 303);
      return back.error === 'decided' ? showProblem(c, 'changed-meanwhile') : showProblem(c, back.error);
    })
    .get('/:document', async (c) => {
      const seen = await together.seeDocument(askerOf(c), c.req.param('document'));
      if (!seen.ok) return showProblem(c, seen.error);
      const wanted = c.req.query('version');
      const shown = seen.value.versions.find(({ number }) => String(number) === wanted) ?? seen.value.current;
      return show(c, <DocumentPage seen={seen.value} shown={shown} {...mayOf(c)} />);
    })
    .post('/:document/end', allow('keep steering'), async (c) => {
      const id = c.req.param('document');
      const done = await together.endDocument(askerOf(c), id, (await readForm(c))['ended'] === 'yes');
      return done.ok ? c.redirect(`/criteria/${id}?done=document-changed`, 303) : showProblem(c, done.error);
    })
    .get('/:document/propose', allow('propose criteria'), (c) => proposing(c, c.req.param('document')))
    .post('/:document/propose', allow('propose criteria'), async (c) => {
      const id = c.req.param('document');
      const words = c.get('words');
      const typed = await readForm(c);
      const checked = checkForm(proposeForm(words.steering), { ...typed, sections: sectionsTyped(typed) });
      if (!checked.ok) return proposing(c, id, { values: typed, errors: checked.errors });
      const { sections, why } = checked.value;
      const telling = unchecked(words, typed, { sections: sections.flatMap(({ text }) => tellingOf(text)), why: tellingOf(why) });
      if (telling) return proposing(c, id, { values: typed, errors: telling });
      const made = await together.propose(askerOf(c), id, checked.value);
      if (made.ok) return c.redirect(`/criteria/proposals/${made.value}?done=change-proposed`, 303);
      const { errors } = words.steering.documents;
      if (made.error === 'nothing-changed') return proposing(c, id, { values: typed, errors: { sections: errors.nothing } });
      if (made.error !== 'newer-version') return showProblem(c, made.error);
      const { basedOn: _, ...rest } = typed;
      return proposing(c, id, { values: rest, errors: { _form: errors.newer }, newer: true });
    });
};
