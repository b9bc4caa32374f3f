import { describe, expect, it } from 'vitest';
import { linesOf } from './difference.ts';
import type { DirectoryRecord, Document } from './record.ts';
import { fieldsBack, shownOf, stepsOf, titleOf } from './version.ts';

const id = 'a0000000-0000-4000-8000-000000000001';
const document = (fields: Record<string, unknown>): Document => ({ id, ...fields });
const record = (version: number, fields: Record<string, unknown>, removed = false): DirectoryRecord => ({
  kind: 'service',
  id,
  document: document(fields),
  version,
  changedAt: new Date('2026-11-21T10:00:00Z'),
  changedBy: 'operator',
  sources: { '': 'operator' },
  changeSet: null,
  removed,
});
const tell = (field: string, value: unknown) => linesOf(shownOf(field, value));

describe('what versions changed', () => {
  it('is told field by field, the latest first', () => {
    const steps = stepsOf([record(2, { name: 'Walks', email: 'a@x.example' }), record(1, { name: 'Walk' })], tell);
    expect(steps).toEqual([
      {
        version: 2,
        first: false,
        removed: false,
        turn: null,
        changes: [
          { field: 'name', before: [{ deep: 0, name: '', value: 'Walk' }], after: [{ deep: 0, name: '', value: 'Walks' }] },
          { field: 'email', before: [], after: [{ deep: 0, name: '', value: 'a@x.example' }] },
        ],
      },
      { version: 1, first: true, removed: false, turn: null, changes: [] },
    ]);
  });

  it('leaves out what nobody can see of it', () => {
    const steps = stepsOf([record(2, { bothy: { said: ['name'] } }), record(1, { bothy: { said: [] } })], tell);
    expect(steps[0]!.changes).toEqual([]);
    expect(shownOf('bothy', { request_email: 'a@x.example', said: ['name'] })).toEqual({ request_email: 'a@x.example' });
  });

  it('says when a thing was taken out, and put back', () => {
    const steps = stepsOf([record(3, {}), record(2, {}, true), record(1, {})], tell);
    expect(steps.map(({ turn }) => turn)).toEqual(['restored', 'removed', null]);
  });
});

describe('taking back what one version changed', () => {
  const before = document({ name: 'Walk', email: 'a@x.example' });
  const accepted = document({ name: 'Walks', phones: ['1'] });

  it('puts back what was there, and takes away what was not', () => {
    expect(fieldsBack(document({ name: 'Walks', phones: ['1'], url: 'https://x.example' }), before, accepted)).toEqual({
      id,
      name: 'Walk',
      email: 'a@x.example',
      url: 'https://x.example',
    });
  });

  it('does not go over what has been changed since', () => {
    expect(fieldsBack(document({ name: 'Rambles', phones: ['1'] }), before, accepted)).toBeUndefined();
  });

  it('lets what only says how the rest is read differ', () => {
    const present = document({ name: 'Walks', bothy: { said: ['name', 'cost'] } });
    expect(fieldsBack(present, document({ name: 'Walk' }), document({ name: 'Walks', bothy: { said: ['name'] } }))).toEqual({
      id,
      name: 'Walk',
      bothy: { said: ['name', 'cost'] },
    });
  });
});

describe('what a record is called', () => {
  it.each([
    [{ name: 'Town Hall' }, 'Town Hall'],
    [{ name: ' ', addresses: [{ address_1: '1 High Street', city: 'Dalry' }] }, '1 High Street'],
    [{ addresses: [{ city: 'Dalry' }] }, 'Dalry'],
    [{}, ''],
  ])('is its name, or where it is: %o', (fields, title) => {
    expect(titleOf(document(fields))).toBe(title);
  });
});
