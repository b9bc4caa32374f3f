import {
  Button,
  Details,
  type Errors,
  Form,
  formatShortDate,
  formatTime,
  InsetText,
  Panel,
  PlainPage,
  Radios,
  SummaryList,
  TextArea,
  useWords,
  type Values,
} from '../../design/index.ts';
import type { OwnAppointment } from '../index.ts';
import { isAhead } from '../appointment.ts';

type Props = { own: OwnAppointment; at: string; now: Date; values: Values; errors?: Errors | undefined; said?: string | undefined };

/** What somebody sees of their own appointment. It says no more than their message did. */
export function OwnPage({ own, at, now, values, errors, said }: Props) {
  const words = useWords().calendar.own;
  const { appointment, facts, programme, firstName } = own;
  const { timeZone } = programme.settings;
  if (!isAhead(appointment, now)) return <OverPage own={own} />;
  const practical = [
    ...(facts.where ? [{ key: words.where, value: facts.where }] : []),
    ...(facts.gettingThere ? [{ key: words.gettingThere, value: facts.gettingThere }] : []),
    ...(facts.bring ? [{ key: words.bring, value: facts.bring }] : []),
  ];
  const another = <AnotherTime own={own} at={at} values={values} timeZone={timeZone} />;
  return (
    <PlainPage title={words.title} caption={words.hello(firstName)} errors={errors}>
      {said && <InsetText>{said}</InsetText>}
      <p class="nhsuk-lede-text">{words.will({ ...facts, zone: timeZone })}</p>
      <p>{words.until(formatTime(facts.endsAt, { timeZone }))}</p>
      {practical.length > 0 && <SummaryList rows={practical} />}
      {appointment.answer === 'coming' && <InsetText>{words.comingAlready}</InsetText>}
      {appointment.answer === 'change' && <InsetText>{words.asked}</InsetText>}
      {appointment.answer !== 'coming' && (
        <Form action={`${at}/coming`} rowVersion={appointment.rowVersion}>
          <Button preventDoubleClick>{words.coming}</Button>
        </Form>
      )}
      <p>
        <a href={`${at}/appointment.ics`}>{words.calendarFile}</a>
      </p>
      {appointment.answer === 'coming' ? (
        <Details summary={words.other} open={Boolean(errors) || Boolean(said)}>
          {another}
        </Details>
      ) : (
        <Panel heading={words.other}>{another}</Panel>
      )}
      <Panel heading={words.cannot}>
        <p>{words.cannotText}</p>
        <Form action={`${at}/cancel`} rowVersion={appointment.rowVersion}>
          <Button variant="secondary" preventDoubleClick>
            {words.cancel}
          </Button>
        </Form>
      </Panel>
      {facts.phone && <p>{words.ask(facts.worker, facts.phone)}</p>}
    </PlainPage>
  );
}

function AnotherTime({ own: { appointment, free }, at, values, timeZone }: Pick<Props, 'own' | 'at' | 'values'> & { timeZone: string }) {
  const words = useWords().calendar.own;
  const text = (startsAt: Date) => `${formatShortDate(startsAt, { timeZone })}, ${formatTime(startsAt, { timeZone })}`;
  return (
    <>
      {free.length > 0 && (
        <Form action={`${at}/choose`} rowVersion={appointment.rowVersion} values={values}>
          <Radios
            name="startsAt"
            label={words.otherHint}
            labelSize="s"
            options={free.map((slot) => ({ value: slot.startsAt.toISOString(), text: text(slot.startsAt) }))}
          />
          <Button variant="secondary" preventDoubleClick>
            {words.choose}
          </Button>
        </Form>
      )}
      <Form action={`${at}/ask`} rowVersion={appointment.rowVersion} values={values}>
        <TextArea name="wish" label={free.length ? words.wish : words.wishOnly} labelSize="s" hint={words.wishHint} rows={2} />
        <Button variant="secondary" preventDoubleClick>
          {words.askFor}
        </Button>
      </Form>
    </>
  );
}

function OverPage({ own: { appointment, facts } }: Pick<Props, 'own'>) {
  const words = useWords().calendar.own;
  const off = appointment.stage.name === 'cancelled';
  return (
    <PlainPage title={off ? words.cancelledTitle : words.overTitle}>
      <p>{off ? words.cancelled : words.over}</p>
      {facts.phone && <p>{words.ask(facts.worker, facts.phone)}</p>}
    </PlainPage>
  );
}

export const PlainWords = ({ title, text }: { title: string; text: string }) => (
  <PlainPage title={title}>
    <p>{text}</p>
  </PlainPage>
);
