import { Button, Card, EmptyState, Heading, HiddenText, InsetText, Pagination, Tag, useWords } from '../../design/index.ts';
import type { Found, Results } from '../index.ts';
import { mostCompared, pageSize } from '../search.ts';
import { Checked, costLine, joinLine, nextLine, RoomTag } from './facts.tsx';

export type Around = { now: Date; timeZone: string; link: string; person: { id: string; name: string } | undefined };

export function ResultList({ results, around }: { results: Results; around: Around }) {
  const { results: words } = useWords().directory;
  const { found, total, page, spelling, loosely } = results;
  if (!total) {
    return (
      <EmptyState title={words.none}>
        <p>{words.noneText}</p>
      </EmptyState>
    );
  }
  const many = total >= mostCompared;
  return (
    <>
      <Heading level={2} class="nhsuk-heading-m">
        {many ? words.many(mostCompared) : words.heading(total)}
      </Heading>
      {many && <p>{words.manyHint}</p>}
      {loosely ? <InsetText>{words.loosely}</InsetText> : spelling && <InsetText>{words.spelling(spelling)}</InsetText>}
      {found.map((service) => (
        <Result service={service} around={around} key={service.id} />
      ))}
      <Pagination page={page} pages={Math.ceil(total / pageSize)} href={(to) => `/services${around.link}${around.link ? '&' : '?'}page=${to}`} />
    </>
  );
}

function Result({ service, around: { now, timeZone, link, person } }: { service: Found; around: Around }) {
  const words = useWords();
  const w = words.directory;
  const { results } = w;
  const where = [service.organisationName, service.location?.town, service.km !== null && results.km(service.km)].filter(Boolean);
  const next = nextLine(service.next, words, now, timeZone);
  const facts = [next && [results.next, next], [results.cost, costLine(service, w)], [results.join, joinLine(service.howToJoin, w)]].filter((fact) => fact !== undefined && fact !== '');
  return (
    <Card heading={service.name} headingLevel={3} headingSize="s" href={`/services/${service.id}${link}`}>
      <p class="bothy-note">{where.join(' · ')}</p>
      <p>
        <RoomTag room={service.room} /> {service.free && <Tag colour="aqua-green">{w.free}</Tag>}
      </p>
      <p>{shortened(service.description)}</p>
      <ul class="nhsuk-list">
        {(facts as string[][]).map(([name, text]) => (
          <li key={name}>
            <strong>{name}:</strong> {text}
          </li>
        ))}
      </ul>
      <p class="bothy-note">
        <Checked freshness={service.freshness} />
        {service.reasons.length > 0 && <> · {results.why(service.reasons.map((reason) => results.reasons[reason]))}</>}
      </p>
      {person && (
        <Button href={`/people/${person.id}/connect/${service.id}`} small>
          {results.connect(person.name)}
          <HiddenText> ({service.name})</HiddenText>
        </Button>
      )}
    </Card>
  );
}

const shortened = (text: string, most = 180): string => (text.length <= most ? text : `${text.slice(0, text.lastIndexOf(' ', most) > 0 ? text.lastIndexOf(' ', most) : most)}…`);
