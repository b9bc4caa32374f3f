import { Heading, InsetText, Pagination, ServiceMap, useWords } from '../../../design/index.ts';
import type { Tiles } from '../../../platform/config.ts';
import type { Found } from '../../index.ts';
import { mostCompared, pageSize } from '../../search.ts';
import { costLine, joinLine, nextLine, RoomTag, whoLine } from '../facts.tsx';
import { Facts } from '../shortlist-facts.tsx';
import type { Frame } from './door.tsx';
import type { ShownResults } from './on-map.ts';

type Props = { shown: ShownResults; frame: Frame; at: string; link: string; tiles: Tiles | undefined };

/** Numbered services, and where they are. `link` is the codes of this page's address. */
export function PublicResults({ shown, frame, at, link, tiles }: Props) {
  const { publicDirectory: words, directory } = useWords();
  const { results } = directory;
  const { found, total, page, spelling, loosely, otherNeeds, pins, towns } = shown;
  const many = total >= mostCompared;
  return (
    <>
      <Heading level={2} class="nhsuk-heading-m">
        {many ? results.many(mostCompared) : results.heading(total)}
      </Heading>
      {otherNeeds && <InsetText>{results.otherNeeds}</InsetText>}
      {loosely ? <InsetText>{results.loosely}</InsetText> : spelling && <InsetText>{results.spelling(spelling)}</InsetText>}
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
      <Pagination page={page} pages={Math.ceil(total / pageSize)} href={(to) => `${at}${link}${link ? '&' : '?'}page=${to}`} />
    </>
  );
}

function Result({ service, number, frame }: { service: Found; number: number; frame: Frame }) {
  const words = useWords();
  const { results } = words.directory;
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
