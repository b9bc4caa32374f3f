import type { Tx } from '../../platform/database.ts';
import { type Line, linesOf } from '../difference.ts';
import { isRaw, type Raw, rawsIn, textIn } from '../feed/raw.ts';
import { toSchedule } from '../feed/map-schedule.ts';
import type { DirectoryRecord, Document } from '../record.ts';
import { codeOf, ownTerm } from '../record/own-terms.ts';
import { namedIn } from '../record/assemble.ts';
import { timeLine, type TimesWords } from '../times-text.ts';
import { shownOf, titleOf } from '../version.ts';
import { documentsById, privateIds } from '../store/records.ts';

export type VersionWords = { times: TimesWords; privatePlace: string };
type Named = ReadonlyMap<string, string>;

const line = (value: string): Line[] => (value ? [{ deep: 0, name: '', value }] : []);

/** Says fields as people would: times as times, terms and places by their names; the rest part by part. */
export const fieldTeller =
  (named: Named, words: VersionWords) =>
  (field: string, value: unknown): Line[] => {
    switch (field) {
      case 'schedules':
        return rawsIn(value).flatMap((raw) => timesOf(raw, words));
      case 'service_at_locations':
        return rawsIn(value).flatMap((placed) => [
          ...line(nameIn(placed['location'], named)),
          ...rawsIn(placed['schedules']).flatMap((raw) => timesOf(raw, words)),
        ]);
      case 'locations':
        return rawsIn(value).flatMap((place) => line(nameIn(place, named)));
      case 'organization':
        return line(nameIn(value, named));
      case 'attributes':
        return rawsIn(value).flatMap((attribute) => line(termIn(attribute)));
      default:
        return linesOf(shownOf(field, value));
    }
  };

function timesOf(raw: Raw, { times }: VersionWords): Line[] {
  const schedule = toSchedule(raw, null, new Map());
  return schedule ? line(timeLine(schedule, times, [])) : linesOf(raw);
}

const nameIn = (value: unknown, named: Named): string =>
  isRaw(value) ? (named.get(textIn(value['id'])) ?? titleOf(value as Document)) : '';

function termIn({ taxonomy_term: term, label }: Raw): string {
  if (!isRaw(term)) return textIn(label);
  const meaning = codeOf(textIn(term['id']));
  return meaning ? ownTerm(meaning.list, meaning.code as never).name : textIn(term['name']) || textIn(label);
}

/** What organisations and places that versions name are called. Where a private place is stands in nobody's history of a service. */
export async function namesIn(tx: Tx, versions: readonly DirectoryRecord[], { privatePlace }: VersionWords): Promise<Map<string, string>> {
  const ids = versions.map(({ document }) => namedIn(document));
  const organisations = await documentsById(
    tx,
    'organisation',
    ids.flatMap((each) => each.organisations),
  );
  const places = [...new Set(ids.flatMap((each) => each.locations))];
  const locations = await documentsById(tx, 'location', places);
  const hidden = await privateIds(tx, 'location', places);
  return new Map([
    ...[...organisations].map(([id, document]) => [id, titleOf(document)] as const),
    ...[...locations].map(([id, document]) => [id, hidden.has(id) ? privatePlace : titleOf(document)] as const),
  ]);
}
