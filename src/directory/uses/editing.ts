import { randomUUID } from 'node:crypto';
import type { Asker } from '../../identity/index.ts';
import { dayIn } from '../../platform/calendar.ts';
import { type Tx, uuid } from '../../platform/database.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import {
  changedParts,
  type EditPart,
  fieldsIn,
  parts,
  type PlaceOffer,
  type ServiceEdit,
  type ServiceTyped,
  type TakeOutReason,
} from '../edit.ts';
import { type Alike, alikeTo } from '../editing/alike.ts';
import { chosenPlaces, offersOf, placeChanges, placesAround } from '../editing/places.ts';
import { editedService, editOf, newService } from '../editing/service.ts';
import type { Raw } from '../feed/raw.ts';
import type { DirectoryRecord } from '../record.ts';
import { wholeDocuments } from '../record/whole.ts';
import { type Location, shownLocation, toService } from '../service.ts';
import { holdRecord } from '../store/editing.ts';
import { recordsById } from '../store/records.ts';
import { feedsBehind, saveTyped, setRemoved } from './editing-needs.ts';
import { asAsker, type Ports } from './needs.ts';

type Of = { id: string; name: string };

/** A service as its form shows it. `feeds` says from which feed each part comes that is the word of one. */
export type ServiceForm = {
  id: string | null;
  version: number;
  removed: boolean;
  organisation: Of;
  service: ServiceEdit;
  places: PlaceOffer[];
  feeds: Partial<Record<EditPart, string>>;
};

/** `sure`: whoever saves has seen what the refusal before told. */
export type SaveAsk = { version: number; sure: boolean };
export type SaveRefusal = 'not-found' | { stale: ServiceForm } | { confirm: EditPart[]; form: ServiceForm; after: ServiceEdit };
export type AddRefusal = 'not-found' | { alike: Alike[] };

/** `service` and `known` are as they are; the form shows nothing of where a private place is. */
type Opened = { record: DirectoryRecord; whole: Raw; known: Map<string, Location>; service: ServiceEdit; form: ServiceForm };

/** Writing services by hand. */
export function editingUses(ports: Ports) {
  const { now } = ports;
  const curating = <T>(asker: Asker, work: (tx: Tx) => Promise<T>) => asAsker(ports, asker, 'curate directory', work);
  const checked = (asker: Asker, typed: ServiceTyped, before: Pick<ServiceEdit, 'assuredAt' | 'assuredBy'>) =>
    typed.checkedToday
      ? { assuredAt: dayIn(asker.programme.settings.timeZone, now()), assuredBy: asker.name }
      : { assuredAt: before.assuredAt, assuredBy: before.assuredBy };

  return {
    serviceToEdit: (asker: Asker, id: string): Promise<ServiceForm | undefined> =>
      curating(asker, async (tx) => (await openService(tx, id))?.form),

    /** The form of a service of this organisation that is not there yet. */
    blankService: (asker: Asker, organisation: string): Promise<ServiceForm | undefined> =>
      curating(asker, async (tx) => {
        const of = await organisationNamed(tx, organisation);
        return of && { ...blank(of), places: await offersOf(tx, await placesAround(tx, organisation, [])) };
      }),

    addService: (asker: Asker, organisation: string, typed: ServiceTyped, sure: boolean): Promise<Result<string, AddRefusal>> =>
      curating(asker, async (tx) => {
        const of = await organisationNamed(tx, organisation);
        if (!of) return refuse('not-found');
        const known = await placesAround(tx, organisation, []);
        const { locations, fresh, marks } = await chosenPlaces(tx, typed, known);
        const edit = toEdit(typed, { organisation, locations, marks, ...checked(asker, typed, { assuredAt: null, assuredBy: null }) });
        const document = newService(randomUUID(), edit);
        const places = placeChanges(fresh);
        const alike = sure
          ? []
          : await alikeTo(
              tx,
              'service',
              document,
              places.map((place) => place.document),
            );
        if (alike.length) return refuse({ alike });
        await saveTyped(tx, asker, now(), { kind: 'service', before: null, after: document, with: places });
        return ok(document.id);
      }),

    saveService: (asker: Asker, id: string, typed: ServiceTyped, { version, sure }: SaveAsk): Promise<Result<string, SaveRefusal>> =>
      curating(asker, async (tx): Promise<Result<string, SaveRefusal>> => {
        if (uuid.test(id)) await holdRecord(tx, 'service', id);
        const opened = await openService(tx, id);
        if (!opened) return refuse('not-found');
        const { record, whole, known, form, service: before } = opened;
        if (record.version !== version) return refuse({ stale: form });
        const { locations, fresh, marks } = await chosenPlaces(tx, typed, known);
        const edit = toEdit(typed, { organisation: before.organisation, locations, marks, ...checked(asker, typed, before) });
        const fromFeeds = changedParts(before, edit).filter((part) => form.feeds[part] !== undefined);
        if (fromFeeds.length && !sure) return refuse({ confirm: fromFeeds, form, after: shownEdit(edit) });
        const after = editedService(record.document, whole, edit);
        await saveTyped(tx, asker, now(), {
          kind: 'service',
          before: record.document,
          after,
          with: placeChanges(fresh),
          removed: record.removed,
        });
        return ok(id);
      }),

    takeOutService: (asker: Asker, id: string, reason: TakeOutReason): Promise<boolean> =>
      curating(asker, async (tx) => uuid.test(id) && (await setRemoved(tx, asker, now(), 'service', id, true, reason))),

    putBackService: (asker: Asker, id: string): Promise<boolean> =>
      curating(asker, async (tx) => uuid.test(id) && (await setRemoved(tx, asker, now(), 'service', id, false))),
  };
}

