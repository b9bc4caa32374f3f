import {
  Button,
  ButtonRow,
  Checkbox,
  Chips,
  DateField,
  type Errors,
  Form,
  formatDateTime,
  Hidden,
  InsetText,
  Switch,
  TextArea,
  TextField,
  useChrome,
  useWords,
  type Values,
  WarningCallout,
} from '../../design/index.ts';
import { PersonPage } from '../../people/index.ts';
import type { BeforeContact, Contact } from '../index.ts';
import { usualTemplates } from '../contact-templates.ts';
import { ChannelChips, CompanyChips, DoneChips, MinutesField, MoreFields } from './contact-fields.tsx';
import { MomentFields } from './moment.tsx';
import { VoicemailWarning } from './safe-contact.tsx';

export type Double = { double: Contact; by: string };
type Props = {
  before: BeforeContact;
  now: Date;
  timeZone: string;
  values?: Values;
  errors?: Errors;
  reached?: boolean;
  double?: Double | undefined;
};

const results = ['met', 'could-not-come', 'not-there'] as const;

/** One screen for what was said: what Bothy knows is filled in, and a line of text is all that must be written. */
export function ContactPage({ before, now, timeZone, values: given = {}, errors, reached, double }: Props) {
  const { person, lastChannel, company, tags } = before;
  const { contact: words } = useWords().support;
  const more = useWords().contacts;
  const values = useChrome().drafts?.taken?.fields ?? given;
  return (
    <PersonPage person={person} title={words.title} errors={errors} errorIds={{ day: 'day-day', nextOn: 'nextOn-day' }}>
      {reached && <InsetText>{words.afterReached}</InsetText>}
      <VoicemailWarning person={person} />
      {!reached && <StartFrom before={before} chosen={String(values['template'] ?? '')} />}
      <Form action={`/people/${person.id}/contact`} values={values} draft>
        {double && <DoubleWarning {...double} timeZone={timeZone} />}
        <Hidden name="appointment" value={String(values['appointment'] ?? '')} />
        <Hidden name="template" value={String(values['template'] ?? '')} />
        <ChannelChips value={lastChannel ?? 'phone'} />
        <Chips
          name="outcome"
          label={more.outcome}
          labelSize="s"
          choose="one"
          options={results.map((value) => ({ value, text: more.outcomes[value] }))}
          values={['met']}
        />
        <TextArea name="note" label={words.note} labelSize="s" hint={words.noteHint} rows={6} />
        <DoneChips tags={tags} />
        <div class="bothy-columns bothy-columns--halves">
          <div>
            <TextField name="nextStep" label={words.nextStep} labelSize="s" optional />
            <DateField name="nextOn" label={words.nextOn} labelSize="s" optional hint={words.nextOnHint} />
          </div>
          <div>
            <MomentFields now={now} timeZone={timeZone} />
            <MinutesField />
          </div>
        </div>
        <CompanyChips company={company} />
        <MoreFields values={values} company={company} />
        <ButtonRow>
          <Button preventDoubleClick>{words.save}</Button>
        </ButtonRow>
      </Form>
    </PersonPage>
  );
}

function StartFrom({ before: { person, templates }, chosen }: { before: BeforeContact; chosen: string }) {
  const words = useWords().contacts;
  const here = `/people/${person.id}/contact`;
  const all = [
    ...usualTemplates.map(({ id }) => ({ id, name: words.templates[id]?.name ?? id })),
    ...templates.map(({ id, name }) => ({ id, name })),
  ];
  return (
    <div class="bothy-switches">
      <Switch
        label={words.startFrom}
        labelShown
        links={[
          { href: here, text: words.blank, current: !chosen },
          ...all.map(({ id, name }) => ({ href: `${here}?template=${id}`, text: name, current: chosen === id })),
          { href: '/contact-templates', text: words.own, current: false },
        ]}
      />
    </div>
  );
}

/** Two may have written down the same meeting: whoever saves second decides, and loses nothing. */
function DoubleWarning({ double, by, timeZone }: Double & { timeZone: string }) {
  const words = useWords().contacts;
  return (
    <WarningCallout heading={words.double(by, formatDateTime(double.happenedAt, { timeZone }))} headingLevel={2}>
      <p>{double.note}</p>
      <p>{words.doubleText}</p>
      <Checkbox name="another" label={words.doubleAnother} />
    </WarningCallout>
  );
}
