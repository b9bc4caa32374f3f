import {
  Button,
  ButtonRow,
  Checkbox,
  Chips,
  DateField,
  Details,
  type Errors,
  Form,
  InsetText,
  TextArea,
  TextField,
  useWords,
  type Values,
} from '../../design/index.ts';
import type { BeforeContact } from '../index.ts';
import { contactChannels } from '../contact.ts';
import { MomentFields } from './moment.tsx';
import { PersonPage } from './person-page.tsx';
import { VoicemailWarning } from './safe-contact.tsx';

type Props = { before: BeforeContact; now: Date; timeZone: string; values?: Values; errors?: Errors; reached?: boolean };

export function ContactPage({ before, now, timeZone, values = {}, errors, reached }: Props) {
  const { person, lastChannel } = before;
  const { contact: words, channels } = useWords().support;
  const more = ['place', 'present', 'debrief'];
  return (
    <PersonPage person={person} title={words.title} errors={errors} errorIds={{ day: 'day-day', nextOn: 'nextOn-day' }}>
      {reached && <InsetText>{words.afterReached}</InsetText>}
      <VoicemailWarning person={person} />
      <Form action={`/people/${person.id}/contact`} values={values}>
        <Chips
          name="channel"
          label={words.channel}
          labelSize="s"
          choose="one"
          options={contactChannels.map((value) => ({ value, text: channels[value] }))}
          values={[lastChannel ?? 'phone']}
        />
        <TextArea name="note" label={words.note} labelSize="s" hint={words.noteHint} rows={5} />
        <div class="bothy-columns bothy-columns--halves">
          <div>
            <TextField name="nextStep" label={words.nextStep} labelSize="s" optional />
            <DateField name="nextOn" label={words.nextOn} labelSize="s" optional hint={words.nextOnHint} />
          </div>
          <div>
            <MomentFields now={now} timeZone={timeZone} />
            <TextField
              name="minutes"
              label={words.minutes}
              labelSize="s"
              optional
              hint={words.minutesHint}
              inputmode="numeric"
              width={3}
              suffix={words.minutesUnit}
            />
          </div>
        </div>
        <Details summary={words.more} open={more.some((name) => values[name]?.length)}>
          <TextField name="place" label={words.place} optional suggestions={words.places} />
          <TextField name="present" label={words.present} optional />
          <Checkbox name="debrief" label={words.debrief} />
        </Details>
        <ButtonRow>
          <Button preventDoubleClick>{words.save}</Button>
        </ButtonRow>
      </Form>
    </PersonPage>
  );
}
