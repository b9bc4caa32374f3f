import { type Context, Hono } from 'hono';
import { calendarDay } from '../../design/index.ts';
import { allow, askerOf, type Door, show, showProblem, started } from '../../identity/index.ts';
import { checkForm, type Errors, readForm, type Typed } from '../../platform/forms.ts';
import { type Register, registers, shapes } from '../core/change-entry.ts';
import type { ReadinessKey, StepKey } from '../core/change-readiness.ts';
import type { Change, EntryRefusal } from '../index.ts';
import { AllSitesPage } from './change-all-view.tsx';
import { entryDays, entryForm, readinessForm, startForm } from './change-form.ts';
import { ReadinessPage } from './change-readiness-view.tsx';
import { EntryPage, RegisterPage } from './change-register-view.tsx';
import { ChangePage } from './change-site-view.tsx';
import { EverywherePage } from './change-everywhere-view.tsx';

type C = Context<Door>;
type Again = { values?: Typed; errors?: Errors; stale?: boolean };
const statusOf = ({ errors, stale }: Again) => (stale ? 409 : errors ? 422 : 200);
const versionOf = (typed: Typed): number => Number(typed['rowVersion']) || 0;
const siteOf = (c: C) => c.req.param('site')!;
const registerOf = (c: C) => registers.find((each) => each === c.req.param('register'));

/** Every site on its way. */
export const allChangePage = (change: Change['sites']) =>
  new Hono<Door>().use('/', allow('see change work')).get('/', async (c) => {
    const seen = await change.seeSites(askerOf(c));
    if (!seen.ok) return showProblem(c, seen.error);
    const { timeZone } = askerOf(c).programme.settings;
    return show(c, <AllSitesPage {...seen.value} dayOf={(at) => calendarDay(at, timeZone)} />);
  });

/** One register over all sites. */
export const everywherePage = (change: Change['sites'], register: 'training' | 'commitments') =>
  new Hono<Door>().use('/', allow('see change work')).get('/', async (c) => {
    const seen = await change.seeEverywhere(askerOf(c), register);
    return seen.ok ? show(c, <EverywherePage {...seen.value} register={register} now={started(c)} />) : showProblem(c, seen.error);
  });

