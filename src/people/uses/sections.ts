import { randomUUID } from 'node:crypto';
import { accountsById, allPractices, type Asker, type Colleague, may, type Practice } from '../../identity/index.ts';
import { type Database, type Tx, uuid } from '../../platform/database.ts';
import { recordEvents } from '../../platform/events.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { type Content, fieldsChanged, isRows, type Row, rowsIn, type SectionVersion, textIn } from '../core/section.ts';
import { type SectionId, sections, teamSections } from '../core/sections.ts';
import { nameOf, type Person } from '../person.ts';
import { findPerson, peopleById, peopleNamed, teamsKnowing, updatePerson } from '../store.ts';
import { addSectionVersion, findSection, sectionsOf, versionsOfSection } from '../store/sections.ts';

type NotReached = 'not-found' | 'not-yours';
type Names = ReadonlyMap<string, Colleague>;

/** Somebody who matters to a person and is supported here too, for an asker who may see both. */
export type Tie = { row: string; person: Person };
export type About = {
  person: Person;
  sections: ReadonlyMap<string, SectionVersion>;
  practice: Practice | undefined;
  names: Names;
  ties: readonly Tie[];
};
export type OneSection = { person: Person; current: SectionVersion | undefined; names: Names; ties: readonly Tie[]; maybe: readonly Tie[] };
type Learnt = Partial<Pick<Person, 'interpreter' | 'accessNeeds'>>;

export const sectionUses = ({ db, now }: { db: Database; now: () => Date }) => {
  /** A person whose section the asker may see, or change. */
  const reached = <T, E>(
    asker: Asker,
    id: string,
    action: 'see person' | 'support person' | 'tell clinical facts',
    work: (tx: Tx, person: Person) => Promise<Result<T, E>>,
  ): Promise<Result<T, E | NotReached>> => {
    if (!uuid.test(id)) return Promise.resolve(refuse('not-found'));
    return db.inProgramme(asker.programme.id, async (tx): Promise<Result<T, E | NotReached>> => {
      const person = await findPerson(tx, id);
      if (!person) return refuse('not-found');
      return (await mayReach(tx, asker, action, person)) ? work(tx, person) : refuse('not-yours');
    });
  };

  const save = async (
    tx: Tx,
    asker: Asker,
    person: Person,
    section: SectionId,
    content: Content,
    version: number,
  ): Promise<Result<SectionVersion, { stale: SectionVersion }>> => {
    const before = await findSection(tx, person.id, section);
    if (before && before.version !== version) return refuse({ stale: before });
    const change: SectionVersion = {
      ...{ person: person.id, section, version, content: withIds(content, before?.content ?? {}) },
      ...{ savedBy: asker.id, savedAt: now() },
    };
    const fields = fieldsChanged(before?.content ?? {}, change.content);
    if (!fields.length) return ok(before ?? change);
    const saved = await addSectionVersion(tx, change);
    if (!saved) return refuse({ stale: (await findSection(tx, person.id, section)) ?? change });
    await recordEvents(tx, [
      {
        ...{ type: 'section-saved', subject: { kind: 'person', id: person.id }, person: person.id },
        ...{ by: { kind: 'account', id: asker.id }, at: saved.savedAt, data: { section, fields } },
      },
    ]);
    return ok(saved);
  };

  const saveTie = (asker: Asker, id: string, row: string, other: string | null) =>
    reached(asker, id, 'support person', async (tx, person): Promise<Result<null, 'not-found' | 'changed-meanwhile'>> => {
      const current = await findSection(tx, id, 'people');
      const found = current && rowsIn(current.content, 'people').find((each) => each['id'] === row);
      const known = other && uuid.test(other) && other !== id ? await findPerson(tx, other) : undefined;
      if (!current || !found || (other && !(known && (await mayReach(tx, asker, 'see person', known))))) return refuse('not-found');
      const rows = rowsIn(current.content, 'people').map((each) => (each['id'] === row ? { ...each, known: other ?? '' } : each));
      const saved = { ...current, content: { ...current.content, people: rows } };
      if (!(await addSectionVersion(tx, { ...saved, savedBy: asker.id, savedAt: now() }))) return refuse('changed-meanwhile');
      await recordEvents(tx, [
        {
          ...{ type: other ? 'people-linked' : 'people-unlinked', subject: { kind: 'person', id: person.id }, person: person.id },
          ...{ by: { kind: 'account', id: asker.id }, at: now() },
        },
      ]);
      return ok(null);
    });

  return {
    /** All that is written down of a person, but for what only their practice may see. */
    seeAbout: (asker: Asker, id: string): Promise<Result<About, NotReached>> =>
      reached(asker, id, 'see person', async (tx, person) => {
        const found = (await sectionsOf(tx, id)).filter(({ section }) => isForTeam(section));
        const people = found.find(({ section }) => section === 'people');
        return ok({
          person,
          sections: new Map(found.map((each) => [each.section, each])),
          practice: (await allPractices(tx)).find((practice) => practice.id === person.practice),
          names: await namesIn(tx, found),
          ties: people ? await tiesOf(tx, asker, people) : [],
        });
      }),

    seeSection: (asker: Asker, id: string, section: SectionId): Promise<Result<OneSection, NotReached>> =>
      reached(asker, id, actionFor(section, 'see person'), async (tx, person) => {
        const current = await findSection(tx, id, section);
        const people = section === 'people' ? current : undefined;
        return ok({
          ...{ person, current, names: await namesIn(tx, current ? [current] : []) },
          ties: people ? await tiesOf(tx, asker, people) : [],
          maybe: people ? await maybeKnown(tx, asker, person, people) : [],
        });
      }),

    historyOfSection: (
      asker: Asker,
      id: string,
      section: SectionId,
    ): Promise<Result<{ person: Person; versions: readonly SectionVersion[]; names: Names }, NotReached>> =>
      reached(asker, id, actionFor(section, 'see person'), async (tx, person) => {
        const versions = await versionsOfSection(tx, id, section);
        return ok({ person, versions, names: await namesIn(tx, versions) });
      }),

    /** Saves over the version that was read; `stale` brings what somebody else saved meanwhile. `learnt` is what other pages say of it in one line. */
    saveSection: (
      asker: Asker,
      id: string,
      { section, content, version, learnt }: { section: SectionId; content: Content; version: number; learnt?: Learnt | undefined },
    ): Promise<Result<SectionVersion, NotReached | { stale: SectionVersion }>> =>
      reached(asker, id, actionFor(section, 'support person'), async (tx, person) => {
        const saved = await save(tx, asker, person, section, content, version);
        const differs = learnt && (learnt.interpreter !== person.interpreter || learnt.accessNeeds !== person.accessNeeds);
        if (saved.ok && differs) await updatePerson(tx, { ...person, ...learnt });
        return saved;
      }),

    tiePeople: saveTie,
  };
};

