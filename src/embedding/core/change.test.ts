import { describe, expect, it } from 'vitest';
import { emptyEntry, type Entry, inOrder, progressOf, shapes, trainingGaps, weightOf } from './change-entry.ts';
import { dueOf, missingOf, readinessQuestions, refersAlready, templateSteps } from './change-readiness.ts';
import { closeIncident, type Incident } from './incident.ts';

const today = '2026-11-21';
const line = (known: Partial<Entry>): Entry => ({
  ...emptyEntry(known.register ?? 'plan'),
  ...{ id: 'x', site: 's', register: 'plan', madeFrom: '', removedAt: null, rowVersion: 1 },
  ...known,
});

describe('a plan', () => {
  it('shows what is late first and what is done last, and counts both', () => {
    const [late, soon, open, done] = [
      line({ what: 'Late', due: '2026-11-20' }),
      line({ what: 'Soon', due: today }),
      line({ what: 'Open' }),
      line({ what: 'Done', stage: 'done', due: '2026-11-01' }),
    ];
    expect(inOrder([done, open, soon, late], today)).toEqual([late, soon, open, done]);
    expect(progressOf([done, open, soon, late], today)).toEqual({ done: 1, all: 4, late: 1 });
  });

  it('is dated from the day on which the site starts', () => {
    expect(dueOf('workshop', '2027-02-01', today)).toBe('2026-12-28');
    expect(dueOf('workshop', null, today)).toBeNull();
    expect(dueOf('lead-in', '2027-02-01', today)).toBeNull();
  });

  it('has a step for every question of readiness', () => {
    const steps = templateSteps.map(({ key }) => key);
    for (const { step } of readinessQuestions) expect(steps).toContain(step);
    for (const { sort } of templateSteps) expect(shapes.plan.sorts).toContain(sort);
  });
});

it('nobody is ready by not knowing', () => {
  const yes = Object.fromEntries(readinessQuestions.map(({ key }) => [key, 'yes']));
  expect(missingOf(yes)).toEqual([]);
  expect(missingOf({ ...yes, champion: 'unknown', room: 'partly' })).toEqual(['champion', 'room']);
});

it('a risk weighs what is likely times how bad it would be', () => {
  expect(
    [
      [1, 2],
      [2, 2],
      [3, 2],
      [1, 3],
      [3, 3],
    ].map(([likelihood, impact]) => weightOf({ likelihood, impact } as Entry)),
  ).toEqual(['low', 'medium', 'high', 'medium', 'high']);
});

it('a briefing counts for whoever was there, until it runs out', () => {
  const briefed = (owner: string, due: string | null, stage: Entry['stage'] = 'done') =>
    line({ register: 'training', sort: 'briefing', owner, due, stage });
  const training = [briefed('Isla Gordon ', null), briefed('Anwar Malik', '2026-11-20'), briefed('Fiona Tait', null, 'booked')];
  expect(trainingGaps('practice', ['Isla Gordon', 'Anwar Malik', 'Fiona Tait'], training, today).map(({ who }) => who)).toEqual([
    'Anwar Malik',
    'Fiona Tait',
  ]);
});

it('a practice of which nobody said anything refers already; one that prepares does not until its day', () => {
  expect(refersAlready(undefined, today)).toBe(true);
  expect(refersAlready({ stage: 'preparing', startsOn: '2026-01-01', rowVersion: 1 }, today)).toBe(false);
  expect(refersAlready({ stage: 'live', startsOn: '2026-12-01', rowVersion: 1 }, today)).toBe(false);
  expect(refersAlready({ stage: 'live', startsOn: today, rowVersion: 1 }, today)).toBe(true);
});

it('a problem is closed only with what was learnt of it', () => {
  const at = new Date('2026-11-21T10:00:00Z');
  const problem = { learning: ' ', closed: null } as Incident;
  expect(closeIncident(problem, 'lead', at)).toEqual({ ok: false, error: 'no-learning' });
  expect(closeIncident({ ...problem, learning: 'Ask twice' }, 'lead', at)).toMatchObject({
    ok: true,
    value: { closed: { at, by: 'lead' } },
  });
});
