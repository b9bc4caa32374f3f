import { Heading, InsetText, Pagination, ServiceMap, useWords } from '../../../design/index.ts';
import type { Tiles } from '../../../platform/config.ts';
import type { Found } from '../../index.ts';
import { mostCompared, pageSize } from '../../search.ts';
import { costLine, joinLine, nextLine, RoomTag, whoLine } from '../facts.tsx';
import { Facets } from '../facets.tsx';
import { reasonLine } from '../reason-line.ts';
import { Facts } from '../shortlist-facts.tsx';
import { isRestricted } from '../../need.ts';
import type { Frame } from './door.tsx';
import type { ShownResults } from './on-map.ts';

type Props = {
  shown: ShownResults;
  frame: Frame;
  at: string;
  link: string;
  tiles: Tiles | undefined;
  /** Whether one thing more may be asked in the address. */
  narrows?: boolean;
};

/** The address of the same search with one code more. */
export function withCode(at: string, link: string, name: string, value: string): string {
  const query = new URLSearchParams(link);
  if (!query.getAll(name).includes(value)) query.append(name, value);
  return `${at}?${query.toString()}`;
}

/** Numbered services, and where they are. `link` is the codes of this page's address. */
export function PublicResults({ shown, frame, at, link, tiles, narrows = true }: Props) {
  const { publicDirectory: words, directory, finding } = useWords();
  const { results } = directory;
  const { found, total, page, spelling, loosely, otherNeeds, accessUnsaid, many, leftOut, pins, towns } = shown;
  const facets = { ...shown.facets, needs: shown.facets.needs.filter(({ value }) => !isRestricted(value)) };
  return (
    <>
      <Heading level={2} class="nhsuk-heading-m">
        {many ? results.many(mostCompared) : results.heading(total)}
      </Heading>
      {otherNeeds && <InsetText>{results.otherNeeds}</InsetText>}
      {accessUnsaid && <InsetText>{finding.accessUnsaid}</InsetText>}
      {loosely ? <InsetText>{results.loosely}</InsetText> : spelling && <InsetText>{results.spelling(spelling)}</InsetText>}
      {narrows && total > 3 && <Facets facets={facets} narrowed={(name, value) => withCode(at, link, name, value)} />}
      <div class="bothy-found">
        <ol class="bothy-found__list">
          {found.map((service, nth) => (
            <Result service={service} number={nth + 1} frame={frame} key={service.id} />
          ))}
        </ol>
        {pins.length > 0 && (
          <div class="bothy-found__map">
            <ServiceMap title={words.map} pins={pins} towns={towns} tiles={tiles} />
            {pins.length < found.length && <p class="bothy-note">{words.notOnMap}</p>}
          </div>
        )}
      </div>
      {leftOut > 0 && (
        <p>
          {finding.leftOut(leftOut)}{' '}
          {narrows && (
            <a href={withCode(at, link, 'old', 'yes')} rel="nofollow">
              {finding.showOld}
            </a>
          )}
        </p>
      )}
      <Pagination page={page} pages={Math.ceil(total / pageSize)} href={(to) => `${at}${link}${link ? '&' : '?'}page=${to}`} />
    </>
  );
}

function Result({ service, number, frame }: { service: Found; number: number; frame: Frame }) {
  const words = useWords();
  const { results } = words.directory;
  const why = reasonLine(service, words);
  const where = service.location
    ? [service.location.town, service.km !== null && results.km(service.km)]
    : service.attendance.map((way) => words.directory.attendances[way]);
  return (
    <li class="bothy-result">
      <span class="bothy-result__number" aria-hidden="true">
        {number}
      </span>
      <div class="bothy-result__body">
        <h3 class="nhsuk-heading-s">
          <a href={`${frame.home}/services/${service.id}`}>{service.name}</a>
        </h3>
        <p class="bothy-note">{[service.organisationName, ...where].filter(Boolean).join(' · ')}</p>
        {service.room.kind !== 'unknown' && (
          <p>
            <RoomTag room={service.room} />
          </p>
        )}
        {service.description && <p>{shortened(service.description)}</p>}
        {why && <p class="bothy-note">{why}</p>}
        <Facts
          facts={[
            [results.next, nextLine(service.next, words, frame.now, frame.timeZone)],
            [results.cost, costLine(service, words.directory)],
            [results.join, joinLine(service.howToJoin, words.directory)],
            [results.whoFor, whoLine(service, words.directory)],
          ]}
        />
      </div>
    </li>
  );
}

const shortened = (text: string, most = 160): string =>
  text.length <= most ? text : `${text.slice(0, text.lastIndexOf(' ', most) > 0 ? text.lastIndexOf(' ', most) : most)}…`;