const isForTeam = (section: string): boolean => (teamSections as readonly string[]).includes(section);
const actionFor = (section: SectionId, team: 'see person' | 'support person') =>
  sections[section].who === 'practice' ? ('tell clinical facts' as const) : team;

async function mayReach(
  tx: Tx,
  asker: Asker,
  action: 'see person' | 'support person' | 'tell clinical facts',
  person: Person,
): Promise<boolean> {
  if (action === 'tell clinical facts') return may(asker, action, { practice: person.practice });
  return (await teamsKnowing(tx, person.id)).some((team) => may(asker, action, { team }));
}

/** Every row keeps the id that it was first saved with, and the link that it had. */
function withIds(content: Content, before: Content): Content {
  const kept = (field: string, row: Row): Row => {
    const old = row['id'] ? rowsIn(before, field).find(({ id }) => id === row['id']) : undefined;
    return { ...row, id: old ? textIn(old, 'id') : randomUUID(), ...(old?.['known'] ? { known: old['known'] } : {}) };
  };
  return Object.fromEntries(
    Object.entries(content).map(([field, answer]) => [field, isRows(answer) ? answer.map((row) => kept(field, row)) : answer]),
  );
}

const namesIn = (tx: Tx, versions: readonly SectionVersion[]): Promise<Map<string, Colleague>> =>
  accountsById(
    tx,
    versions.map(({ savedBy }) => savedBy).filter((each) => each !== null),
  );

/** Links to people whom this asker may see. Of the others not even the link is told. */
async function tiesOf(tx: Tx, asker: Asker, { content }: SectionVersion): Promise<Tie[]> {
  const rows = rowsIn(content, 'people').filter((row) => textIn(row, 'known'));
  const known = await peopleById(
    tx,
    rows.map((row) => textIn(row, 'known')),
  );
  const ties: Tie[] = [];
  for (const row of rows) {
    const person = known.get(textIn(row, 'known'));
    if (person && (await mayReach(tx, asker, 'see person', person))) ties.push({ row: textIn(row, 'id'), person });
  }
  return ties;
}

/** People of the same name whom this asker may see already, so that offering them tells nobody anything new. */
async function maybeKnown(tx: Tx, asker: Asker, about: Person, { content }: SectionVersion): Promise<Tie[]> {
  const maybe: Tie[] = [];
  for (const row of rowsIn(content, 'people').filter((each) => !textIn(each, 'known'))) {
    for (const person of await peopleNamed(tx, textIn(row, 'name'))) {
      if (person.id !== about.id && nameOf(person) && (await mayReach(tx, asker, 'see person', person)))
        maybe.push({ row: textIn(row, 'id'), person });
    }
  }
  return maybe;
}
