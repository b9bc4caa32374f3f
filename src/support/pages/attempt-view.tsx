import {
  Button,
  ButtonRow,
  Chips,
  DateField,
  type Errors,
  Form,
  Panel,
  Radios,
  TextArea,
  TextField,
  useWords,
  type Values,
} from '../../design/index.ts';
import { PersonPage } from '../../people/index.ts';
import type { BeforeContact, Protocol } from '../index.ts';
import { attemptChannels, outcomes, standingOf } from '../attempts.ts';
import { MomentFields } from './moment.tsx';
import { VoicemailWarning } from './safe-contact.tsx';

export function ProtocolPanel({ protocol, person, here }: { protocol: Protocol; person: string; here?: boolean }) {
  const words = useWords().support.protocol;
  if (!protocol.advice && here) return null;
  return (
    <Panel heading={words.title} soft>
      <p>{protocol.tries ? words.state(protocol.tries, protocol.of, protocol.days, protocol.ofDays) : words.none}</p>
      {protocol.mayClose ? <p>{words.offer}</p> : protocol.advice && <p>{words.advice[protocol.advice]}</p>}
      {protocol.mayClose && (
        <ButtonRow>
          {!here && (
            <Button small href={`/people/${person}/attempt`}>
              {words.goOn}
            </Button>
          )}
          <Button variant="secondary" small href={`/people/${person}/could-not-be-reached`}>
            {words.close}
          </Button>
        </ButtonRow>
      )}
    </Panel>
  );
}

type Props = { before: BeforeContact; now: Date; timeZone: string; values?: Values; errors?: Errors };

export function AttemptPage({ before: { person, protocol }, now, timeZone, values = {}, errors }: Props) {
  const { attempt: words, channels, outcomes: outcomeWords } = useWords().support;
  const { safeContact } = person;
  const options = attemptChannels.map((value) => {
    const standing = standingOf(value, safeContact);
    const hint =
      standing === 'not-wanted' ? <span class="bothy-late">{words.notWanted}</span> : standing === 'wanted' ? words.wanted : undefined;
    return { value, text: channels[value], hint };
  });
  const careful =
    safeContact.voicemailOk === false ||
    (safeContact.channels.length > 0 && attemptChannels.some((each) => standingOf(each, safeContact) === 'not-wanted'));
  const content = attemptChannels.find((each) => standingOf(each, safeContact) === 'wanted');
  return (
    <PersonPage person={person} title={words.title} errors={errors} errorIds={{ day: 'day-day', againOn: 'againOn-day' }}>
      <VoicemailWarning person={person} />
      <ProtocolPanel protocol={protocol} person={person.id} here />
      <Form action={`/people/${person.id}/attempt`} values={values} draft>
        <div class="bothy-columns bothy-columns--halves">
          <div>
            <Radios name="channel" label={words.channel} labelSize="s" options={options} value={content ?? 'phone'} />
          </div>
          <div>
            <MomentFields now={now} timeZone={timeZone} />
          </div>
        </div>
        <Chips
          name="outcome"
          label={words.outcome}
          labelSize="s"
          choose="one"
          options={outcomes.map((value) => ({ value, text: outcomeWords[value] }))}
        />
        {careful && <TextField name="whyThisWay" label={words.why} labelSize="s" hint={words.whyHint} optional />}
        <TextArea name="note" label={words.note} labelSize="s" optional rows={2} />
        <DateField name="againOn" label={words.again} labelSize="s" hint={words.againHint} optional />
        <Button preventDoubleClick>{words.save}</Button>
      </Form>
    </PersonPage>
  );
}
