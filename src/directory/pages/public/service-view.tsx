import { Button, Heading, Prose, PublicPage, ServiceMap, SummaryList, useWords } from '../../../design/index.ts';
import type { Tiles } from '../../../platform/config.ts';
import type { Found } from '../../index.ts';
import { isRestricted, type Need } from '../../need.ts';
import { toAddress } from '../../need-address.ts';
import { clockIn } from '../../schedule.ts';
import { toSchemaOrg } from '../../schema-org.ts';
import type { ShownService } from '../../shown-service.ts';
import { Contact } from '../contact.tsx';
import { useAboutRows, useNowRows } from '../service-rows.tsx';
import type { Frame } from './door.tsx';
import type { Mapped } from './on-map.ts';

type Props = { service: ShownService; frame: Frame; around: Mapped; publicUrl: string; tiles: Tiles | undefined };

export function PublicServicePage({ service, frame, around: { pins, towns }, publicUrl, tiles }: Props) {
  const all = useWords();
  const { publicDirectory: words, directory } = all;
  const { home, now, timeZone } = frame;
  return (
    <PublicPage
      title={service.name}
      caption={directory.service.by(service.organisationName)}
      home={home}
      back={{ href: home, text: words.back }}
      meta={metaOf(service, frame, { publicUrl, needs: directory.needs, quietTitle: words.quietService })}
      actions={<PrintButton text={words.service.print} />}
      aside={<Aside service={service} frame={frame} />}
    >
      {service.description && <Prose text={service.description} />}
      <SummaryList rows={useNowRows({ service, now, timeZone })} />
      <Heading level={2} class="nhsuk-heading-m">
        {directory.service.about}
      </Heading>
      <SummaryList rows={useAboutRows(service)} />
      {pins.length > 0 && (
        <>
          <Heading level={2} class="nhsuk-heading-m">
            {words.mapOne}
          </Heading>
          <ServiceMap title={words.mapOne} pins={pins} towns={towns} tiles={tiles} />
        </>
      )}
    </PublicPage>
  );
}

const PrintButton = ({ text }: { text: string }) => (
  <print-button hidden>
    <Button type="button" variant="secondary" small>
      {text}
    </Button>
  </print-button>
);

type Said = { publicUrl: string; needs: Record<Need, string>; quietTitle: string };

function metaOf(service: ShownService, { home, now, timeZone }: Frame, { publicUrl, needs, quietTitle }: Said) {
  if (service.sensitive) return { noIndex: true, tabTitle: quietTitle };
  const canonical = `${publicUrl}${home}/services/${service.id}`;
  const about = toSchemaOrg(service, {
    url: canonical,
    organisationUrl: `${publicUrl}${home}/organisations/${service.organisation}`,
    needs: service.needs.map((need) => needs[need]),
    clock: clockIn(timeZone, now),
  });
  return { description: shortLine(service), canonical, about };
}

const shortLine = ({ description, name, organisationName }: ShownService): string =>
  (description || `${name}, ${organisationName}`).replace(/\s+/g, ' ').slice(0, 155);

function Aside({ service, frame: { home } }: { service: ShownService; frame: Frame }) {
  const { publicDirectory, directory } = useWords();
  const words = publicDirectory.service;
  const { phone, email, url, organisationWebsite, needs } = service;
  const suggest = `${home}/services/${service.id}/suggest`;
  return (
    <>
      <Heading level={2} class="nhsuk-heading-s">
        {directory.service.contact}
      </Heading>
      <Contact phone={phone} email={email} site={url ?? organisationWebsite} />
      <p class="bothy-no-print">
        <a href={`${home}/organisations/${service.organisation}`}>{words.organisation(service.organisationName)}</a>
      </p>
      {needs.some((need) => !isRestricted(need)) && (
        <div class="bothy-no-print">
          <Heading level={2} class="nhsuk-heading-s">
            {words.helps}
          </Heading>
          <ul class="nhsuk-list">
            {needs
              .filter((need) => !isRestricted(need))
              .map((need) => (
                <li key={need}>
                  <a href={`${home}/needs/${toAddress(need)}`}>{directory.needs[need]}</a>
                </li>
              ))}
          </ul>
        </div>
      )}
      <div class="bothy-no-print">
        <Heading level={2} class="nhsuk-heading-s">
          {words.help}
        </Heading>
        <ul class="nhsuk-list">
          <li>
            <a href={suggest}>{words.suggest}</a>
          </li>
          <li>
            <a href={`${suggest}?wrong=yes`}>{words.wrong}</a>
          </li>
        </ul>
      </div>
    </>
  );
}

/** A service that does not run any more, for whoever has an old link. */
export function ClosedPage({ service, frame: { home }, similar }: { service: ShownService; frame: Frame; similar: readonly Found[] }) {
  const { publicDirectory: words } = useWords();
  const { status } = service;
  return (
    <PublicPage
      title={words.service.closed}
      caption={service.name}
      home={home}
      back={{ href: home, text: words.back }}
      meta={{ noIndex: true, ...(service.sensitive && { tabTitle: words.quietService }) }}
    >
      {status !== 'active' && <p>{words.service.closedText[status]}</p>}
      {similar.length > 0 && (
        <>
          <Heading level={2} class="nhsuk-heading-m">
            {words.service.similar}
          </Heading>
          <ul class="nhsuk-list">
            {similar.map(({ id, name, organisationName, location }) => (
              <li key={id}>
                <a href={`${home}/services/${id}`}>{name}</a>{' '}
                <span class="bothy-note">{[organisationName, location?.town].filter(Boolean).join(' · ')}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </PublicPage>
  );
}
