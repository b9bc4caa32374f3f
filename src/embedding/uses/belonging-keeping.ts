import { randomUUID } from 'node:crypto';
import { type Asker, mayAtAll } from '../../identity/index.ts';
import type { CalendarDay } from '../../platform/calendar.ts';
import { recordEvents } from '../../platform/events.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { IndexAction } from '../core/index-action.ts';
import { problemsOf, type RuleProblem, type Rules } from '../core/index-rules.ts';
import { answersOf, type FactId, isIndicator, valueOf } from '../core/indicator.ts';
import * as store from '../store/belonging.ts';
import { find } from './belonging-figures.ts';
import { countMonth } from './belonging-months.ts';
import { type BelongingPorts, byOf, rulesNow, todayFor } from './belonging-needs.ts';
import { aboutSite, type NotReached } from './within.ts';

type SaidFact = { fact: FactId; answer: string | null; saidOn: CalendarDay; saidBy: string };
type WantedAction = { indicator: string; what: string; owner: string; reviewOn: CalendarDay };
type RulesRefusal = 'not-yours' | 'changed-meanwhile' | { problems: readonly RuleProblem[] };

export const keepingUses = ({ db, now, ...ports }: BelongingPorts) => ({
  /** Writes down what somebody said. What was said before stays, with its day. */
  noteFact: (asker: Asker, id: string, said: SaidFact): Promise<Result<'noted', NotReached>> =>
    aboutSite<'noted', 'not-found'>(db, asker, 'keep belonging', id, async (tx, site) => {
      if (said.answer !== null && !answersOf(said.fact).includes(said.answer)) return refuse('not-found');
      await store.addFact(tx, site.id, randomUUID(), { ...said, notedAt: now(), by: asker.id });
      await countMonth(tx, asker.programme, site, todayFor(asker, now()), ports);
      const subject = { kind: 'site', id: site.id };
      await recordEvents(tx, [{ type: 'belonging-fact-noted', subject, by: byOf(asker), at: now(), data: { fact: said.fact } }]);
      return ok('noted');
    }),

  /** Somebody takes on to move an indicator. Its figure of this day is remembered. */
  beginAction: (asker: Asker, id: string, { indicator, ...wanted }: WantedAction): Promise<Result<'begun', NotReached>> =>
    aboutSite<'begun', 'not-found'>(db, asker, 'keep belonging', id, async (tx, site) => {
      if (!isIndicator(indicator)) return refuse('not-found');
      const { rules } = await rulesNow(tx);
      const on = todayFor(asker, now());
      const found = await find(tx, site, {
        timeZone: asker.programme.settings.timeZone,
        rules,
        on,
        criteriaChanges: ports.criteriaChanges,
      });
      const action: IndexAction = {
        ...{ ...wanted, id: randomUUID(), indicator, beganOn: on, stage: 'open', endedOn: null },
        ...{ valueAtStart: valueOf(found[indicator]), valueAtReview: null },
      };
      await store.addAction(tx, site.id, action, asker.id);
      const subject = { kind: 'belonging-action', id: action.id };
      await recordEvents(tx, [
        {
          type: 'belonging-action-begun',
          subject,
          by: byOf(asker),
          at: now(),
          data: { site: site.id, indicator, reviewOn: action.reviewOn },
        },
      ]);
      return ok('begun');
    }),

  /** Looks at it now, or stops it: either way the figure of this day is remembered. Answers which indicator it was for. */
  endAction: (
    asker: Asker,
    id: string,
    actionId: string,
    stage: 'reviewed' | 'stopped',
  ): Promise<Result<string, NotReached | 'changed-meanwhile'>> =>
    aboutSite<string, 'not-found' | 'changed-meanwhile'>(db, asker, 'keep belonging', id, async (tx, site) => {
      const action = (await store.actionsOf(tx, { site: site.id })).find((each) => each.id === actionId);
      if (!action) return refuse('not-found');
      const { rules } = await rulesNow(tx);
      const on = todayFor(asker, now());
      const found = await find(tx, site, {
        timeZone: asker.programme.settings.timeZone,
        rules,
        on,
        criteriaChanges: ports.criteriaChanges,
      });
      const ended = { ...action, stage, endedOn: on, valueAtReview: valueOf(found[action.indicator]) };
      if (!(await store.endAction(tx, ended))) return refuse('changed-meanwhile');
      const [subject, data] = [
        { kind: 'belonging-action', id: action.id },
        { site: site.id, indicator: action.indicator },
      ];
      const type = stage === 'reviewed' ? 'belonging-action-reviewed' : 'belonging-action-stopped';
      await recordEvents(tx, [{ type, subject, by: byOf(asker), at: now(), data }]);
      return ok(action.indicator);
    }),

  /** `version`: the one that was changed. Sites are placed by the new rules from now on, in all the months that are drawn. */
  changeRules: (asker: Asker, rules: Rules, why: string, version: number): Promise<Result<'changed', RulesRefusal>> => {
    if (!mayAtAll(asker, 'keep belonging')) return Promise.resolve(refuse('not-yours'));
    const problems = problemsOf(rules);
    if (problems.length) return Promise.resolve(refuse({ problems }));
    return db.inProgramme(asker.programme.id, async (tx): Promise<Result<'changed', RulesRefusal>> => {
      const { version: newest } = await rulesNow(tx);
      const next = { version: version + 1, rules, why, madeAt: now(), by: asker.id };
      if (newest !== version || !(await store.addRules(tx, next))) return refuse('changed-meanwhile');
      const subject = { kind: 'belonging-rules', id: asker.programme.id };
      await recordEvents(tx, [{ type: 'belonging-rules-changed', subject, by: byOf(asker), at: now(), data: { version: version + 1 } }]);
      return ok('changed');
    });
  },
});
