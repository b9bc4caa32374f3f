import { Button, Chips, DateField, type Errors, Form, InsetText, Radios, TextArea, useWords, type Values } from '../../design/index.ts';
import { PersonPage, type Person } from '../../people/index.ts';
import { type Appointment, easier, reasons, whyNotThere } from '../appointment.ts';
import { useSpan } from './words.tsx';

type Props = {
  person: Person;
  appointment: Appointment;
  values: Values;
  errors?: Errors | undefined;
  past: boolean;
  timeZone: string;
  stale?: boolean;
};

export function CancelPage(props: Props) {
  const { person, appointment, values, errors, past } = props;
  const { cancel: words, reasons: reasonWords } = useWords().calendar;
  const at = `/people/${person.id}/appointments/${appointment.id}`;
  const options = (['person', 'us'] as const).map((value) => ({
    value,
    text: words.bys[value],
    reveal: (
      <Radios
        name={`reason-${value}`}
        label={words.reason}
        labelSize="s"
        hint={value === 'person' ? words.reasonHint : words.sorry}
        options={reasons[value].map((reason) => ({ value: reason, text: reasonWords[reason] }))}
        value={value === 'person' ? 'not-said' : undefined}
      />
    ),
  }));
  return (
    <PersonPage person={person} title={past ? words.titlePast : words.title} errors={errors} back={{ href: at }}>
      {props.stale && <Meanwhile {...props} at={at} />}
      <Form action={`${at}/cancel`} values={values} rowVersion={appointment.rowVersion}>
        <Radios name="by" label={words.by} labelSize="s" options={options} />
        <TextArea name="note" label={words.note} labelSize="s" optional rows={2} />
        {appointment.stage.name === 'booked' && <Button preventDoubleClick>{past ? words.savePast : words.save}</Button>}
      </Form>
    </PersonPage>
  );
}

/** Somebody else has saved it since the page was opened: how it stands now, with what was typed still below. */
function Meanwhile({ appointment, timeZone, at }: Pick<Props, 'appointment' | 'timeZone'> & { at: string }) {
  const { form: words, stage } = useWords().calendar;
  const span = useSpan(timeZone);
  const isOpen = appointment.stage.name === 'booked';
  return (
    <InsetText>
      <p>
        <strong>{words.staleTitle}</strong>
      </p>
      <p>{isOpen ? words.stale : words.staleOver}</p>
      <p>
        {`${words.now}: `}
        <a href={at}>{`${span(appointment)}. ${stage[appointment.stage.name]}`}</a>
      </p>
    </InsetText>
  );
}

export function NotTherePage(props: Props) {
  const { person, appointment, values, errors } = props;
  const words = useWords().calendar;
  const at = `/people/${person.id}/appointments/${appointment.id}`;
  return (
    <PersonPage person={person} title={words.notThere.title} errors={errors} errorIds={{ againOn: 'againOn-day' }} back={{ href: at }}>
      {props.stale && <Meanwhile {...props} at={at} />}
      <p>{words.notThere.intro}</p>
      <Form action={`${at}/not-there`} values={values} rowVersion={appointment.rowVersion}>
        <Chips
          name="reason"
          label={words.notThere.reason}
          labelSize="s"
          choose="one"
          options={whyNotThere.map((value) => ({ value, text: words.why[value] }))}
          values={['not-known']}
        />
        <Chips
          name="easier"
          label={words.notThere.easier}
          labelSize="s"
          hint={words.notThere.easierHint}
          options={easier.map((value) => ({ value, text: words.easier[value] }))}
          optional
        />
        <TextArea name="note" label={words.notThere.note} labelSize="s" optional rows={3} />
        <DateField name="againOn" label={words.notThere.again} labelSize="s" hint={words.notThere.againHint} optional />
        <InsetText>{words.notThere.counts}</InsetText>
        {appointment.stage.name === 'booked' && <Button preventDoubleClick>{words.notThere.save}</Button>}
      </Form>
    </PersonPage>
  );
}
