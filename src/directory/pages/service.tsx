import { Hono } from 'hono';
import {
  Button,
  calendarDay,
  daysAgo,
  Heading,
  Lines,
  Page,
  Prose,
  SummaryList,
  type SummaryRow,
  Tag,
  useWords,
  WarningCallout,
} from '../../design/index.ts';
import { allow, askerOf, type Door, mayAtAll, readsOf, show, showProblem, started } from '../../identity/index.ts';
import type { Directory, ServicePage, Shortlists } from '../index.ts';
import type { Shortlist } from '../shortlist.ts';
import { agesLine, Checked, costLine, joinLine, listed, nextLine, RoomTag, scheduleLine, whereLine } from './facts.tsx';
import { AddToShortlist } from './shortlist-add.tsx';
import { linkIn } from './shortlist-form.ts';

type Props = {
  service: ServicePage;
  now: Date;
  timeZone: string;
  back: string;
  person: { id: string; name: string } | undefined;
  keep: Keep;
};
/** The lists to which the asker may add it; undefined when they keep none. */
type Keep = { lists: readonly Shortlist[]; link: string } | undefined;

/** One service, whole. `?for=` offers to connect that person; `?search=` is where to go back to. */
export const servicePage = (directory: Directory, shortlists: Shortlists) =>
  new Hono<Door>().use(allow('find services')).get('/:id', async (c) => {
    const asker = askerOf(c);
    const service = await directory.serviceOf(asker, c.req.param('id'));
    const id = c.req.query('for');
    const person = id === undefined ? undefined : await directory.personFor(asker, id);
    if (!service || (id !== undefined && !person)) return showProblem(c, 'not-found');
    if (id !== undefined) readsOf(c, id);
    const link = linkIn(new URL(c.req.url).search);
    const frame = { now: started(c), timeZone: asker.programme.settings.timeZone, back: `/services${link}` };
    const keep = mayAtAll(asker, 'keep shortlists') ? { lists: await shortlists.listsFor(asker, id ?? null), link } : undefined;
    return show(c, <OneService service={service} {...frame} keep={keep} person={person && { id: id!, name: person.name }} />);
  });

function OneService({ service, now, timeZone, back, person, keep }: Props) {
  const { directory: w, design } = useWords();
  const words = w.service;
  const print = (
    <print-button hidden>
      <Button type="button" variant="secondary" small>
        {design.print}
      </Button>
    </print-button>
  );
  return (
    <Page
      title={service.name}
      caption={words.by(service.organisationName)}
      back={{ href: back, text: words.backToSearch }}
      actions={print}
      aside={
        <>
          <Aside service={service} />
          {keep && <AddToShortlist service={service.id} person={person?.id} {...keep} />}
        </>
      }
    >
      {service.status !== 'active' && <WarningCallout>{words.notRunning[service.status]}</WarningCallout>}
      {service.description && <Prose text={service.description} />}
      {person && service.mayConnect && service.status === 'active' && (
        <Button href={`/people/${person.id}/connect/${service.id}`}>{w.results.connect(person.name)}</Button>
      )}
      <SummaryList rows={nowRows({ service, now, timeZone })} />
      <Heading level={2} class="nhsuk-heading-m">
        {words.about}
      </Heading>
      <SummaryList rows={aboutRows(service)} />
    </Page>
  );
}

/** What changes from week to week. */
function nowRows({ service, now, timeZone }: Pick<Props, 'service' | 'now' | 'timeZone'>): SummaryRow[] {
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
          {service.capacity && service.room.kind !== 'unknown' && (
            <> {words.roomSaid(daysAgo(service.capacity.updatedAt, { now, words: all, timeZone }))}</>
          )}
        </>
      ),
    },
    { key: words.checked, value: <Checked freshness={service.freshness} /> },
  ];
}

function aboutRows(service: ServicePage): SummaryRow[] {
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

function Where({ locations }: { locations: ServicePage['locations'] }) {
  const { privateAddress } = useWords().directory.service;
  return (
    <ul class="nhsuk-list nhsuk-u-margin-bottom-0">
      {locations.map((location) => (
        <li key={location.id}>{[whereLine(location), location.private && privateAddress].filter(Boolean).join('. ')}</li>
      ))}
    </ul>
  );
}

function Aside({ service }: { service: ServicePage }) {
  const { service: words } = useWords().directory;
  const { phone, email, requestEmail, requestPhone } = service;
  const site = webAddress(service.url) ?? webAddress(service.organisationWebsite);
  return (
    <>
      <Heading level={2} class="nhsuk-heading-s">
        {words.contact}
      </Heading>
      <Contact phone={phone} email={email} />
      {site && (
        <p>
          <a href={site.href} rel="noopener noreferrer">
            {site.hostname}
          </a>
        </p>
      )}
      {!phone && !email && !site && <p>{words.notSaid}</p>}
      {(requestEmail || requestPhone) && (
        <>
          <Heading level={2} class="nhsuk-heading-s">
            {words.requests}
          </Heading>
          <Contact phone={requestPhone} email={requestEmail} />
          <p>
            <Tag colour="grey">{words.requestsHint}</Tag>
          </p>
        </>
      )}
    </>
  );
}

const Contact = ({ phone, email }: { phone: string | null; email: string | null }) => (
  <>
    {phone && (
      <p>
        <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a>
      </p>
    )}
    {email && (
      <p>
        <a href={`mailto:${encodeURI(email)}`}>{email}</a>
      </p>
    )}
  </>
);

/** Only a web address is made a link; a feed may hold anything. */
function webAddress(text: string | null): URL | undefined {
  const url = text && URL.canParse(text) ? new URL(text) : undefined;
  return url && /^https?:$/.test(url.protocol) ? url : undefined;
}
