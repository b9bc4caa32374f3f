import { type Context, Hono } from 'hono';
import { allow, askerOf, type Door, show, showProblem } from '../../identity/index.ts';
import { checkForm, type Errors, readForm, type Typed } from '../../platform/forms.ts';
import type { AgreementRefusal, Change } from '../index.ts';
import { agreementDays, agreementForm, endForm } from './agreements-form.ts';
import { AgreementPage, PartnerPage, PartnersPage } from './agreements-view.tsx';

type C = Context<Door>;
type Again = { values?: Typed; errors?: Errors; stale?: boolean; ending?: boolean };
const statusOf = ({ errors, stale }: Again) => (stale ? 409 : errors ? 422 : 200);
const versionOf = (typed: Typed): number => Number(typed['rowVersion']) || 0;

/** What was signed with each organisation, and until when. */
export const agreementsPage = (uses: Change['agreements']) => {
  const partner = async (c: C, again: Again = {}) => {
    const seen = await uses.seePartner(askerOf(c), c.req.param('organisation')!);
    return seen.ok ? show(c, <PartnerPage {...seen.value} {...again} />, statusOf(again)) : showProblem(c, seen.error);
  };
  const one = async (c: C, again: Again = {}) => {
    const seen = await uses.seePartner(askerOf(c), c.req.param('organisation')!);
    const agreement = seen.ok ? seen.value.agreements.find(({ id }) => id === c.req.param('agreement')) : undefined;
    if (!seen.ok || !agreement) return showProblem(c, 'not-found');
    return show(c, <AgreementPage {...seen.value} agreement={agreement} {...again} />, statusOf(again));
  };
  const done = (c: C, notice: string) => c.redirect(`/agreements/${c.req.param('organisation')}?done=${notice}`, 303);
  const answer = (c: C, saved: { ok: true } | { ok: false; error: AgreementRefusal }, notice: string, again: Again) => {
    if (saved.ok) return done(c, notice);
    return typeof saved.error === 'object' ? one(c, { ...again, stale: true }) : showProblem(c, saved.error);
  };

  return new Hono<Door>()
    .use('/', allow('keep agreements'))
    .use('/:organisation', allow('keep agreements'))
    .use('/:organisation/:agreement', allow('keep agreements'))
    .use('/:organisation/:agreement/*', allow('keep agreements'))
    .get('/', async (c) => {
      const typed = c.req.query('q') ?? '';
      const seen = await uses.seePartners(askerOf(c), typed);
      return seen.ok ? show(c, <PartnersPage {...seen.value} typed={typed} />) : showProblem(c, seen.error);
    })
    .get('/:organisation', (c) => partner(c))
    .post('/:organisation', async (c) => {
      const typed = await readForm(c, agreementDays);
      const checked = checkForm(agreementForm(c.get('words').agreements.errors), typed);
      if (!checked.ok) return partner(c, { values: typed, errors: checked.errors });
      const added = await uses.addAgreement(askerOf(c), c.req.param('organisation'), checked.value);
      return added.ok ? done(c, 'agreement-saved') : showProblem(c, added.error);
    })
    .get('/:organisation/:agreement', (c) => one(c))
    .post('/:organisation/:agreement', async (c) => {
      const typed = await readForm(c, agreementDays);
      const checked = checkForm(agreementForm(c.get('words').agreements.errors), typed);
      if (!checked.ok) return one(c, { values: typed, errors: checked.errors });
      const saved = await uses.changeAgreement(askerOf(c), c.req.param('agreement'), checked.value, versionOf(typed));
      return answer(c, saved, 'agreement-saved', { values: typed });
    })
    .post('/:organisation/:agreement/end', async (c) => {
      const typed = await readForm(c);
      const checked = checkForm(endForm(c.get('words').agreements.errors), typed);
      if (!checked.ok) return one(c, { values: typed, errors: checked.errors, ending: true });
      const saved = await uses.endAgreement(askerOf(c), c.req.param('agreement'), checked.value.why, versionOf(typed));
      return answer(c, saved, 'agreement-ended', {});
    })
    .post('/:organisation/:agreement/take-up', async (c) => {
      const typed = await readForm(c);
      const saved = await uses.takeUpAgreement(askerOf(c), c.req.param('agreement'), versionOf(typed));
      return answer(c, saved, 'agreement-taken-up', {});
    });
};
