import { randomUUID } from 'node:crypto';
import type { Asker } from '../../identity/index.ts';
import { type Tx, uuid } from '../../platform/database.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import {
  type OrganisationEdit,
  type OrganisationPart,
  organisationChanges,
  organisationFieldsIn,
  type OrganisationTyped,
  type PlaceOffer,
  type TakeOutReason,
} from '../edit.ts';
import { type Alike, alikeTo } from '../editing/alike.ts';
import { editedOrganisation, organisationEditOf } from '../editing/organisation.ts';
import { chosenPlaces, offersOf, placeChanges, placesAround } from '../editing/places.ts';
import type { DirectoryRecord } from '../record.ts';
import { organisationDocument } from '../record/write.ts';
import { countServicesOf, holdRecord, organisationsNamed } from '../store/editing.ts';
import { recordsById } from '../store/records.ts';
import { feedsBehind, saveTyped, setRemoved } from './editing-needs.ts';
import { asAsker, type Ports } from './needs.ts';

/** An organisation as its form shows it. */
export type OrganisationForm = {
  id: string | null;
  version: number;
  removed: boolean;
  organisation: OrganisationEdit;
  places: PlaceOffer[];
  feeds: Partial<Record<OrganisationPart, string>>;
};
export type SaveOrganisationRefusal = 'not-found' | { stale: OrganisationForm } | { confirm: OrganisationPart[]; form: OrganisationForm };

const mostFound = 30;
const nothing: OrganisationEdit = { name: '', description: '', website: null, email: null, phone: null, identifiers: [], locations: [] };

/** Writing organisations by hand. */
export function organisationUses(ports: Ports) {
  const { now } = ports;
  const curating = <T>(asker: Asker, work: (tx: Tx) => Promise<T>) => asAsker(ports, asker, 'curate directory', work);

  return {
    /** Organisations with all of these words in their names. */
    organisationsNamed: (asker: Asker, name: string): Promise<{ id: string; name: string }[]> =>
      curating(asker, (tx) => organisationsNamed(tx, name.split(/\s+/).filter(Boolean).slice(0, 8), mostFound)),

    blankOrganisation: (): OrganisationForm => ({ id: null, version: 0, removed: false, organisation: nothing, places: [], feeds: {} }),

    organisationToEdit: (asker: Asker, id: string): Promise<OrganisationForm | undefined> =>
      curating(asker, async (tx) => (await openOrganisation(tx, id))?.form),

    addOrganisation: (asker: Asker, typed: OrganisationTyped, sure: boolean): Promise<Result<string, { alike: Alike[] }>> =>
      curating(asker, async (tx) => {
        const { locations, fresh } = await chosenPlaces(tx, typed, new Map());
        const id = randomUUID();
        const blank = organisationDocument({ ...nothing, id, name: typed.name, status: 'active' });
        const document = editedOrganisation(
          blank,
          toEdit(
            typed,
            locations.map((location) => location.id),
          ),
        );
        const alike = sure ? [] : await alikeTo(tx, 'organisation', document, []);
        if (alike.length) return refuse({ alike });
        await saveTyped(tx, asker, now(), { kind: 'organisation', before: null, after: document, with: placeChanges(fresh) });
        return ok(id);
      }),

    saveOrganisation: (
      asker: Asker,
      id: string,
      typed: OrganisationTyped,
      { version, sure }: { version: number; sure: boolean },
    ): Promise<Result<string, SaveOrganisationRefusal>> =>
      curating(asker, async (tx): Promise<Result<string, SaveOrganisationRefusal>> => {
        if (uuid.test(id)) await holdRecord(tx, 'organisation', id);
        const opened = await openOrganisation(tx, id);
        if (!opened) return refuse('not-found');
        const { record, form, known } = opened;
        if (record.version !== version) return refuse({ stale: form });
        const { fresh } = await chosenPlaces(tx, typed, known);
        const before = form.organisation.locations;
        // A place that is nowhere cannot be chosen, so it cannot be left out either.
        const kept = before.filter((place) => typed.chosen.includes(place) || !known.has(place));
        const added = typed.chosen.filter((place) => known.has(place) && !before.includes(place));
        const edit = toEdit(typed, [...kept, ...added, ...fresh.map((location) => location.id)]);
        const fromFeeds = organisationChanges(form.organisation, edit).filter((part) => form.feeds[part] !== undefined);
        if (fromFeeds.length && !sure) return refuse({ confirm: fromFeeds, form });
        const after = editedOrganisation(record.document, edit);
        await saveTyped(tx, asker, now(), {
          kind: 'organisation',
          before: record.document,
          after,
          with: placeChanges(fresh),
          removed: record.removed,
        });
        return ok(id);
      }),

    /** Refuses while it still runs services that are in the directory. */
    takeOutOrganisation: (asker: Asker, id: string, reason: TakeOutReason): Promise<Result<null, 'not-found' | { services: number }>> =>
      curating(asker, async (tx) => {
        const services = uuid.test(id) ? await countServicesOf(tx, id) : 0;
        if (services) return refuse({ services });
        return uuid.test(id) && (await setRemoved(tx, asker, now(), 'organisation', id, true, reason)) ? ok(null) : refuse('not-found');
      }),

    putBackOrganisation: (asker: Asker, id: string): Promise<boolean> =>
      curating(asker, async (tx) => uuid.test(id) && (await setRemoved(tx, asker, now(), 'organisation', id, false))),
  };
}

async function openOrganisation(tx: Tx, id: string) {
  const [record]: (DirectoryRecord | undefined)[] = uuid.test(id) ? await recordsById(tx, 'organisation', [id]) : [];
  if (!record) return undefined;
  const organisation = organisationEditOf(record.document);
  const known = await placesAround(tx, id, organisation.locations);
  const form: OrganisationForm = {
    id,
    version: record.version,
    removed: record.removed,
    organisation,
    places: await offersOf(tx, known),
    feeds: feedsOf(await feedsBehind(tx, record, Object.keys(record.document))),
  };
  return { record, form, known };
}

const feedsOf = (feeds: ReadonlyMap<string, string>): OrganisationForm['feeds'] =>
  Object.fromEntries(
    Object.entries(organisationFieldsIn).flatMap(([part, fields]) => {
      const feed = fields.map((field) => feeds.get(field)).find(Boolean);
      return feed === undefined ? [] : [[part, feed]];
    }),
  );

const toEdit = ({ chosen: _, added: __, ...typed }: OrganisationTyped, locations: readonly string[]): OrganisationEdit => ({
  ...typed,
  locations,
});
