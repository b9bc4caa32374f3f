import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askedOf, cellName, readSection } from './read-section.ts';
import { fieldsChanged, rowsIn, textIn } from './section.ts';
import { type SectionId, sectionOf, sections, teamSections } from './sections.ts';

const today = '2026-11-21';
const ids = Object.keys(sections) as SectionId[];

describe('a section as it is typed', () => {
  it('keeps what was answered, and nothing of what was not', () => {
    const read = readSection(sections.home, { household: 'alone', householdWords: '  ', gettingIn: ' Side door ' }, today);
    expect(read).toEqual({ ok: true, value: { household: 'alone', gettingIn: 'Side door' } });
  });

  it('takes only answers that were offered', () => {
    expect(readSection(sections.home, { household: 'castle' }, today)).toEqual({ ok: false, error: { household: { name: 'choose' } } });
    expect(readSection(sections.communication, { formats: ['braille', 'telepathy'] }, today)).toMatchObject({ ok: false });
    expect(readSection(sections.communication, { formats: ['braille', 'braille'] }, today)).toEqual({
      ok: true,
      value: { formats: ['braille'] },
    });
  });

  it('knows a day that cannot be: one that is not in the calendar, one to come, one long gone', () => {
    const wrong = (day: string) => readSection(sections.daily, { smokingStopped: day }, today);
    expect(wrong('31 2 2020')).toEqual({ ok: false, error: { smokingStopped: { name: 'date' } } });
    expect(wrong('2026-11-22')).toEqual({ ok: false, error: { smokingStopped: { name: 'past' } } });
    expect(wrong('1620-01-01')).toEqual({ ok: false, error: { smokingStopped: { name: 'too-old' } } });
    expect(wrong('2026-11-21').ok).toBe(true);
  });

  it('asks about an end that is before its beginning', () => {
    const service = { 'services-0-name': 'Carer', 'services-0-from': '2026-02-01', 'services-0-until': '2026-01-01' };
    expect(readSection(sections.services, service, today)).toEqual({ ok: false, error: { 'services-0-until': { name: 'order' } } });
  });

  it('asks for the name of somebody of whom only the rest was typed, and forgets nobody else', () => {
    const typed = { 'people-0-note': 'nurse', 'people-2-name': 'Ann' };
    expect(readSection(sections.people, typed, today)).toEqual({ ok: false, error: { 'people-0-name': { name: 'unnamed' } } });
    const read = readSection(sections.people, { ...typed, 'people-0-remove': 'yes' }, today);
    expect(read.ok && rowsIn(read.value, 'people').map((row) => textIn(row, 'name'))).toEqual(['Ann']);
  });

  it('takes a link only to a place that is safe to open', () => {
    for (const link of ['javascript:alert(1)', 'http://example.org', 'film.mp4']) {
      expect(readSection(sections.aboutMe, { recording: link }, today).ok, link).toBe(false);
    }
    expect(readSection(sections.aboutMe, { recording: 'https://films.example/tomasz' }, today).ok).toBe(true);
  });

  it('never breaks, and never keeps a thing that was not asked', () =>
    fc.assert(
      fc.property(fc.constantFrom(...ids), fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.array(fc.string()))), (id, typed) => {
        const section = sectionOf(id);
        const names = [...Object.keys(section.fields), ...askedOf(section).days, ...askedOf(section).many];
        const known = Object.fromEntries(names.map((name, n) => [name, Object.values(typed)[n] ?? '']));
        const read = readSection(section, { ...typed, ...known }, today);
        if (read.ok) for (const name of Object.keys(read.value)) expect(section.fields).toHaveProperty(name);
      }),
    ));
});

describe('the sections', () => {
  it('leave sex in the clinical record to the practice', () => {
    expect(teamSections).not.toContain('clinical');
    for (const id of teamSections) expect(Object.keys(sections[id].fields)).not.toContain('sex');
  });

  it('let nobody be forced to tell what is sensitive', () => {
    for (const field of [sections.background.fields.ethnicity, sections.background.fields.religion, sections.background.fields.orientation])
      expect(field.options).toContain('not-said');
    expect(sections.rights.fields.immigration.options).toContain('not-said');
    expect(sections.identity.fields.gender.options).toContain('not-said');
    expect(sections.people.fields.carer.options).toContain('not-said');
  });

  it('have room for a row’s cells under names of their own', () => expect(cellName('people', 2, 'name')).toBe('people-2-name'));
});

it('says what changed by name, and nothing when nothing did', () => {
  expect(fieldsChanged({ a: '1', b: ['2'] }, { b: ['2'], c: '3' })).toEqual(['a', 'c']);
  expect(fieldsChanged({ a: '1' }, { a: '1' })).toEqual([]);
});
