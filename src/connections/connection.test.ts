import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Answer,
  answer,
  answersTo,
  callMistake,
  cancel,
  type Connection,
  mayStillSee,
  referenceOf,
  refusals,
  request,
} from './connection.ts';
import { isOpen, transitions, type Status } from './status.ts';

const at = new Date('2026-11-23T10:00:00Z');
const today = '2026-11-23';
const asking = {
  id: '00000000-0000-4000-8000-000000000001',
  person: 'moira',
  service: 'walking-group',
  organisation: 'glenkens',
  kind: 'asked' as const,
  linkWorker: 'sam',
  shared: { name: 'Moira Kerr', phone: '01644 420000' },
  consent: 'yes',
};
const requested = request(asking, ['phone'], at).state;
const must = <T, E>(result: { ok: true; value: T } | { ok: false; error: E }): T => {
  if (!result.ok) throw new Error(`Refused: ${String(result.error)}`);
  return result.value;
};
const say = (connection: Connection, ...given: Answer[]) => given.reduce((c, each) => must(answer(c, each, at, today)).state, connection);
const accepted = say(requested, { name: 'accepted', note: '' });

describe('a connection', () => {
  it('begins as requested, and says to nobody but the service what was shared', () => {
    const { state, events } = request(asking, ['phone'], at);
    expect(state).toMatchObject({ status: 'requested', reason: null, statusReason: '' });
    expect(state.reference).toMatch(/^CN-[2-9CDFGHJKMNPQRTVWX]{7}$/);
    expect(events).toEqual([
      { type: 'connection-requested', service: 'walking-group', organisation: 'glenkens', kind: 'asked', fields: ['phone'] },
    ]);
    expect(JSON.stringify(events)).not.toContain('Moira');
  });

  it('has a reference that can be read aloud, which follows from its id', () => {
    expect(referenceOf('00000000-0000-4000-8000-000000000001')).toBe('CN-2222222');
    expect(referenceOf('7bd1a8b2-03c4-4e12-9e0f-3d4c5b6a7980')).toBe('CN-6CHH8W2');
  });

  it('of somebody who goes themselves asks nobody, and is agreed at once', () => {
    const { state, events } = request({ ...asking, kind: 'self', shared: null, consent: null }, [], at);
    expect(state).toMatchObject({ status: 'accepted', reason: 'goes-themselves' });
    expect(events.map(({ type }) => type)).toEqual(['connection-requested', 'connection-accepted']);
  });
});

