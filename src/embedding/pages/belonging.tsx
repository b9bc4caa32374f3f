import { type Context, Hono } from 'hono';
import { calendarDay, type Errors } from '../../design/index.ts';
import { allow, askerOf, type Door, mayAtAll, show, showProblem, started } from '../../identity/index.ts';
import { checkForm, readForm, type Typed } from '../../platform/forms.ts';
import type { RuleProblem } from '../core/index-rules.ts';
import { isFact, isIndicator, liveIds, liveOf } from '../core/indicator.ts';
import type { Belonging } from '../index.ts';
import { actionForm, factForm, readRules } from './belonging-forms.ts';
import { type Again, EvidencePage } from './belonging-evidence.tsx';
import { MethodPage } from './belonging-method.tsx';
import { OverviewPage } from './belonging-overview.tsx';
import { RulesPage } from './belonging-rules.tsx';
import { BelongingPage } from './belonging-site.tsx';
import { wordsOf } from './belonging-words.tsx';

type C = Context<Door>;

/** How far social prescribing belongs at each site. */
export const belongingPage = (belonging: Belonging) => {
  const words = (c: C) => c.get('words').belonging;
  const today = (c: C) => calendarDay(started(c), askerOf(c).programme.settings.timeZone);
  const mayKeep = (c: C) => mayAtAll(askerOf(c), 'keep belonging');
  const param = (c: C, name: string) => c.req.param(name) ?? '';
  const at = (c: C) => `/belonging/${param(c, 'site')}/evidence/${param(c, 'indicator')}`;

  const evidence = async (c: C, again?: Again) => {
    const seen = await belonging.seeIndicator(askerOf(c), param(c, 'site'), param(c, 'indicator'));
    if (!seen.ok) return showProblem(c, seen.error);
    return show(c, <EvidencePage seen={seen.value} mayKeep={mayKeep(c)} again={again} />, again ? 422 : 200);
  };
  const rules = async (c: C, typed?: Typed, errors?: Errors, stale?: boolean) => {
    const seen = await belonging.seeRules(askerOf(c));
    if (!seen.ok) return showProblem(c, seen.error);
    const { timeZone } = askerOf(c).programme.settings;
    const page = (
      <RulesPage
        seen={seen.value}
        mayKeep={mayKeep(c)}
        timeZone={timeZone}
        {...(typed && { values: typed })}
        {...(errors && { errors })}
        {...(stale && { stale })}
      />
    );
    return show(c, page, stale ? 409 : errors ? 422 : 200);
  };

  const end = async (c: C, stage: 'reviewed' | 'stopped') => {
    const ended = await belonging.endAction(askerOf(c), param(c, 'site'), param(c, 'action'), stage);
    if (!ended.ok) return showProblem(c, ended.error);
    return c.redirect(`/belonging/${param(c, 'site')}/evidence/${ended.value}?done=belonging-action-ended`, 303);
  };

  return new Hono<Door>()
    .get('/', allow('see belonging'), async (c) => show(c, <OverviewPage rows={await belonging.overview(askerOf(c))} />))
    .get('/method', allow('see belonging'), (c) => show(c, <MethodPage />))
    .get('/rules', allow('see belonging'), (c) => rules(c))
    .post('/rules', allow('keep belonging'), async (c) => {
      const typed = await readForm(c, { many: ['left'] });
      const why = String(typed['why'] ?? '').trim();
      const wrong = why === '' || why.length > 500 ? { why: words(c).errors.why } : undefined;
      if (wrong) return rules(c, typed, wrong);
      const saved = await belonging.changeRules(askerOf(c), readRules(typed), why, Number(typed['rowVersion']));
      if (saved.ok) return c.redirect('/belonging/rules?done=rules-changed', 303);
      if (saved.error === 'not-yours') return showProblem(c, 'not-yours');
      if (saved.error === 'changed-meanwhile') return rules(c, typed, undefined, true);
      return rules(c, typed, errorsOf(saved.error.problems, words(c).errors));
    })
    .get('/:site', allow('see belonging'), async (c) => {
      const seen = await belonging.seeSite(askerOf(c), param(c, 'site'));
      return seen.ok ? show(c, <BelongingPage seen={seen.value} mayKeep={mayKeep(c)} />) : showProblem(c, seen.error);
    })
    .get('/:site/evidence/:indicator', allow('see belonging'), (c) => evidence(c))
    .post('/:site/evidence/:indicator/fact', allow('keep belonging'), async (c) => {
      const fact = param(c, 'indicator');
      if (!isIndicator(fact) || !isFact(fact)) return showProblem(c, 'not-found');
      const typed = await readForm(c, { days: ['saidOn'] });
      const checked = checkForm(factForm(fact, words(c).errors, today(c)), typed);
      if (!checked.ok) return evidence(c, { form: 'fact', values: typed, errors: checked.errors });
      const noted = await belonging.noteFact(askerOf(c), param(c, 'site'), { fact, ...checked.value });
      return noted.ok ? c.redirect(`${at(c)}?done=fact-noted`, 303) : showProblem(c, noted.error);
    })
    .post('/:site/evidence/:indicator/actions', allow('keep belonging'), async (c) => {
      const indicator = param(c, 'indicator');
      if (!isIndicator(indicator)) return showProblem(c, 'not-found');
      const typed = await readForm(c, { days: ['reviewOn'] });
      const checked = checkForm(actionForm(wordsOf(words(c), indicator).do, words(c).errors, today(c)), typed);
      if (!checked.ok) return evidence(c, { form: 'actions', values: typed, errors: checked.errors });
      const begun = await belonging.beginAction(askerOf(c), param(c, 'site'), { indicator, ...checked.value });
      return begun.ok ? c.redirect(`${at(c)}?done=belonging-action-begun`, 303) : showProblem(c, begun.error);
    })
    .post('/:site/actions/:action/review', allow('keep belonging'), (c) => end(c, 'reviewed'))
    .post('/:site/actions/:action/stop', allow('keep belonging'), (c) => end(c, 'stopped'));
};

function errorsOf(problems: readonly RuleProblem[], said: C['var']['words']['belonging']['errors']): Errors {
  return Object.fromEntries(
    problems.map(({ field, why }) => {
      const id = liveIds.find((each) => field.startsWith(`${each}-`));
      if (why === 'order' && id) return [field, said.order[liveOf(id).better]];
      if (why === 'range' && id) return [field, said.range(liveOf(id).unit === 'share' ? 100 : liveOf(id).days)];
      return [field, said.whole(field === 'leastKnown' ? 4 : 90)];
    }),
  );
}
