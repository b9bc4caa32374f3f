import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { en } from '../../../locales/en/index.ts';
import { sections } from '../../people/index.ts';
import type { Answer } from './answer.ts';
import { answers, coveragePage, shareOf } from './coverage.ts';
import { items } from './model.ts';

const placesOf = (answer: Answer): readonly string[] => (answer.how === 'held' ? answer.in : answer.how === 'derived' ? answer.from : []);
const places = Object.values(answers).flatMap(placesOf);
const asked = places.filter((place) => place.startsWith('about:')).map((place) => place.slice('about:'.length).split('.'));

type Node = { type: string; name: string; mro?: string; minimumMultiplicity: string; maximumMultiplicity: string; concept?: Node[] };
const leaves = ({ type, name, concept = [], ...rest }: Node, above: readonly string[]): string[] => {
  const path = [...above, name.trim()];
  const own = type === 'group' ? [] : [`${path.join(' > ')} ${rest.minimumMultiplicity}..${rest.maximumMultiplicity}`];
  return [...own, ...concept.flatMap((child) => leaves(child, path))];
};

describe('what Bothy holds of the standard', () => {
  it('is said of each of its 237 items, and of nothing else', () => {
    expect(items).toHaveLength(237);
    expect(Object.keys(answers).sort()).toEqual(items.map(({ path }) => path).sort());
  });

  const published = '../shared/standards/prsb-social-prescribing-1.1/model.json';
  it.runIf(existsSync(published))('is measured against the model as it is published', () => {
    const { dataset } = JSON.parse(readFileSync(published, 'utf8')) as { dataset: { concept: Node[] }[] };
    const theirs = dataset.flatMap(({ concept }) => concept.flatMap((section) => leaves(section, [])));
    expect(items.map(({ path, cardinality }) => `${path} ${cardinality}`)).toEqual(theirs);
  });

  it('is at least 95 per cent of it, and every item that is mandatory', () => {
    expect(shareOf(answers).percent).toBeGreaterThanOrEqual(95);
    for (const { path } of items.filter(({ demand }) => demand === 'M')) expect(answers[path]?.how, path).toBe('held');
  });

  it('gives a reason for whatever is left out', () => {
    for (const [path, answer] of Object.entries(answers))
      if (answer.how === 'not-held') expect(answer.because.length, path).toBeGreaterThan(30);
  });

  it.each(asked.map((place) => place.join('.')))('%s is asked on the page “About”', (place) => {
    const [section = '', field = '', cell] = place.split('.');
    const found = (sections as Record<string, { fields: Record<string, { fields?: object }> }>)[section]?.fields[field];
    expect(found).toBeDefined();
    if (cell) expect(found!.fields).toHaveProperty(cell);
  });

  it('has a place for every question that is asked about a person, or says which are ours alone', () => {
    const fields = Object.entries(sections).flatMap(([section, { fields: all }]) => Object.keys(all).map((field) => `${section}.${field}`));
    const mapped = new Set(asked.map(([section, field]) => `${section}.${field}`));
    expect(fields.filter((field) => !mapped.has(field))).toEqual(
      ['communication.reads', 'communication.note', 'identity.genderWords'].filter((field) => !mapped.has(field)),
    );
  });

  it('asks every question in words', () => {
    for (const section of Object.values(en.aboutPerson.sections)) {
      for (const { label } of Object.values(section.fields)) expect(label).toMatch(/^[A-Z].{2,}/);
    }
  });

  it('is written in docs/prsb-coverage.md as it is now: npm run prsb', () => {
    expect(readFileSync('docs/prsb-coverage.md', 'utf8')).toBe(coveragePage());
  });
});