describe('an organisation', () => {
  it('accepts', () => {
    expect(accepted.status).toBe('accepted');
  });

  it('puts somebody on its waiting list: accepted, then on hold, with the day a place is expected', () => {
    const { state, events } = must(answer(requested, { name: 'waiting-list', weeks: 6, note: 'A volunteer starts in January' }, at, today));
    expect(state).toMatchObject({
      status: 'on-hold',
      reason: 'waiting-list',
      statusReason: 'A volunteer starts in January',
      expectedOn: '2027-01-04',
    });
    expect(events).toEqual([{ type: 'connection-accepted' }, { type: 'connection-on-hold', weeks: 6 }]);
  });

  it('may have a waiting list of which nobody knows the length', () => {
    expect(say(requested, { name: 'waiting-list', weeks: null, note: '' })).toMatchObject({ status: 'on-hold', expectedOn: null });
  });

  it('may say that the list has become longer', () => {
    const held = say(requested, { name: 'waiting-list', weeks: 6, note: '' });
    const { state, events } = must(answer(held, { name: 'waiting-list', weeks: 10, note: '' }, at, today));
    expect(state).toMatchObject({ status: 'on-hold', expectedOn: '2027-02-01' });
    expect(events).toEqual([{ type: 'connection-on-hold', weeks: 10 }]);
  });

  it('that cannot help rejects what it was asked, and fails what it had accepted', () => {
    const cannot: Answer = { name: 'cannot-help', reason: 'full', note: '' };
    expect(say(requested, cannot)).toMatchObject({ status: 'rejected', reason: 'full' });
    expect(say(accepted, cannot)).toMatchObject({ status: 'failed', reason: 'full' });
  });

  it('that cannot help for another reason has to say which', () => {
    expect(answer(requested, { name: 'cannot-help', reason: 'other', note: '  ' }, at, today)).toEqual({ ok: false, error: 'needs-words' });
    expect(say(requested, { name: 'cannot-help', reason: 'other', note: 'Our hall has flooded' }).statusReason).toBe(
      'Our hall has flooded',
    );
  });

  it('says that they came, which begins it, from a waiting list too', () => {
    const came: Answer = { name: 'came', on: '2026-11-20', note: '' };
    const { state, events } = must(answer(accepted, came, at, today));
    expect(state).toMatchObject({ status: 'in-progress', attended: true });
    expect(events).toEqual([{ type: 'connection-in-progress' }, { type: 'connection-attended', came: true, on: '2026-11-20' }]);
    expect(say(requested, { name: 'waiting-list', weeks: 6, note: '' }, came)).toMatchObject({ status: 'in-progress', expectedOn: null });
    expect(must(answer(state, came, at, today)).events).toEqual([{ type: 'connection-attended', came: true, on: '2026-11-20' }]);
  });

  it('says that they did not come, and nothing is closed by it', () => {
    const { state, events } = must(answer(accepted, { name: 'did-not-come', on: today, note: 'We kept her a seat' }, at, today));
    expect(state).toMatchObject({ status: 'accepted', attended: false, reason: 'did-not-come', statusReason: 'We kept her a seat' });
    expect(events).toEqual([{ type: 'connection-attended', came: false, on: today }]);
  });

  it('cannot say that somebody came on a day that has not been', () => {
    expect(answer(accepted, { name: 'came', on: '2026-11-24', note: '' }, at, today)).toEqual({ ok: false, error: 'not-yet' });
  });

  it('tells that a place has come free, which begins it', () => {
    expect(say(requested, { name: 'waiting-list', weeks: 6, note: '' }, { name: 'place-now', note: '' })).toMatchObject({
      status: 'in-progress',
      expectedOn: null,
    });
  });

  it('says that it has finished', () => {
    expect(say(accepted, { name: 'finished', note: '' }).status).toBe('completed');
  });

  it('may send a message, which changes nothing but that it was heard of', () => {
    const { state, events } = must(answer(requested, { name: 'message', note: 'Back from leave on Monday' }, at, today));
    expect(state.status).toBe('requested');
    expect(events).toEqual([{ type: 'connection-message' }]);
  });

  it('cannot answer what has ended', () => {
    const ended = say(accepted, { name: 'finished', note: '' });
    expect(answersTo(ended)).toEqual([]);
    expect(answer(ended, { name: 'accepted', note: '' }, at, today)).toEqual({ ok: false, error: 'not-open' });
  });

  it('cannot say that somebody came before it has taken them on', () => {
    expect(answer(requested, { name: 'came', on: today, note: '' }, at, today)).toEqual({ ok: false, error: 'not-now' });
  });
});

describe('what can be answered', () => {
  const offered = (...given: Answer[]) => answersTo(say(requested, ...given));

  it('is only what fits how it stands', () => {
    expect(answersTo(requested)).toEqual(['accepted', 'waiting-list', 'cannot-help', 'message']);
    expect(answersTo(accepted)).toEqual(['came', 'did-not-come', 'finished', 'waiting-list', 'cannot-help', 'message']);
    const held: Answer = { name: 'waiting-list', weeks: 2, note: '' };
    expect(offered(held)).toEqual(['place-now', 'came', 'did-not-come', 'waiting-list', 'finished', 'cannot-help', 'message']);
    expect(offered(held, { name: 'place-now', note: '' })).toEqual([
      'came',
      'did-not-come',
      'finished',
      'waiting-list',
      'cannot-help',
      'message',
    ]);
  });

  it('takes the place of what was said before', () => {
    const missed: Answer = { name: 'did-not-come', on: today, note: 'Not seen' };
    expect(say(accepted, missed, { name: 'finished', note: ' Six walks ' })).toMatchObject({
      status: 'completed',
      reason: null,
      statusReason: 'Six walks',
    });
    expect(say(requested, { name: 'accepted', note: 'Tuesday' })).toMatchObject({ reason: null, statusReason: 'Tuesday' });
    expect(say(accepted, missed, { name: 'came', on: today, note: 'Here at last' })).toMatchObject({
      reason: null,
      statusReason: 'Here at last',
    });
  });

  it('is told in an event of its own', () => {
    const typesOf = (connection: Connection, given: Answer) => must(answer(connection, given, at, today)).events.map(({ type }) => type);
    const held = say(requested, { name: 'waiting-list', weeks: 2, note: '' });
    expect(typesOf(held, { name: 'place-now', note: '' })).toEqual(['connection-in-progress']);
    expect(typesOf(accepted, { name: 'finished', note: '' })).toEqual(['connection-completed']);
    expect(typesOf(accepted, { name: 'waiting-list', weeks: null, note: '' })).toEqual(['connection-on-hold']);
  });

  it('keeps somebody who did not come on the waiting list that they are on', () => {
    const held = say(requested, { name: 'waiting-list', weeks: 2, note: '' });
    expect(say(held, { name: 'did-not-come', on: today, note: '' })).toMatchObject({ status: 'on-hold', reason: 'waiting-list' });
  });
});

