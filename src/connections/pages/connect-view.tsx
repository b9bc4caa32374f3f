import { clockIn, isPaused, nextOf, type Room, roomAt, shownLocation } from '../../directory/index.ts';
import {
  ActionLink,
  Button,
  calendarDay,
  Checkboxes,
  Form,
  formatDate,
  formatFullDate,
  InsetText,
  Lines,
  Panel,
  Radios,
  TextArea,
  useWords,
  type Words,
} from '../../design/index.ts';
import { NotTaking } from './not-taking.tsx';
import { nameOf, firstNameOf, PersonPage } from '../../people/index.ts';
import type { Errors, Typed } from '../../platform/forms.ts';
import type { AgreementStanding, Field, Meeting } from '../index.ts';
import { offered, recordedOf, usualFields } from '../packet.ts';

type Props = Meeting & { now: Date; timeZone: string; values: Typed; errors?: Errors };

/** How a person is to be connected to a service, and what the service is told. */
export function ConnectPage({ person, service, open, saysNo, agreement, now, timeZone, values, errors }: Props) {
  const words = useWords().connections.connect;
  const paused = !open && service.status === 'active' && isPaused(service.pause, now);
  const blocked = open ?? (service.status === 'active' ? undefined : service.status);
  return (
    <PersonPage
      person={person}
      title={words.title(nameOf(person), service.name)}
      caption={words.caption(service.organisationName)}
      errors={errors}
      aside={<About service={service} now={now} timeZone={timeZone} />}
    >
      {paused ? (
        <NotTaking person={person} service={service} today={calendarDay(now, timeZone)} />
      ) : blocked ? (
        <Blocked person={person} open={open} />
      ) : saysNo ? (
        <SaysNo person={person} service={service} to={saysNo} />
      ) : (
        <Ask person={person} service={service} agreement={agreement} values={values} />
      )}
    </PersonPage>
  );
}

function About({ service, now, timeZone }: Pick<Props, 'service' | 'now' | 'timeZone'>) {
  const { connections, directory } = useWords();
  const words = connections.connect;
  const next = nextOf(service.schedules, clockIn(timeZone, now));
  const roomText = roomLine(roomAt(service.capacity, now, service.pause), directory.room);
  const places = service.locations
    .map(shownLocation)
    .map(({ name, address, town, postcode }) => [name, address, town, postcode].filter(Boolean).join(', '));
  const phone = service.requestPhone ?? service.phone;
  return (
    <Panel heading={words.service} soft>
      <p>
        <strong>{service.name}</strong>
      </p>
      <p>
        {words.next}
        <br />
        <strong>{next ? words.fromTo(formatFullDate(next.day), next.opensAt, next.closesAt) : words.ask}</strong>
      </p>
      {places.length > 0 && (
        <p>
          {words.where}
          <br />
          <Lines text={places.join('\n')} />
        </p>
      )}
      <p>{roomText}</p>
      {phone && (
        <p>
          {words.phone} {phone}
        </p>
      )}
    </Panel>
  );
}

function roomLine(room: Room, words: Words['directory']['room']): string {
  if (room.kind === 'room') return words.room(room.available, room.unit);
  if (room.kind === 'waiting') return words.waiting(room.weeks);
  return room.kind === 'paused' ? words.paused(room.until && formatDate(room.until)) : words[room.kind];
}

/** They took their yes back, perhaps while this form was open. */
function SaysNo({ person, service, to }: Pick<Props, 'person' | 'service'> & { to: NonNullable<Meeting['saysNo']> }) {
  const words = useWords().connections.connect;
  const path = `/people/${person.id}/consent`;
  return (
    <>
      <InsetText>
        <p>
          <strong>{words.saysNoTitle[to](firstNameOf(person))}</strong>
        </p>
        <p>{words.saysNoText}</p>
      </InsetText>
      <ActionLink href={to === 'support' ? path : `${path}/${to}?service=${service.id}`}>{words.saysNoAsk}</ActionLink>
      <p>
        <a href={`/services?for=${person.id}`}>{words.find}</a>
      </p>
    </>
  );
}

/** Nothing that names anybody goes to an organisation that has not signed how it looks after it; here is what can be done instead. */
function NoAgreement({
  person,
  service,
  agreement,
}: Pick<Props, 'person' | 'service'> & { agreement: Exclude<AgreementStanding, 'fine'> }) {
  const words = useWords().connections.connect.agreement;
  const name = firstNameOf(person);
  return (
    <InsetText>
      <p>
        <strong>{words.why[agreement](service.organisationName)}</strong>
      </p>
      <p>{words.so(name)}</p>
      <ul class="nhsuk-list nhsuk-list--bullet">
        {words.instead(name, service.requestPhone ?? service.phone).map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
    </InsetText>
  );
}

function Blocked({ person, open }: Pick<Props, 'person' | 'open'>) {
  const { connect: words, state } = useWords().connections;
  return (
    <>
      <InsetText>
        {open ? (
          <>
            <p>
              <strong>{words.openTitle(firstNameOf(person))}</strong>
            </p>
            <p>{words.openText(state(open.status, open.kind), formatDate(open.askedAt))}</p>
          </>
        ) : (
          <p>{words.notRunning}</p>
        )}
      </InsetText>
      {open && <ActionLink href={`/connections/${open.id}`}>{words.see}</ActionLink>}
      <p>
        <a href={`/services?for=${person.id}`}>{words.find}</a>
      </p>
    </>
  );
}

function Ask({ person, service, agreement, values }: Pick<Props, 'person' | 'service' | 'agreement' | 'values'>) {
  const words = useWords().connections.connect;
  const name = firstNameOf(person);
  const mayShare = agreement === 'fine';
  const mayAsk = mayShare && Boolean(service.requestEmail);
  const phone = service.requestPhone ?? service.phone;
  const written: Partial<Record<Field, preact.JSX.Element>> = {
    matters: <TextArea name="matters" label={words.mattersLabel} hint={words.mattersHint} rows={4} maxLength={1000} />,
    care: <TextArea name="care" label={words.careLabel} rows={3} maxLength={1000} value={person.safeContact.note} />,
  };
  return (
    <Form values={values} draft>
      {agreement !== 'fine' && <NoAgreement person={person} service={service} agreement={agreement} />}
      {mayShare && !mayAsk && <InsetText>{words.noAddress}</InsetText>}
      <Radios
        name="how"
        label={words.how}
        labelSize="m"
        value={mayAsk ? 'asked' : mayShare ? undefined : 'self'}
        options={[
          ...(mayAsk ? [{ value: 'asked', text: words.asked, hint: words.askedHint }] : []),
          ...(mayShare ? [{ value: 'rung', text: words.rung, hint: words.rungHint(phone) }] : []),
          { value: 'self', text: words.self(name), hint: words.selfHint },
        ]}
      />
      {mayShare && (
        <Checkboxes
          name="fields"
          label={words.tell}
          labelSize="m"
          hint={[words.tellHint(name), person.safeContact.channels.length || person.safeContact.voicemailOk === false ? words.safely : '']
            .filter(Boolean)
            .join(' ')}
          values={usualFields(person)}
          options={offered(person).map((field) => ({
            value: field,
            text: words.field[field],
            hint:
              written[field] || field === 'age-band'
                ? undefined
                : field === 'date-of-birth'
                  ? formatDate(person.dateOfBirth)
                  : recordedOf(person, field).replaceAll('\n', ', '),
            reveal: written[field],
          }))}
        />
      )}
      <Button name="step" value="preview">
        {words.preview}
      </Button>
    </Form>
  );
}
