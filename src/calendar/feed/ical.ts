import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';

/** An appointment as it stands in a calendar outside Bothy. There is no place in it for a name, or for where anybody lives. */
export type FeedEvent = {
  id: string;
  version: number;
  startsAt: Date;
  endsAt: Date;
  summary: string;
  /** A room of ours; empty for a home. */
  location: string;
  description: string;
  url: string;
  changedAt: Date;
};

/** RFC 5545, with times in UTC, so that no reader needs to know how a zone changes its clocks. */
export function toIcal(
  events: readonly FeedEvent[],
  { name, host, refreshMinutes }: { name: string; host: string; refreshMinutes?: number },
) {
  const calendar = ical({ name, prodId: { company: 'Bothy', product: 'Calendar', language: 'EN' }, method: ICalCalendarMethod.PUBLISH });
  if (refreshMinutes) calendar.ttl(refreshMinutes * 60);
  for (const { id, version, startsAt, endsAt, summary, location, description, url, changedAt } of events) {
    calendar.createEvent({
      id: `${id}@${host}`,
      sequence: version - 1,
      stamp: changedAt,
      start: startsAt,
      end: endsAt,
      summary,
      status: ICalEventStatus.CONFIRMED,
      ...(location && { location }),
      ...(description && { description }),
      ...(url && { url }),
    });
  }
  return calendar.toString();
}
