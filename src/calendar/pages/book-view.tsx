import {
  Button,
  Checkbox,
  Chips,
  DateField,
  Details,
  type Errors,
  Form,
  formatShortDate,
  formatTime,
  Hidden,
  InsetText,
  Panel,
  Radios,
  Select,
  TextArea,
  TextField,
  TimeField,
  useWords,
  type Values,
} from '../../design/index.ts';
import { PersonPage } from '../../people/index.ts';
import { type Appointment, kinds, reasons } from '../appointment.ts';
import type { Slot } from '../hours.ts';
import type { BeforeBooking } from '../index.ts';
import { lengthChoices, other, slotValue } from './book-form.ts';
import { useSpan } from './words.tsx';

type Props = {
  before: BeforeBooking;
  timeZone: string;
  values: Values;
  errors?: Errors | undefined;
  /** It is to be changed, rather than made. */
  moving?: { id: string; version: number } | undefined;
  /** As somebody else has saved it meanwhile. */
  stale?: Appointment | undefined;
  unusual?: boolean | undefined;
};

const errorIds = { day: 'day-day' };

export function BookPage({ before, timeZone, values, errors, moving, stale, unusual }: Props) {
  const { form: words, stage: stages } = useWords().calendar;
  const { person, colleagues, worker } = before;
  const at = `/people/${person.id}/appointments`;
  const title = moving ? words.moveTitle : words.title;
  const span = useSpan(timeZone);
  const hasMore = ['bring', 'gettingThere', 'second'].some((name) => values[name]?.length || errors?.[name]);
  return (
    <PersonPage person={person} title={title} errors={errors} errorIds={errorIds} {...(moving && { back: { href: `${at}/${moving.id}` } })}>
      {stale && (
        <InsetText>
          <p>
            <strong>{words.staleTitle}</strong>
          </p>
          <p>{stale.stage.name === 'booked' ? words.stale : words.staleOver}</p>
          <p>{`${words.now}: ${span(stale)}. ${stages[stale.stage.name]}`}</p>
        </InsetText>
      )}
      {colleagues.length > 1 && <Whose before={before} action={moving ? `${at}/${moving.id}/move` : `${at}/new`} />}
      <Form action={moving ? `${at}/${moving.id}/move` : `${at}/new`} values={values} rowVersion={moving?.version}>
        <Hidden name="worker" value={worker} />
        <Kind />
        <Times before={before} timeZone={timeZone} />
        <Where before={before} />
        {moving && <Change />}
        <Details summary={words.more} open={hasMore}>
          <TextField name="bring" label={words.bring} hint={words.bringHint} optional />
          <TextArea name="gettingThere" label={words.gettingThere} rows={2} optional />
          <Select
            name="second"
            label={words.second}
            options={[
              { value: '', text: words.nobody },
              ...colleagues.filter(({ id }) => id !== worker).map(({ id, name }) => ({ value: id, text: name })),
            ]}
          />
        </Details>
        <Checkbox name="tell" value="yes" label={words.tell} hint={words.tellHint} checked />
        {unusual && <Checkbox name="anyway" value="yes" label={words.anyway} />}
        {(!stale || stale.stage.name === 'booked') && <Button preventDoubleClick>{moving ? words.saveMove : words.save}</Button>}
      </Form>
    </PersonPage>
  );
}

function Whose({ before: { colleagues, worker }, action }: { before: BeforeBooking; action: string }) {
  const { form: words, calendar } = useWords().calendar;
  return (
    <Panel soft>
      <Form method="get" action={action} values={{}} autoSubmit>
        <div class="bothy-filters">
          <Select
            name="worker"
            id="whose"
            label={words.worker}
            value={worker}
            options={colleagues.map(({ id, name }) => ({ value: id, text: name }))}
          />
          <Button variant="secondary" small>
            {calendar.show}
          </Button>
        </div>
      </Form>
    </Panel>
  );
}

function Kind() {
  const words = useWords().calendar;
  return (
    <Chips
      name="kind"
      label={words.form.kind}
      labelSize="s"
      choose="one"
      options={kinds.map((value) => ({ value, text: words.kinds[value] }))}
      values={['meeting']}
    />
  );
}

function Times({ before: { free, rooms, colleagues, worker }, timeZone }: Pick<Props, 'before' | 'timeZone'>) {
  const words = useWords().calendar.form;
  const roomOf = (id: string | null) => rooms.find((room) => room.id === id)?.name ?? '';
  const text = (slot: Slot) =>
    words.slot(formatShortDate(slot.startsAt, { timeZone }), formatTime(slot.startsAt, { timeZone }), roomOf(slot.room));
  const name = colleagues.find(({ id }) => id === worker)?.name ?? '';
  const lengths = lengthChoices.map((n) => ({ value: String(n), text: words.lengths(n) }));
  return (
    <>
      <Radios
        name="slot"
        label={words.when}
        labelSize="s"
        hint={free.length ? words.free(name) : words.noFree(name)}
        options={[
          ...free.map((slot) => ({ value: slotValue(slot), text: text(slot) })),
          {
            value: other,
            text: words.other,
            divided: free.length > 0,
            reveal: (
              <>
                <DateField name="day" label={words.day} labelSize="s" />
                <TimeField name="time" label={words.time} labelSize="s" />
                <Select
                  name="minutes"
                  label={words.minutes}
                  labelSize="s"
                  options={[{ value: '', text: words.lengths(60) }, ...lengths.filter(({ value }) => value !== '60')]}
                />
              </>
            ),
          },
        ]}
        value={free.length ? undefined : other}
      />
    </>
  );
}

function Where({ before: { rooms } }: Pick<Props, 'before'>) {
  const words = useWords().calendar.form;
  return (
    <>
      <Select
        name="where"
        label={words.where}
        labelSize="s"
        hint={words.whereHint}
        options={[
          { value: '', text: words.asSlot },
          ...rooms.map(({ id, name }) => ({ value: id, text: name })),
          { value: 'elsewhere', text: words.elsewhere },
        ]}
      />
      <TextField name="place" label={words.place} labelSize="s" hint={words.placeHint} optional />
    </>
  );
}

function Change() {
  const { form: words, reasons: reasonWords } = useWords().calendar;
  const options = [...reasons.person, ...reasons.us].map((value) => ({ value, text: reasonWords[value] }));
  return (
    <div class="bothy-columns bothy-columns--halves">
      <Chips
        name="askedBy"
        label={words.askedBy}
        labelSize="s"
        choose="one"
        options={[
          { value: 'person', text: words.askedBys.person },
          { value: 'us', text: words.askedBys.us },
        ]}
      />
      <Select name="reason" label={words.reason} labelSize="s" value="not-said" options={options} />
    </div>
  );
}
