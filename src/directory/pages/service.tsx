import { Hono } from 'hono';
import { Button, Heading, Page, Prose, ServiceMap, SummaryList, Tag, useWords, WarningCallout } from '../../design/index.ts';
import { allow, askerOf, type Door, mayAtAll, readsOf, show, showProblem, started } from '../../identity/index.ts';
import type { Tiles } from '../../platform/config.ts';
import type { Directory, RoomUses, ServicePage, ServiceRoom, Shortlists } from '../index.ts';
import type { Shortlist } from '../shortlist.ts';
import { Contact, webAddress } from './contact.tsx';
import { pinAt, townsAround, type Mapped } from './public/on-map.ts';
import { RoomAside } from './room-facts.tsx';
import { useAboutRows, useNowRows } from './service-rows.tsx';
import { ServiceTools } from './service-tools.tsx';
import { AddToShortlist } from './shortlist-add.tsx';
import { linkIn } from './shortlist-form.ts';

type Props = {
  service: ServicePage;
  now: Date;
  timeZone: string;
  back: string;
  person: { id: string; name: string } | undefined;
  keep: Keep;
  /** What those who may tell of it know of its room. */
  told: ServiceRoom | undefined;
  map: Mapped;
  tiles: Tiles | undefined;
  mayChange: boolean;
};
/** The lists to which the asker may add it; undefined when they keep none. */
type Keep = { lists: readonly Shortlist[]; link: string } | undefined;

/** One service, whole. `?for=` offers to connect that person; `?search=` is where to go back to. */
export const servicePage = (directory: Directory, shortlists: Shortlists, room: RoomUses, tiles?: Tiles) =>
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
    const pins = service.locations.flatMap((location, nth) => pinAt(String(nth + 1), location.name || service.name, location));
    const map = { pins, towns: await townsAround(directory, asker.programme, pins) };
    // Pictures of streets tell their owner what area is looked at: never beside somebody's name.
    const told = await room.roomOf(asker, service.id);
    const more = {
      told,
      keep,
      map,
      tiles: person ? undefined : tiles,
      mayChange: mayAtAll(asker, 'curate directory'),
    };
    return show(c, <OneService service={service} {...frame} {...more} person={person && { id: id!, name: person.name }} />);
  });

function OneService({ service, now, timeZone, back, person, keep, told, map, tiles, mayChange }: Props) {
  const { directory: w, design, editing, publicDirectory } = useWords();
  const words = w.service;
  const print = (
    <print-button hidden>
      <Button type="button" variant="secondary" small>
        {design.print}
      </Button>
    </print-button>
  );
  const actions = (
    <>
      {mayChange && (
        <Button href={`/services/${service.id}/edit`} variant="secondary" small>
          {editing.service.edit}
        </Button>
      )}
      {print}
    </>
  );
  return (
    <Page
      title={service.name}
      caption={words.by(service.organisationName)}
      back={{ href: back, text: words.backToSearch }}
      actions={actions}
      aside={
        <>
          <Aside service={service} />
          {told && <RoomAside room={told} />}
          {told && <ServiceTools id={service.id} />}
          {keep && <AddToShortlist service={service.id} person={person?.id} {...keep} />}
        </>
      }
    >
      {service.status !== 'active' && <WarningCallout>{words.notRunning[service.status]}</WarningCallout>}
      {service.description && <Prose text={service.description} />}
      {person && service.mayConnect && service.status === 'active' && service.room.kind !== 'paused' && (
        <Button href={`/people/${person.id}/connect/${service.id}`}>{w.results.connect(person.name)}</Button>
      )}
      <SummaryList rows={useNowRows({ service, now, timeZone })} />
      <Heading level={2} class="nhsuk-heading-m">
        {words.about}
      </Heading>
      <SummaryList rows={useAboutRows(service)} />
      {map.pins.length > 0 && (
        <>
          <Heading level={2} class="nhsuk-heading-m">
            {publicDirectory.mapOne}
          </Heading>
          <ServiceMap title={publicDirectory.mapOne} tiles={tiles} {...map} />
        </>
      )}
    </Page>
  );
}

function Aside({ service }: Pick<Props, 'service'>) {
  const { publicDirectory } = useWords();
  const { service: words } = useWords().directory;
  const { phone, email, requestEmail, requestPhone } = service;
  const site = webAddress(service.url) ?? webAddress(service.organisationWebsite);
  return (
    <>
      <Heading level={2} class="nhsuk-heading-s">
        {words.contact}
      </Heading>
      <Contact phone={phone} email={email} site={site?.href ?? null} />
      {!phone && !email && !site && <p>{words.notSaid}</p>}
      <p>
        <a href={`/services/organisations/${service.organisation}`}>{publicDirectory.service.organisation(service.organisationName)}</a>
      </p>
      <p>
        <a href={`/services/${service.id}/suggest`}>{publicDirectory.service.tell}</a>
      </p>
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
