import {
  Button,
  ButtonRow,
  calendarDay,
  DateField,
  Details,
  type Errors,
  Form,
  formatDateTime,
  formatTime,
  Hidden,
  HiddenText,
  Page,
  Panel,
  SummaryList,
  Tag,
  type TagColour,
  TextArea,
  TextField,
  TimeField,
  useWords,
} from '../../design/index.ts';
import type { Asker } from '../../identity/index.ts';
import { InDanger, nameOf } from '../../people/index.ts';
import type { Typed } from '../../platform/forms.ts';
import { stateOf, type Visit, type VisitState } from '../visit.ts';
import type { VisitsSeen } from '../index.ts';

type Props = {
  seen: VisitsSeen;
  asker: Asker;
  now: Date;
  person: string | undefined;
  tried: { typed: Typed; errors: Errors } | undefined;
};

const colours: Record<VisitState, TagColour> = {
  planned: 'blue',
  out: 'green',
  overdue: 'red',
  help: 'red',
  safe: 'grey',
  'called-off': 'grey',
};

export function VisitsPage(props: Props) {
  const { seen, asker, tried, person } = props;
  const words = useWords().safety.visits;
  return (
    <Page
      title={words.title}
      errors={tried?.errors}
      errorIds={{ day: 'day-day' }}
      actions={person ? <InDanger person={person} /> : undefined}
    >
      <p>{words.intro}</p>
      {seen.mine.map((visit) => (
        <OwnVisit {...props} visit={visit} key={visit.id} />
      ))}
      {seen.mine.length === 0 && <p>{words.none}</p>}
      {seen.others.length > 0 && (
        <Panel heading={words.others}>
          {seen.others.map((visit) => (
            <div class="bothy-risk" key={visit.id}>
              <p>
                <strong>{seen.names.get(visit.worker)?.name}</strong> <Standing {...props} visit={visit} />
              </p>
              <VisitFacts visit={visit} timeZone={asker.programme.settings.timeZone} />
            </div>
          ))}
        </Panel>
      )}
      <PlanForm {...props} />
    </Page>
  );
}

function Standing({ visit, now }: Props & { visit: Visit }) {
  const state = stateOf(visit, now);
  return <Tag colour={colours[state]}>{useWords().safety.visits.states[state]}</Tag>;
}

/** One touch each, large enough for a thumb in the rain. */
function OwnVisit(props: Props & { visit: Visit }) {
  const { visit, asker, seen } = props;
  const words = useWords().safety.visits;
  const { timeZone } = asker.programme.settings;
  const at = (step: string) => `/visits/${visit.id}/${step}`;
  const person = visit.person ? seen.people.get(visit.person) : undefined;
  const which = <HiddenText>{words.of(visit.place)}</HiddenText>;
  return (
    <Panel heading={visit.place}>
      <p>
        <Standing {...props} /> {words.from(formatDateTime(visit.startsAt, { timeZone }), formatTime(visit.endsAt, { timeZone }))}
        {person && `. ${words.with(nameOf(person))}`}
        {visit.arrivedAt && `. ${words.hasArrived(formatTime(visit.arrivedAt, { timeZone }))}`}
      </p>
      <Form action={at('safe')}>
        <div class="bothy-safe">
          <Button preventDoubleClick>
            {words.safe}
            {which}
          </Button>
        </div>
      </Form>
      <div class="bothy-visit__steps">
        {!visit.arrivedAt && (
          <Form action={at('arrived')}>
            <Button variant="secondary" small>
              {words.arrived}
              {which}
            </Button>
          </Form>
        )}
        {[15, 30, 60].map((minutes) => (
          <Form action={at('longer')} key={minutes}>
            <Hidden name="minutes" value={String(minutes)} />
            <Button variant="secondary" small>
              {words.longer(minutes)}
              {which}
            </Button>
          </Form>
        ))}
        <Form action={at('off')}>
          <Button variant="secondary" small>
            {words.off}
            {which}
          </Button>
        </Form>
        <Form action={at('help')}>
          <Button variant="warning" small>
            {words.help}
            {which}
          </Button>
        </Form>
      </div>
      <p class="bothy-quiet">{words.helpHint}</p>
    </Panel>
  );
}

/** Where somebody is, and how to reach them. */
export function VisitFacts({ visit, timeZone }: { visit: Visit; timeZone: string }) {
  const words = useWords().safety.visits;
  return (
    <SummaryList
      rows={[
        { key: words.where, value: visit.place },
        { key: words.until, value: formatDateTime(visit.endsAt, { timeZone }) },
        { key: words.mobile, value: <a href={`tel:${visit.mobile.replaceAll(/[^+\d]/g, '')}`}>{visit.mobile}</a> },
        ...(visit.ring ? [{ key: words.ring, value: visit.ring }] : []),
        ...(visit.note ? [{ key: words.note, value: visit.note }] : []),
      ]}
    />
  );
}

function PlanForm({ seen, asker, now, person, tried }: Props) {
  const words = useWords().safety.visits;
  const { timeZone } = asker.programme.settings;
  return (
    <Details summary={words.plan} open={tried !== undefined || person !== undefined || seen.mine.length === 0} expander>
      <Form action="/visits" values={tried?.typed}>
        {person && <Hidden name="person" value={person} />}
        <TextArea name="place" label={words.place} labelSize="s" hint={words.placeHint} rows={2} />
        <DateField name="day" label={words.day} labelSize="s" value={calendarDay(now, timeZone)} />
        <div class="bothy-columns bothy-columns--halves">
          <TimeField name="start" label={words.start} labelSize="s" value={formatTime(now, { timeZone })} />
          <TimeField name="end" label={words.end} labelSize="s" hint={words.endHint} />
        </div>
        <TextField name="mobile" label={words.ownMobile} labelSize="s" type="tel" width={20} value={seen.last?.mobile} />
        <TextField name="ring" label={words.whomToRing} labelSize="s" hint={words.whomHint} value={seen.last?.ring} optional />
        <TextArea name="note" label={words.note} labelSize="s" hint={words.noteHint} rows={2} optional />
        <ButtonRow>
          <Button preventDoubleClick>{words.save}</Button>
        </ButtonRow>
      </Form>
    </Details>
  );
}