describe('a link worker', () => {
  it('cancels with a reason, and the organisation may see nothing of the person any more', () => {
    const { state, events } = must(cancel(accepted, { reason: 'person-changed-mind', note: '' }, at));
    expect(state).toMatchObject({ status: 'cancelled', reason: 'person-changed-mind' });
    expect(events).toEqual([{ type: 'connection-cancelled', reason: 'person-changed-mind' }]);
    expect([requested, accepted, say(accepted, { name: 'finished', note: '' })].every(mayStillSee)).toBe(true);
    expect(mayStillSee(state)).toBe(false);
  });

  it('has to say why, if none of the reasons fits', () => {
    expect(cancel(accepted, { reason: 'other', note: ' ' }, at)).toEqual({ ok: false, error: 'needs-words' });
    expect(must(cancel(accepted, { reason: 'other', note: ' Moved to Ayr ' }, at)).state.statusReason).toBe('Moved to Ayr');
  });

  it('cannot cancel what the organisation has turned down', () => {
    const rejected = say(requested, { name: 'cannot-help', reason: 'full', note: '' });
    expect(cancel(rejected, { reason: 'no-longer-needed', note: '' }, at)).toEqual({ ok: false, error: 'not-open' });
  });

  it('may say of anything that it was recorded by mistake, but only once', () => {
    const mistaken = must(callMistake(say(accepted, { name: 'finished', note: '' }), at)).state;
    expect(mistaken).toMatchObject({ status: 'entered-in-error', reason: 'by-mistake', statusReason: '' });
    expect(callMistake(mistaken, at).ok).toBe(false);
  });
});

const day = fc.constantFrom('2026-11-20', today, '2026-12-01');
const note = fc.constantFrom('', 'A word');
const anyAnswer: fc.Arbitrary<Answer> = fc.oneof(
  fc.record({ name: fc.constantFrom('accepted' as const, 'place-now' as const, 'finished' as const, 'message' as const), note }),
  fc.record({ name: fc.constant('waiting-list' as const), weeks: fc.option(fc.nat(50)), note }),
  fc.record({ name: fc.constant('cannot-help' as const), reason: fc.constantFrom(...refusals), note }),
  fc.record({ name: fc.constantFrom('came' as const, 'did-not-come' as const), on: day, note }),
);
const anyDeed = fc.oneof(
  anyAnswer.map((given) => (c: Connection) => answer(c, given, at, today)),
  fc.record({ reason: fc.constantFrom('no-answer' as const, 'other' as const), note }).map((why) => (c: Connection) => cancel(c, why, at)),
  fc.constant((c: Connection) => callMistake(c, at)),
);
const statusAfter: Record<string, Status> = {
  'connection-accepted': 'accepted',
  'connection-on-hold': 'on-hold',
  'connection-in-progress': 'in-progress',
  'connection-rejected': 'rejected',
  'connection-failed': 'failed',
  'connection-completed': 'completed',
  'connection-cancelled': 'cancelled',
  'connection-entered-in-error': 'entered-in-error',
};

describe('whatever organisations and link workers do, in whatever order', () => {
  it('a connection only takes steps that the standard has, and its events tell every one of them', () => {
    fc.assert(
      fc.property(fc.array(anyDeed, { maxLength: 30 }), fc.constantFrom('asked' as const, 'self' as const), (deeds, kind) => {
        let now = kind === 'asked' ? requested : request({ ...asking, kind, shared: null, consent: null }, [], at).state;
        for (const deed of deeds) {
          const done = deed(now);
          if (!done.ok) continue;
          let told = now.status;
          for (const { type } of done.value.events) {
            const next = statusAfter[type];
            if (!next || next === told) continue;
            expect(transitions[told]).toContain(next);
            told = next;
          }
          expect(told).toBe(done.value.state.status);
          now = done.value.state;
        }
      }),
    );
  });

  it('what is turned down, held or cancelled always says why', () => {
    fc.assert(
      fc.property(fc.array(anyDeed, { maxLength: 30 }), (deeds) => {
        let now = requested;
        for (const deed of deeds) {
          const done = deed(now);
          if (done.ok) now = done.value.state;
          if (['rejected', 'failed', 'on-hold', 'cancelled'].includes(now.status)) expect(now.reason).not.toBeNull();
        }
      }),
    );
  });

  it('only what is offered can be answered, and nothing is offered once it has ended', () => {
    fc.assert(
      fc.property(fc.array(anyAnswer, { maxLength: 12 }), (given) => {
        let now = requested;
        for (const each of given) {
          const done = answer(now, each, at, today);
          if (done.ok) expect(answersTo(now)).toContain(each.name);
          if (done.ok) now = done.value.state;
          expect(answersTo(now).length > 0).toBe(isOpen(now.status));
        }
      }),
    );
  });
});
