import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chase, nextChase } from './chase.ts';
import { type Answer, answer, type Connection, request } from './connection.ts';

const rules = { chaseAfterDays: 7, timeZone: 'Europe/London' };
const asked = new Date('2026-11-02T10:00:00Z');
const onDay = (n: number) => new Date(asked.getTime() + n * 86_400_000);
const start = (kind: Connection['kind'] = 'asked') =>
  request(
    {
      id: '00000000-0000-4000-8000-000000000001',
      person: 'm',
      service: 's',
      organisation: 'o',
      kind,
      linkWorker: 'sam',
      shared: null,
      consent: null,
    },
    [],
    asked,
  ).state;
const hear = (connection: Connection, given: Answer, at: Date) => {
  const heard = answer(connection, given, at, at.toISOString().slice(0, 10));
  if (!heard.ok) throw new Error(heard.error);
  return heard.value.state;
};
/** Runs the job every day, and tells what it did on which. */
function everyDay(connection: Connection, days: number) {
  const done: [number, string][] = [];
  let state = connection;
  for (let day = 0; day <= days; day++) {
    const chased = chase(state, rules, onDay(day));
    if (!chased) continue;
    done.push([day, chased.nudge]);
    state = chased.state;
  }
  return { done, state };
}

describe('silence', () => {
  it('of an organisation brings it one reminder, and then the link worker a task', () => {
    expect(everyDay(start(), 60).done).toEqual([
      [7, 'remind'],
      [14, 'no-answer'],
    ]);
  });

  it('of a service that was rung is told to the link worker at once, since there is nobody to send a mail to', () => {
    expect(everyDay(start('rung'), 60).done).toEqual([[7, 'no-answer']]);
  });

  it('is counted anew when they have been heard of', () => {
    expect(everyDay(hear(start(), { name: 'message', note: 'On leave until Monday' }, onDay(5)), 60).done).toEqual([
      [12, 'remind'],
      [19, 'no-answer'],
    ]);
  });

  it('about a waiting list is noticed the morning after the day a place was expected', () => {
    const held = hear(start(), { name: 'waiting-list', weeks: 2, note: '' }, onDay(1));
    expect(everyDay(held, 60).done).toEqual([[16, 'wait-passed']]);
  });

  it('about a waiting list of unknown length is noticed after twelve weeks', () => {
    const held = hear(start(), { name: 'waiting-list', weeks: null, note: '' }, onDay(1));
    expect(everyDay(held, 200).done).toEqual([[85, 'wait-passed']]);
  });

  it('after being accepted is met with a gentle question whether they came, and then with a task', () => {
    const accepted = hear(start(), { name: 'accepted', note: '' }, onDay(1));
    expect(everyDay(accepted, 100).done).toEqual([
      [22, 'ask-attendance'],
      [43, 'no-news'],
    ]);
  });

  it('about somebody who goes themselves is for the link worker to ask them about', () => {
    expect(everyDay(start('self'), 100).done).toEqual([[21, 'no-news']]);
  });

  it('is nothing to mind once they have come', () => {
    const came = hear(hear(start(), { name: 'accepted', note: '' }, onDay(1)), { name: 'came', on: '2026-11-03', note: '' }, onDay(2));
    expect(nextChase(came, rules)).toBeUndefined();
  });
});

const anyAnswers = fc.array(
  fc.constantFrom<Answer>(
    { name: 'accepted', note: '' },
    { name: 'waiting-list', weeks: 3, note: '' },
    { name: 'waiting-list', weeks: null, note: '' },
    { name: 'did-not-come', on: '2026-11-02', note: '' },
    { name: 'came', on: '2026-11-02', note: '' },
    { name: 'message', note: 'Hello' },
  ),
  { maxLength: 6 },
);
const anyStory = fc.tuple(fc.constantFrom<Connection['kind']>('asked', 'rung', 'self'), anyAnswers).map(([kind, given]) =>
  given.reduce((connection, each) => {
    const heard = answer(connection, each, asked, '2026-11-02');
    return heard.ok ? heard.value.state : connection;
  }, start(kind)),
);

describe('whatever has happened before', () => {
  it('nothing is ever closed by silence, however long it lasts', () => {
    fc.assert(
      fc.property(anyStory, (connection) => {
        const { state } = everyDay(connection, 400);
        expect({ ...state, nudgedAt: null, raisedAt: null }).toEqual({ ...connection, nudgedAt: null, raisedAt: null });
      }),
      { numRuns: 50 },
    );
  });

  it('silence about what is awaited always comes to a link worker in the end', () => {
    fc.assert(
      fc.property(anyStory, (connection) => {
        const { done } = everyDay(connection, 400);
        if (nextChase(connection, rules)) expect(['no-answer', 'wait-passed', 'no-news']).toContain(done.at(-1)?.[1]);
      }),
      { numRuns: 50 },
    );
  });

  it('looking twice at the same moment does nothing more', () => {
    fc.assert(
      fc.property(anyStory, fc.nat(400), (connection, day) => {
        const once = chase(connection, rules, onDay(day));
        if (once) expect(chase(once.state, rules, onDay(day))).toBeUndefined();
      }),
    );
  });
});
