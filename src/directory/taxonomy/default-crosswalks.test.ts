import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isNeed } from '../need.ts';
import { audiences } from '../service.ts';
import { broughtCodes, broughtLines } from './default-crosswalks.ts';

describe('what Bothy brings about public lists', () => {
  it('uses only codes of ours', () => {
    for (const [theirs, ours] of broughtCodes())
      expect(
        ours.filter((code) => !isNeed(code) && !(audiences as readonly string[]).includes(code)),
        theirs,
      ).toEqual([]);
  });

  it('matches food with food, and football with getting active', () => {
    expect(broughtLines('open-eligibility', { code: '1102', isTop: true })).toEqual([
      { list: 'bothy-needs', code: 'food', relation: 'same' },
    ]);
    expect(broughtLines('openactive', { code: 'football', isTop: true })).toEqual([
      { list: 'bothy-needs', code: 'activity', relation: 'narrower' },
    ]);
    expect(broughtLines('openactive', { code: 'general_fitness_for_older_adults', isTop: true })).toMatchObject([
      { code: 'activity' },
      { code: 'older' },
    ]);
  });

  it('says of some that they are none of ours, and nothing of others', () => {
    expect(broughtLines('openactive', { code: 'sauna', isTop: true })).toEqual([]);
    expect(broughtLines('openactive', { code: '5_a_side', isTop: false })).toBeUndefined();
    expect(broughtLines('open-eligibility', { code: 'constructor', isTop: true })).toBeUndefined();
    expect(broughtLines('csv', { code: '1102', isTop: true })).toBeUndefined();
  });
});

const shared = new URL('../../../../shared/standards/', import.meta.url);

it.runIf(existsSync(shared))('names only codes that the lists as published have', () => {
  const codes = new Set(
    [
      ...readFileSync(new URL('openeligibility/taxonomy', shared), 'utf8').matchAll(/_level id=['"](\d+)/g),
      ...readFileSync(new URL('openactive/data/activity-list.jsonld', shared), 'utf8').matchAll(/"notation": "([^"]+)"/g),
    ].map(([, code]) => code),
  );
  expect(
    broughtCodes()
      .map(([theirs]) => theirs)
      .filter((code) => !codes.has(code)),
  ).toEqual([]);
});
