import { Heading, Prose, SummaryList, useWords } from '../../design/index.ts';
import type { OpenOrganisation } from '../index.ts';
import { Contact, webAddress } from './contact.tsx';
import { ServiceFacts, whereabouts } from './shortlist-facts.tsx';

type Props = { found: OpenOrganisation; at: string; link?: string; now: Date; timeZone: string };

/** What anybody may know of an organisation. `at` is where the pages of its services are. */
export function OrganisationBody({ found: { organisation, services }, at, link = '', now, timeZone }: Props) {
  const { publicDirectory: words, directory } = useWords();
  const { phone, email, website } = organisation;
  return (
    <>
      {organisation.description && <Prose text={organisation.description} />}
      {(phone || email || webAddress(website)) && (
        <SummaryList rows={[{ key: directory.service.contact, value: <Contact phone={phone} email={email} site={website} /> }]} />
      )}
      <Heading level={2} class="nhsuk-heading-m">
        {words.organisation.runs}
      </Heading>
      {services.length === 0 && <p>{words.organisation.nothing}</p>}
      {services.map((service) => (
        <section class="bothy-listed" key={service.id}>
          <h3 class="nhsuk-heading-s">
            <a href={`${at}/${service.id}${link}`}>{service.name}</a>
          </h3>
          <p class="bothy-note">{whereabouts(service)}</p>
          <ServiceFacts service={service} now={now} timeZone={timeZone} />
        </section>
      ))}
    </>
  );
}