async function openService(tx: Tx, id: string): Promise<Opened | undefined> {
  const [record] = uuid.test(id) ? await recordsById(tx, 'service', [id]) : [];
  const [found] = record ? await wholeDocuments(tx, [id]) : [];
  if (!record || !found) return undefined;
  const service = editOf(found.document);
  const own = service.locations.map((location) => location.id);
  const around = await placesAround(tx, service.organisation, own);
  // What the service itself says of its places is what is compared, so nothing seems changed that is not.
  const known = new Map([
    ...service.locations.map(
      (location) => [location.id, { ...location, private: around.get(location.id)?.private ?? location.private }] as const,
    ),
    ...[...around].filter(([place]) => !own.includes(place)),
  ]);
  const of = await organisationNamed(tx, service.organisation);
  const feeds = await feedsBehind(tx, record, Object.keys(record.document));
  const present: ServiceEdit = { ...service, locations: [...known.values()].filter((location) => own.includes(location.id)) };
  const form: ServiceForm = {
    id,
    version: record.version,
    removed: record.removed,
    organisation: of ?? { id: service.organisation, name: '' },
    service: shownEdit(present),
    places: await offersOf(tx, known),
    feeds: feedOfParts(feeds),
  };
  return { record, whole: found.document, known, service: present, form };
}

const shownEdit = (edit: ServiceEdit): ServiceEdit => ({ ...edit, locations: edit.locations.map(shownLocation) });

/** What is only ever written here. */
const ownParts: readonly EditPart[] = ['closures', 'requests', 'checked'];

const feedOfParts = (feeds: ReadonlyMap<string, string>): ServiceForm['feeds'] =>
  Object.fromEntries(
    parts.flatMap((part) => {
      const feed = ownParts.includes(part)
        ? undefined
        : fieldsIn(part)
            .map((field) => feeds.get(field))
            .find(Boolean);
      return feed === undefined ? [] : [[part, feed]];
    }),
  );

async function organisationNamed(tx: Tx, id: string): Promise<Of | undefined> {
  const [record] = uuid.test(id) ? await recordsById(tx, 'organisation', [id]) : [];
  return record && !record.removed ? { id, name: String(record.document['name'] ?? '') } : undefined;
}

function blank(organisation: Of): Omit<ServiceForm, 'places'> {
  const { id: _, capacity: __, ...service } = toService({ id: '', organisation: organisation.id, name: '' });
  return { id: null, version: 0, removed: false, organisation, service: { ...service, documents: [], closures: [] }, feeds: {} };
}

type Settled = {
  organisation: string;
  locations: Location[];
  marks: ReadonlyMap<string, string>;
  assuredAt: string | null;
  assuredBy: string | null;
};

function toEdit({ chosen: _, added: __, checkedToday: ___, ...typed }: ServiceTyped, { marks, ...settled }: Settled): ServiceEdit {
  const there = new Set(settled.locations.map(({ id }) => id));
  const placed = (location: string | null) => {
    const id = location === null ? null : (marks.get(location) ?? location);
    return id !== null && there.has(id) ? id : null;
  };
  return { ...typed, ...settled, schedules: typed.schedules.map((schedule) => ({ ...schedule, location: placed(schedule.location) })) };
}
