import { Lines, useWords } from '../../design/index.ts';
import type { ShownService } from '../shown-service.ts';
import { costLine, joinLine, nextLine, whereLine, whoLine } from './facts.tsx';

/** The towns a service is in, or how else people take part. */
export function whereabouts({ locations, attendance }: Pick<ShownService, 'locations' | 'attendance'>): string {
  const { attendances } = useWords().directory;
  const towns = [...new Set(locations.map(({ town }) => town).filter(Boolean))];
  return (towns.length ? towns : attendance.map((way) => attendances[way])).join(', ');
}

/** When, what it costs and how to join, in short lines. */
export function ServiceFacts({ service, now, timeZone }: { service: ShownService; now: Date; timeZone: string }) {
  const words = useWords();
  const { results } = words.directory;
  return (
    <Facts
      facts={[
        [results.next, nextLine(service.next, words, now, timeZone)],
        [results.cost, costLine(service, words.directory)],
        [results.join, joinLine(service.howToJoin, words.directory)],
        [results.whoFor, whoLine(service, words.directory)],
      ]}
    />
  );
}

/** Where it is and whom to ring, for somebody who means to go. */
export function HowToGetThere({ service }: { service: ShownService }) {
  const { service: words } = useWords().directory;
  const where = service.locations.map((place) => [whereLine(place), place.private && words.privateAddress].filter(Boolean).join('. '));
  return (
    <Facts
      facts={[
        [words.where, where.join('\n')],
        [words.contact, [service.phone, service.email, service.url ?? service.organisationWebsite].filter(Boolean).join('\n')],
      ]}
    />
  );
}

export const Facts = ({ facts }: { facts: readonly (readonly [string, string | undefined])[] }) => (
  <ul class="nhsuk-list nhsuk-u-margin-bottom-2">
    {facts
      .filter(([, text]) => text)
      .map(([name, text]) => (
        <li key={name}>
          <strong>{name}:</strong> <Lines text={text ?? ''} />
        </li>
      ))}
  </ul>
);
