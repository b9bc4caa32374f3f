import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { en } from '../../locales/en/index.ts';

const root = new URL('../', import.meta.url);
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
  (path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$|(^|\/)testing\/|^(platform|design)\//.test(path),
);

/** Kebab-case words with a dash after `type:`, also in a union, and the first argument of messageEvent. */
const eventTypes = (text: string): string[] => {
  const declared = text.matchAll(/\btype: ((?:'[a-z]+(?:-[a-z]+)+'(?: \| )?)+)/g);
  const passed = text.matchAll(/Event\(\s*('[a-z]+(?:-[a-z]+)+')/g);
  return [...declared, ...passed].flatMap(([, types]) => [...types!.matchAll(/'([a-z-]+)'/g)].map(([, type]) => type!));
};

const types = [...new Set(sources.flatMap((path) => eventTypes(readFileSync(new URL(path, root), 'utf8'))))].sort();

describe('the timeline of a person', () => {
  it('knows which events there are', () =>
    expect(types).toEqual(
      expect.arrayContaining(['support-begun', 'referral-received', 'person-added', 'connection-rejected', 'connection-failed']),
    ));

  it.each(types)('says %s in words', (type) => {
    const say = en.timeline[type];
    expect(say, `${type} has no words in the events of any locale`).toBeTypeOf('function');
    const data = {
      linkWorker: 'sam',
      kind: 'review',
      because: 'completed',
      channel: 'phone',
      outcome: 'no-answer',
      minutes: 20,
      version: 2,
      purpose: 'support',
      came: true,
      on: '2026-11-21',
      fields: ['phone'],
      needs: ['money'],
      weeks: 3,
      reason: 'full',
      why: 'withdrawn',
      instrument: 'ons4',
      people: 12,
      use: 'team',
    };
    const said = say!(data, { account: () => 'Sam Findlay' });
    expect(said).toMatch(/^[A-Z]/);
    expect(said).not.toMatch(/undefined|null|NaN|\[object/);
  });

  it('names who supports somebody, and what was done', () => {
    const names = { account: () => 'Sam Findlay' };
    expect(en.timeline['support-begun']!({ linkWorker: 'x' }, names)).toBe('Support began with Sam Findlay');
    expect(en.timeline['contact-recorded']!({ channel: 'phone', minutes: 20 }, names)).toBe('In touch: phone call, 20 minutes');
    expect(en.timeline['attempt-recorded']!({ channel: 'letter', outcome: 'sent' }, names)).toBe(
      'Tried to reach them: letter, sent, waiting for a reply',
    );
    expect(en.timeline['support-closed']!({ because: 'moved-away' }, names)).toBe('Support ended: they moved away');
  });
});
