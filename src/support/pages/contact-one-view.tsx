import {
  Button,
  ButtonRow,
  calendarDay,
  Chips,
  Details,
  type Errors,
  Form,
  formatDateTime,
  formatTime,
  InsetText,
  Panel,
  TextArea,
  TextField,
  useChrome,
  useWords,
  type Values,
  WarningCallout,
} from '../../design/index.ts';
import { PersonPage } from '../../people/index.ts';
import type { Contact, ContactSeen } from '../index.ts';
import { contactOutcomes } from '../contact.ts';
import { ChannelChips, DoneChips, MinutesField, MoreFields } from './contact-fields.tsx';
import { ContactContents } from './contacts-view.tsx';
import { MomentFields } from './moment.tsx';

type Props = { seen: ContactSeen; timeZone: string; values?: Values; errors?: Errors; stale?: boolean; striking?: boolean };

/** One contact as it stands, what it said before, and the way to put it right. */
export function OneContactPage({ seen, timeZone, values, errors, stale, striking }: Props) {
  const { person, contact, names, mayCorrect, tags } = seen;
  const words = useWords().contacts.one;
  const when = (at: Date) => formatDateTime(at, { timeZone });
  const who = (id: string) => names.get(id)?.name ?? useWords().support.person.somebody;
  const here = `/people/${person.id}/contacts/${contact.id}`;
  return (
    <PersonPage
      person={person}
      title={words.of(when(contact.happenedAt))}
      back={{ href: `/people/${person.id}/contacts`, text: words.back }}
      errors={errors}
      errorIds={{ day: 'day-day' }}
    >
      {stale && <WarningCallout headingLevel={2}>{words.stale}</WarningCallout>}
      {contact.struck && (
        <InsetText>
          <p>{words.struckOut(who(contact.struck.by), when(contact.struck.at))}</p>
          <p>{words.because(contact.struck.why)}</p>
        </InsetText>
      )}
      <Panel heading={words.written(who(contact.by))} soft>
        <ContactContents contact={contact} tags={tags} />
      </Panel>
      {!mayCorrect && <p>{words.notYours}</p>}
      {mayCorrect && !contact.struck && (
        <>
          <Details summary={words.correct} expander open={stale || Boolean(errors && !striking) || Boolean(useChrome().drafts?.taken)}>
            <p>{words.correctText}</p>
            <Correction seen={seen} timeZone={timeZone} values={striking ? undefined : values} />
          </Details>
          <Details summary={words.strike} expander open={striking}>
            <p>{words.strikeText}</p>
            <Form action={`${here}/strike`} values={striking ? values : {}} rowVersion={contact.rowVersion}>
              <TextField name="strikeWhy" label={words.strikeWhy} />
              <Button variant="warning" preventDoubleClick>
                {words.strikeButton}
              </Button>
            </Form>
          </Details>
        </>
      )}
      {seen.versions.length > 0 && (
        <>
          <h2 class="nhsuk-heading-m">{words.versions}</h2>
          {seen.versions.map((version) => (
            <Panel
              heading={words.version(version.version, who(version.writtenBy), when(version.writtenAt))}
              level={3}
              key={version.version}
            >
              <p>{words.because(version.why)}</p>
              <ContactContents contact={version.contact} tags={tags} />
            </Panel>
          ))}
        </>
      )}
    </PersonPage>
  );
}

function Correction({ seen, timeZone, values: typed }: { seen: ContactSeen; timeZone: string; values: Values | undefined }) {
  const { contact: words } = useWords().support;
  const more = useWords().contacts;
  const { person, contact, tags } = seen;
  const values = typed ?? valuesOf(contact, timeZone);
  return (
    <Form action={`/people/${person.id}/contacts/${contact.id}`} values={values} rowVersion={contact.rowVersion} draft>
      <ChannelChips />
      <Chips
        name="outcome"
        label={more.outcome}
        labelSize="s"
        choose="one"
        options={contactOutcomes.map((value) => ({ value, text: more.outcomes[value] }))}
      />
      <TextArea name="note" label={words.note} labelSize="s" rows={6} />
      <DoneChips tags={tags} chosen={contact.tags} />
      <div class="bothy-columns bothy-columns--halves">
        <div>
          <MomentFields now={contact.happenedAt} timeZone={timeZone} />
        </div>
        <div>
          <MinutesField />
          <TextField name="nextStep" label={words.nextStep} labelSize="s" optional />
        </div>
      </div>
      <MoreFields values={values} />
      <TextField name="why" label={more.one.why} labelSize="s" hint={more.one.whyHint} />
      <ButtonRow>
        <Button preventDoubleClick>{more.one.save}</Button>
      </ButtonRow>
    </Form>
  );
}

function valuesOf(contact: Contact, timeZone: string): Values {
  const [year = '', month = '', day = ''] = calendarDay(contact.happenedAt, timeZone).split('-');
  const { channel, outcome, note, place, present, minutes, nextStep, debrief, tags, travelMinutes, travelKm } = contact;
  return {
    ...{ channel, outcome, note, place, present, nextStep },
    minutes: String(minutes),
    tags: [...tags],
    ...(debrief && { debrief: 'yes' }),
    travelMinutes: travelMinutes === null ? '' : String(travelMinutes),
    travelKm: travelKm === null ? '' : String(travelKm),
    'day-day': String(Number(day)),
    'day-month': String(Number(month)),
    'day-year': year,
    time: formatTime(contact.happenedAt, { timeZone }),
  };
}
