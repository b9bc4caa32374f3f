import { type Context, Hono } from 'hono';
import * as z from 'zod';
import { Page, useWords } from '../../design/index.ts';
import { allow, askerOf, type Door, HelpLines, readsOf, show, showProblem } from '../../identity/index.ts';
import { checkForm, type Errors, readForm, type Typed } from '../../platform/forms.ts';
import type { Supports } from '../index.ts';
import { deeds, worries } from '../raised.ts';
import { text } from './asked.ts';
import { InDangerPage } from './in-danger-view.tsx';
import { LookAgainPage } from './raised-view.tsx';

type C = Context<Door, '/:id/in-danger'>;

const most = 20_000;
const chosen = <T extends string>(from: readonly T[]) =>
  z.array(z.string()).transform((codes) => from.filter((code) => codes.includes(code)));

const form = (tooLong: string) => z.object({ worries: chosen(worries), did: chosen(deeds), words: text(most, tooLong) });

/** Who to ring, from pages that are not about a person. */
export const inDangerPage = () => new Hono<Door>().use(allow('find services')).get('/', (c) => show(c, <WhoToRing c={c} />));

function WhoToRing({ c }: { c: Context<Door> }) {
  const words = useWords().safety.danger;
  return (
    <Page title={words.title}>
      <p class="nhsuk-lede-text">{words.ringNow}</p>
      <HelpLines lines={askerOf(c).programme.settings.inDanger} />
      <p>{words.then}</p>
    </Page>
  );
}

/** Who to ring comes first and waits for nothing; then what worried somebody, and what they did. Nothing here refuses for want of words. */
export const personInDangerPage = (support: Supports) => {
  const showForm = async (c: C, typed?: { values: Typed; errors: Errors }) => {
    const found = await support.openInDanger(askerOf(c), c.req.param('id'));
    if (!found.ok) return showProblem(c, found.error);
    readsOf(c, found.value.person.id);
    const { inDanger } = askerOf(c).programme.settings;
    return show(c, <InDangerPage person={found.value.person} lines={inDanger} {...typed} />, typed ? 422 : 200);
  };

  const showLook = async (c: Context<Door, '/:id/in-danger/:raised'>, typed?: { values: Typed; errors: Errors }) => {
    const found = await support.seeRaised(askerOf(c), c.req.param('id'), c.req.param('raised'));
    if (!found.ok) return showProblem(c, found.error);
    readsOf(c, found.value.person.id);
    const { timeZone } = askerOf(c).programme.settings;
    return show(c, <LookAgainPage {...found.value} timeZone={timeZone} {...typed} />, typed ? 422 : 200);
  };

  return new Hono<Door>()
    .use('/:id/in-danger', allow('support person'))
    .use('/:id/in-danger/*', allow('support person'))
    .get('/:id/in-danger', (c) => showForm(c))
    .post('/:id/in-danger', async (c) => {
      const values = await readForm(c, { many: ['worries', 'did'] });
      const checked = checkForm(form(c.get('words').safety.tooLong(most)), values);
      if (!checked.ok) return showForm(c, { values, errors: checked.errors });
      const raised = await support.raiseRisk(askerOf(c), c.req.param('id'), checked.value);
      if (!raised.ok) return showProblem(c, raised.error);
      return c.redirect(`/people/${c.req.param('id')}?done=risk-raised`, 303);
    })
    .get('/:id/in-danger/:raised', (c) => showLook(c))
    .post('/:id/in-danger/:raised', async (c) => {
      const { id, raised } = c.req.param();
      const words = c.get('words').safety;
      const values = await readForm(c);
      const checked = checkForm(z.object({ note: text(2000, words.tooLong(2000)) }), values);
      if (!checked.ok) return showLook(c, { values, errors: checked.errors });
      const looked = await support.lookAgain(askerOf(c), id, raised, checked.value.note);
      if (looked.ok) return c.redirect(`/people/${id}?done=looked-again`, 303);
      if (looked.error === 'no-note') return showLook(c, { values, errors: { note: words.raised.errors.note } });
      return showProblem(c, looked.error === 'looked' ? 'changed-meanwhile' : looked.error);
    });
};
