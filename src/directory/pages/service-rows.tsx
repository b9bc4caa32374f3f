import { calendarDay, daysAgo, Lines, type SummaryRow, useWords } from '../../design/index.ts';
import type { ShownService } from '../shown-service.ts';
import { agesLine, Checked, costLine, joinLine, listed, nextLine, RoomTag, scheduleLine, whereLine } from './facts.tsx';

type Said = Omit<ShownService, 'sensitive'>;

/** What changes from week to week. */
export function useNowRows({ service, now, timeZone }: { service: Said; now: Date; timeZone: string }): SummaryRow[] {
  const all = useWords();
  const { service: words, times } = all.directory;
  const place = (id: string | null) => service.locations.find((location) => location.id === id)?.name;
  const lines = service.times.map(({ schedule, next }) =>
    [
      scheduleLine(schedule, all.directory, calendarDay(now, timeZone)),
      place(schedule.location) && times.at(place(schedule.location)!),
      !next && times.over,
    ]
      .filter(Boolean)
      .join(' · '),
  );
  return [
    { key: words.next, value: nextLine(service.next, all, now, timeZone) ?? (lines.length ? times.over : times.ask) },
    ...(lines.length ? [{ key: words.times, value: <Lines text={lines.join('\n')} /> }] : []),
    {
      key: words.room,
      value: (
        <>
          <RoomTag room={service.room} />
          {service.capacity && service.room.kind !== 'unknown' && service.room.kind !== 'paused' && (
            <> {words.roomSaid(daysAgo(service.capacity.updatedAt, { now, words: all, timeZone }))}</>
          )}
        </>
      ),
    },
    { key: words.checked, value: <Checked freshness={service.freshness} /> },
  ];
}

/** What stays: where, for whom, at what cost. */
export function useAboutRows(service: Said): SummaryRow[] {
  const { directory: w } = useWords();
  const words = w.service;
  const list = <T extends string>(codes: readonly T[], names: Record<T, string>) => listed(codes.map((code) => names[code] ?? code));
  const rows: [string, string][] = [
    [words.cost, costLine(service, w)],
    [words.join, joinLine(service.howToJoin, w)],
    [words.whoFor, list(service.whoFor, w.audiences)],
    [words.ages, agesLine(service, w)],
    [words.eligibility, service.eligibility],
    [words.helpsWith, list(service.needs, w.needs)],
    [words.attendance, list(service.attendance, w.attendances)],
    [words.languages, list(service.languages, w.languages)],
    [words.access, list(service.accessibility, w.accessibilities)],
  ];
  const where = service.locations.length ? [{ key: words.where, value: <Where locations={service.locations} /> }] : [];
  return [...where, ...rows.filter(([, text]) => text).map(([key, text]) => ({ key, value: <Lines text={text} /> }))];
}

function Where({ locations }: { locations: Said['locations'] }) {
  const { privateAddress } = useWords().directory.service;
  return (
    <ul class="nhsuk-list nhsuk-u-margin-bottom-0">
      {locations.map((location) => (
        <li key={location.id}>{[whereLine(location), location.private && privateAddress].filter(Boolean).join('. ')}</li>
      ))}
    </ul>
  );
}
