import { Button, Card, Columns, EmptyState, Heading, HiddenText, InsetText, Pagination, useWords } from '../../design/index.ts';
import type { Found, Results } from '../index.ts';
import { mostCompared, pageSize } from '../search.ts';
import { Facets } from './facets.tsx';
import { Checked, costLine, joinLine, nextLine, RoomTag, whoLine } from './facts.tsx';
import { reasonLine } from './reason-line.ts';
import { ResultsMap, type ResultsMapProps } from './results-map.tsx';

export type Around = { now: Date; timeZone: string; link: string; person: { id: string; name: string } | undefined; map: ResultsMapProps };

export function NothingFits() {
  const { results: words } = useWords().directory;
  return (
    <EmptyState title={words.none}>
      <p>{words.noneText}</p>
    </EmptyState>
  );
}

export function ResultList({ results, around }: { results: Results; around: Around }) {
  const { directory, finding } = useWords();
  const words = directory.results;
  const { found, total, page, spelling, loosely, otherNeeds, many, accessUnsaid } = results;
  return (
    <>
      <Heading level={2} class="nhsuk-heading-m">
        {many ? words.many(mostCompared) : words.heading(total)}
      </Heading>
      {many && <p>{words.manyHint}</p>}
      {otherNeeds && <InsetText>{words.otherNeeds}</InsetText>}
      {accessUnsaid && <InsetText>{finding.accessUnsaid}</InsetText>}
      {loosely ? <InsetText>{words.loosely}</InsetText> : spelling && <InsetText>{words.spelling(spelling)}</InsetText>}
      {total > 3 && <Facets facets={results.facets} narrowed={(name, value) => narrowed(around.link, name, value)} />}
      <ResultsMap found={found} link={around.link} map={around.map} />
      {found.map((service) => (
        <Result service={service} around={around} key={service.id} />
      ))}
      <LeftOut count={results.leftOut} href={narrowed(around.link, 'old', 'yes')} />
      <Pagination
        page={page}
        pages={Math.ceil(total / pageSize)}
        href={(to) => `/services${around.link}${around.link ? '&' : '?'}page=${to}`}
      />
    </>
  );
}

/** What was left out for its age, and how to see it all the same. */
export function LeftOut({ count, href }: { count: number; href: string }) {
  const { finding } = useWords();
  if (!count) return null;
  return (
    <p>
      {finding.leftOut(count)}{' '}
      <a class="nhsuk-link" href={href}>
        {finding.showOld}
      </a>
    </p>
  );
}

/** The address of the same search with one thing more. */
export function narrowed(link: string, name: string, value: string): string {
  const query = new URLSearchParams(link);
  if (!query.getAll(name).includes(value)) query.append(name, value);
  return `/services?${query.toString()}`;
}

function Result({ service, around: { now, timeZone, link, person } }: { service: Found; around: Around }) {
  const words = useWords();
  const { directory: w } = words;
  const { results } = w;
  const why = reasonLine(service, words);
  const place = service.location
    ? [service.location.town, service.km !== null && results.km(service.km)]
    : service.attendance.map((way) => w.attendances[way]);
  return (
    <Card heading={service.name} headingLevel={3} headingSize="s" href={`/services/${service.id}${link}`}>
      <Columns split="two-thirds">
        <div>
          <p class="nhsuk-u-margin-bottom-2">
            <span class="bothy-note">{[service.organisationName, ...place].filter(Boolean).join(' · ')}</span>{' '}
            <RoomTag room={service.room} />
          </p>
          {service.description && <p class="nhsuk-u-margin-bottom-2">{shortened(service.description)}</p>}
          <p class="bothy-note">
            <Checked freshness={service.freshness} />
            {why && <> · {why}</>}
          </p>
        </div>
        <Facts service={service} now={now} timeZone={timeZone} />
      </Columns>
      {person && (
        <Button href={`/people/${person.id}/connect/${service.id}`} small>
          {results.connect(person.name)}
          <HiddenText> ({service.name})</HiddenText>
        </Button>
      )}
    </Card>
  );
}

function Facts({ service, now, timeZone }: { service: Found; now: Date; timeZone: string }) {
  const words = useWords();
  const { results } = words.directory;
  const facts: [string, string | undefined][] = [
    [results.next, nextLine(service.next, words, now, timeZone)],
    [results.cost, costLine(service, words.directory)],
    [results.join, joinLine(service.howToJoin, words.directory)],
    [results.whoFor, whoLine(service, words.directory)],
  ];
  return (
    <ul class="nhsuk-list nhsuk-u-margin-bottom-2">
      {facts
        .filter(([, text]) => text)
        .map(([name, text]) => (
          <li key={name}>
            <strong>{name}:</strong> {text}
          </li>
        ))}
    </ul>
  );
}

const shortened = (text: string, most = 180): string =>
  text.length <= most ? text : `${text.slice(0, text.lastIndexOf(' ', most) > 0 ? text.lastIndexOf(' ', most) : most)}…`;
