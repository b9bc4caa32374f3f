import { formatDate, PrintLetter, Prose, useWords } from '../../design/index.ts';
import type { ShownService } from '../shown-service.ts';
import { HowToGetThere, ServiceFacts } from './shortlist-facts.tsx';

type Items = readonly { service: ShownService; note: string }[];
type Props = {
  services: Items;
  list: { name: string; person: string | null };
  programme: string;
  now: Date;
  timeZone: string;
  back: string;
};

/** For somebody to keep: large letters, and nobody's name. */
export function ShortlistPrint({ services, list, programme, now, timeZone, back }: Props) {
  const { shared, one } = useWords().shortlists;
  return (
    <PrintLetter
      title={list.person ? shared.title : list.name}
      programme={programme}
      to=""
      from={programme}
      date={formatDate(now, { timeZone })}
      back={{ href: back, text: one.caption }}
    >
      <div class="bothy-large">
        <ListedServices services={services} now={now} timeZone={timeZone} />
      </div>
    </PrintLetter>
  );
}

/** Each service with all that is needed to go there, and what was noted for the reader. */
export function ListedServices({ services, now, timeZone }: { services: Items; now: Date; timeZone: string }) {
  const { shared } = useWords().shortlists;
  return (
    <>
      {services.map(({ service, note }) => (
        <section class="bothy-listed" key={service.id}>
          <h2 class="nhsuk-heading-m">{service.name}</h2>
          {service.organisationName !== service.name && <p class="bothy-note">{service.organisationName}</p>}
          {service.status !== 'active' && (
            <p>
              <strong>{shared.closed}</strong>
            </p>
          )}
          {note && (
            <div class="bothy-kept__note">
              <p>
                <strong>{shared.note}</strong>
              </p>
              <Prose text={note} />
            </div>
          )}
          {service.description && <Prose text={service.description} />}
          <ServiceFacts service={service} now={now} timeZone={timeZone} />
          <HowToGetThere service={service} />
        </section>
      ))}
    </>
  );
}
