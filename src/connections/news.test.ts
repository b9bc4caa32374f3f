import { describe, expect, it } from 'vitest';
import { type Answer, type Connection, request } from './connection.ts';
import { taskAfter, taskOfSilence } from './news.ts';

const before: Connection = request(
  {
    id: '00000000-0000-4000-8000-000000000001',
    person: 'm',
    service: 's',
    organisation: 'o',
    kind: 'asked',
    linkWorker: 'sam',
    shared: null,
    consent: null,
  },
  [],
  new Date('2026-11-23T10:00:00Z'),
).state;
const told = (given: Answer, connection = before) => taskAfter(given, connection);

describe('a link worker is given something to do', () => {
  it('when an organisation answers, whatever it answers', () => {
    expect(told({ name: 'accepted', note: '' })).toBe('connection-answered');
    expect(told({ name: 'waiting-list', weeks: 3, note: '' })).toBe('connection-answered');
    expect(told({ name: 'place-now', note: '' })).toBe('connection-answered');
    expect(told({ name: 'finished', note: '' })).toBe('connection-answered');
    expect(told({ name: 'message', note: 'Hello' })).toBe('connection-answered');
  });

  it('when it cannot help: to find something else, or to reach the person', () => {
    expect(told({ name: 'cannot-help', reason: 'full', note: '' })).toBe('connection-declined');
    expect(told({ name: 'cannot-help', reason: 'could-not-reach', note: '' })).toBe('connection-not-reached');
  });

  it('when somebody comes for the first time, and whenever they do not come, but not at every session', () => {
    const came: Answer = { name: 'came', on: '2026-11-23', note: '' };
    expect(told(came)).toBe('connection-answered');
    expect(told(came, { ...before, attended: true })).toBeUndefined();
    expect(told({ ...came, name: 'did-not-come' }, { ...before, attended: true })).toBe('connection-did-not-come');
  });

  it('when silence has lasted', () => {
    expect(taskOfSilence).toEqual({
      'no-answer': 'connection-no-answer',
      'wait-passed': 'connection-waiting-list',
      'no-news': 'connection-check',
    });
  });
});
