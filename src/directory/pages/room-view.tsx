import {
  Button,
  DateField,
  Form,
  formatDate,
  formatShortDate,
  Heading,
  Hidden,
  Page,
  Radios,
  Select,
  SummaryList,
  Table,
  TextField,
  useWords,
} from '../../design/index.ts';
import type { Errors, Typed } from '../../platform/forms.ts';
import type { ServiceRoom, ToldOnce } from '../index.ts';
import { type Telling, units } from '../room.ts';
import { RoomTag } from './facts.tsx';
import { PauseFields } from './pause-fields.tsx';
import { BehaviourLines, Paused, UndoResume, useSaid } from './room-facts.tsx';

type Props = {
  room: ServiceRoom;
  now: Date;
  usualUntil: string;
  /** Where whoever tells came from. */
  back: { href: string; text: string };
  resumed: string | undefined;
  typed?: Typed | undefined;
  errors?: Errors | undefined;
};

/** One service's room: how it shows, saying it anew, stopping for a while, and what was said before. */
export function RoomPage({ room, now, usualUntil, back, resumed, typed, errors }: Props) {
  const words = useWords().room;
  const { service, units: told, pauses, behaviour, history } = room;
  const path = `/services/${service.id}`;
  return (
    <Page
      title={words.title(service.name)}
      caption={service.organisationName}
      back={back}
      errors={errors}
      aside={<BehaviourLines behaviour={behaviour} promise={service.capacity} />}
    >
      {resumed && pauses.length === 0 && <UndoResume pause={resumed} action={`${path}/resume`} />}
      <Paused pauses={pauses} action={`${path}/resume`} of="one" />
      <Heading level={2} class="nhsuk-heading-m">
        {words.now}
      </Heading>
      <p>
        <RoomTag room={room.room} />
      </p>
      {told.length ? <Units told={told} now={now} action={`${path}/room/unknown`} /> : !service.capacity && <p>{words.said.nothing}</p>}
      <Tell action={`${path}/room`} usualUntil={usualUntil} unit={told[0]?.unit} typed={typed} />
      <PauseFields action={`${path}/pause`} typed={typed} errors={errors} />
      {history.length > 0 && <History history={history} />}
    </Page>
  );
}

function Units({ told, now, action }: { told: readonly Telling[]; now: Date; action: string }) {
  const { said: words, tell, units: names } = useWords().room;
  const said = useSaid();
  return (
    <SummaryList
      rows={told.map((telling) => {
        const until = formatDate(telling.expiresAt);
        const holds = telling.expiresAt > now;
        return {
          key: capital((names as Record<string, string>)[telling.unit] ?? telling.unit),
          value: (
            <>
              <p>
                {said(telling)}
                {telling.description && <>. {telling.description}</>}
              </p>
              <p class="nhsuk-u-secondary-text-colour nhsuk-body-s">
                {capital(words.toldOn(formatDate(telling.updatedAt)))}, {holds ? words.until(until) : words.expired(until)}
              </p>
              {holds && (
                <Form action={action}>
                  <Hidden name="unit" value={telling.unit} />
                  <Button variant="link">{tell.takeBack}</Button>
                </Form>
              )}
            </>
          ),
        };
      })}
    />
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

type TellProps = { action: string; usualUntil: string; unit: string | undefined; typed: Typed | undefined };

function Tell({ action, usualUntil, unit, typed }: TellProps) {
  const { tell: words, units: names } = useWords().room;
  return (
    <>
      <Heading level={2} class="nhsuk-heading-m">
        {words.heading}
      </Heading>
      <Form action={action} values={typed}>
        <Select name="unit" label={words.unit} value={unit ?? 'places'} options={units.map((value) => ({ value, text: names[value] }))} />
        <Radios
          name="answer"
          label={words.answer}
          labelSize="s"
          options={[
            {
              value: 'room',
              text: words.room,
              reveal: (
                <>
                  <TextField name="available" label={words.available} inputmode="numeric" width={4} />
                  <TextField name="maximum" label={words.maximum} inputmode="numeric" width={4} optional />
                </>
              ),
            },
            {
              value: 'waiting',
              text: words.waiting,
              reveal: <TextField name="weeks" label={words.weeks} hint={words.weeksHint} inputmode="numeric" width={3} />,
            },
            { value: 'full', text: words.full },
          ]}
        />
        <TextField name="note" label={words.note} hint={words.noteHint} optional />
        <DateField name="until" label={words.until} hint={words.untilHint} value={usualUntil} />
        <Button preventDoubleClick>{words.button}</Button>
      </Form>
    </>
  );
}

function History({ history }: { history: readonly ToldOnce[] }) {
  const { history: words, said: text } = useWords().room;
  const said = useSaid();
  return (
    <Table
      caption={words.heading}
      rows={history}
      columns={[
        { header: words.when, cell: ({ updatedAt }) => formatShortDate(updatedAt) },
        { header: words.what, cell: (telling) => said(telling) },
        { header: words.who, cell: ({ by, byOrganisation }) => (by ? by : byOrganisation ? capital(text.byOrganisation) : '') },
      ]}
    />
  );
}