/** The change process of one site. */
export const changePage = ({ sites: change, registers: kept }: Change) => {
  const overview = async (c: C, again: Again = {}) => {
    const seen = await change.seeChange(askerOf(c), siteOf(c));
    return seen.ok ? show(c, <ChangePage {...seen.value} now={started(c)} {...again} />, statusOf(again)) : showProblem(c, seen.error);
  };
  const readiness = async (c: C, again: Again = {}) => {
    const seen = await change.seeReadiness(askerOf(c), siteOf(c));
    return seen.ok ? show(c, <ReadinessPage {...seen.value} {...again} />, statusOf(again)) : showProblem(c, seen.error);
  };
  const named = (c: C) => ({
    step: (key: StepKey) => c.get('words').change.steps[key],
    barrier: (key: ReadinessKey) => c.get('words').change.readiness.barrier[key],
  });
  const register = async (c: C, again: Again & { printed?: boolean } = {}) => {
    const which = registerOf(c);
    if (!which) return showProblem(c, 'not-found');
    const seen = await kept.seeRegister(askerOf(c), siteOf(c), which);
    if (!seen.ok) return showProblem(c, seen.error);
    const removed = c.req.query('removed');
    const gone = removed && seen.value.mayKeep ? await kept.seeEntry(askerOf(c), { site: siteOf(c), entry: removed }) : undefined;
    const entry = gone?.ok && gone.value.entry.removedAt ? gone.value.entry : undefined;
    return show(c, <RegisterPage {...seen.value} now={started(c)} removed={entry} {...again} />, statusOf(again));
  };
  const at = (c: C) => ({ site: siteOf(c), entry: c.req.param('entry')! });
  const one = async (c: C, again: Again = {}) => {
    const seen = await kept.seeEntry(askerOf(c), at(c));
    if (!seen.ok || seen.value.entry.register !== registerOf(c) || seen.value.entry.removedAt) return showProblem(c, 'not-found');
    return show(c, <EntryPage {...seen.value} {...again} />, statusOf(again));
  };
  const to = (c: C, part: string, query: string) => c.redirect(`/belonging/${siteOf(c)}/change${part}?${query}`, 303);
  const answer = (c: C, which: Register, saved: { ok: true } | { ok: false; error: EntryRefusal }, query: string, values: Typed = {}) => {
    if (saved.ok) return to(c, `/${which}`, query);
    return typeof saved.error === 'object' ? one(c, { values, stale: true }) : showProblem(c, saved.error);
  };
  const added = (c: C, part: 'plan' | 'barriers', made: { ok: true; value: number } | { ok: false; error: 'not-found' | 'not-yours' }) => {
    if (!made.ok) return showProblem(c, made.error);
    return to(c, `/${part}`, `done=${made.value ? (part === 'plan' ? 'steps-added' : 'barriers-added') : 'nothing-new'}`);
  };
  const keep = allow('keep change work');

  return new Hono<Door>()
    .use('/:site/change', allow('see change work'))
    .use('/:site/change/*', allow('see change work'))
    .get('/:site/change', (c) => overview(c))
    .post('/:site/change/start', keep, async (c) => {
      const typed = await readForm(c, { days: ['startsOn'] });
      const words = c.get('words').change;
      const checked = checkForm(startForm(words), typed);
      if (!checked.ok) return overview(c, { values: typed, errors: checked.errors });
      const saved = await change.sayStart(askerOf(c), siteOf(c), { ...checked.value, rowVersion: versionOf(typed) });
      if (saved.ok) return to(c, '', 'done=change-start');
      return saved.error === 'stale'
        ? overview(c, { values: typed, errors: { _form: words.starts.stale }, stale: true })
        : showProblem(c, saved.error);
    })
    .get('/:site/change/readiness', (c) => readiness(c))
    .post('/:site/change/readiness', keep, async (c) => {
      const typed = await readForm(c);
      const checked = checkForm(readinessForm(c.get('words').change), typed);
      if (!checked.ok) return readiness(c, { values: typed, errors: checked.errors });
      const saved = await change.checkReadiness(askerOf(c), siteOf(c), checked.value.answers, checked.value.note);
      return saved.ok ? to(c, '/readiness', 'done=readiness-saved') : showProblem(c, saved.error);
    })
    .post('/:site/change/readiness/plan', keep, async (c) =>
      added(c, 'plan', await kept.makeOfMissing(askerOf(c), siteOf(c), 'plan', named(c))),
    )
    .post('/:site/change/readiness/barriers', keep, async (c) =>
      added(c, 'barriers', await kept.makeOfMissing(askerOf(c), siteOf(c), 'barriers', named(c))),
    )
    .post('/:site/change/plan/template', keep, async (c) => added(c, 'plan', await kept.takeTemplate(askerOf(c), siteOf(c), named(c))))
    .get('/:site/change/:register', (c) => register(c))
    .post('/:site/change/:register', keep, async (c) => {
      const which = registerOf(c);
      if (!which) return showProblem(c, 'not-found');
      const typed = await readForm(c, entryDays);
      const checked = checkForm(entryForm(which, c.get('words').change), typed);
      if (!checked.ok) return register(c, { values: typed, errors: checked.errors });
      const saved = await kept.addEntry(askerOf(c), siteOf(c), which, checked.value);
      return saved.ok ? to(c, `/${which}`, 'done=change-saved') : showProblem(c, saved.error);
    })
    .get('/:site/change/:register/print', (c) => register(c, { printed: true }))
    .get('/:site/change/:register/:entry', (c) => one(c))
    .post('/:site/change/:register/:entry', keep, async (c) => {
      const which = registerOf(c);
      if (!which) return showProblem(c, 'not-found');
      const typed = await readForm(c, entryDays);
      const checked = checkForm(entryForm(which, c.get('words').change), typed);
      if (!checked.ok) return one(c, { values: typed, errors: checked.errors });
      return answer(c, which, await kept.changeEntry(askerOf(c), at(c), checked.value, versionOf(typed)), 'done=change-saved', typed);
    })
    .post('/:site/change/:register/:entry/move', keep, async (c) => {
      const which = registerOf(c);
      const typed = await readForm(c);
      const stage = which && shapes[which].stages.find((each) => each === typed['stage']);
      if (!which || !stage) return showProblem(c, 'not-found');
      return answer(c, which, await kept.moveEntry(askerOf(c), at(c), stage, versionOf(typed)), 'done=change-done');
    })
    .post('/:site/change/:register/:entry/remove', keep, async (c) => {
      const which = registerOf(c);
      if (!which) return showProblem(c, 'not-found');
      return answer(c, which, await kept.removeEntry(askerOf(c), at(c)), `removed=${at(c).entry}`);
    })
    .post('/:site/change/:register/:entry/back', keep, async (c) => {
      const which = registerOf(c);
      if (!which) return showProblem(c, 'not-found');
      return answer(c, which, await kept.bringBackEntry(askerOf(c), at(c)), 'done=change-back');
    });
};
