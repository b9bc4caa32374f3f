import type { Words } from '../../../locales/en/index.ts';
import { countKinds, type Counts, type Profile } from '../core/needs-profile.ts';
import { placeName } from './needs-profile-words.ts';

/** As it is shown, hidden numbers left out. */
export function profileTable({ place, period, countedAt, rows, totals }: Profile, words: Words): string[][] {
  const { table, how } = words.needsProfile;
  const counts = (all: Counts) => countKinds.map((kind) => (all[kind] === null ? how.hidden : String(all[kind])));
  const shared = [placeName(place, words), period.from, period.to, countedAt.toISOString().slice(0, 10)];
  return [
    [
      ...[table.place, table.from, table.to, table.countedOn, table.need],
      ...countKinds.map((kind) => how.kinds[kind]),
      ...[table.services, table.near, table.room, table.full, table.notSaid],
    ],
    [...shared, table.all, ...counts(totals), '', '', '', '', ''],
    ...rows.map(({ need, counts: said, offer }) => [
      ...shared,
      words.directory.needs[need],
      ...counts(said),
      ...[offer.services, offer.near, offer.room, offer.full, offer.notSaid].map(String),
    ]),
  ];
}
