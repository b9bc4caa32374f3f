import {
  Button,
  Checkbox,
  Chips,
  Columns,
  DateField,
  Details,
  Form,
  PanelBox,
  PlainPage,
  Radios,
  Select,
  TextArea,
  TextField,
  useWords,
} from '../../design/index.ts';
import { needs } from '../../directory/index.ts';
import { HelpLines, type Practice, type Programme } from '../../identity/index.ts';
import { SafeContactFields } from '../../people/index.ts';
import type { Errors, Typed } from '../../platform/forms.ts';

type Props = { programme: Programme; practices: Practice[]; values: Typed; errors?: Errors };

export function AskPage({ programme, practices, values, errors }: Props) {
  const words = useWords().asking;
  const { people, directory } = useWords();
  return (
    <PlainPage title={words.title} errors={errors}>
      <p class="nhsuk-body-l">{words.intro}</p>
      <Form action={`/ask/${programme.slug}`} values={values} autocomplete="on">
        <Radios
          name="forWhom"
          label={words.forWhom}
          labelSize="m"
          options={[
            { value: 'me', text: words.me },
            {
              value: 'other',
              text: words.other,
              hint: words.otherHint,
              reveal: (
                <>
                  <TextField name="yourName" label={words.yourName} />
                  <TextField name="relation" label={words.relation} />
                  <TextField name="yourPhone" label={words.yourPhone} type="tel" width={20} optional />
                </>
              ),
            },
          ]}
        />
        <h2 class="nhsuk-heading-m">{words.aboutThem}</h2>
        <Columns>
          <TextField name="givenName" label={people.givenName} autocomplete="given-name" />
          <TextField name="familyName" label={people.familyName} autocomplete="family-name" />
        </Columns>
        <DateField name="dateOfBirth" label={people.dateOfBirth} hint={people.dateHint} />
        <TextField name="place" label={words.place} optional />
        <Select
          name="practice"
          label={words.practice}
          optional
          options={[{ value: '', text: words.noPractice }, ...practices.map(({ id, name }) => ({ value: id, text: name }))]}
        />
        <Chips name="needs" label={words.needs} options={needs.map((need) => ({ value: need, text: directory.needs[need] }))} />
        <TextArea name="note" label={words.words} labelSize="m" hint={words.wordsHint} rows={5} optional />
        <h2 class="nhsuk-heading-m">{words.contact}</h2>
        <p>{words.contactHint}</p>
        <SafeContactFields />
        <TextField name="email" label={words.email} type="email" autocomplete="email" optional />
        <Checkbox name="consent" label={words.consentMe} hint={words.consentHint} />
        <Button preventDoubleClick>{words.send}</Button>
      </Form>
      <Details summary={words.danger}>
        <HelpLines lines={programme.settings.inDanger} />
      </Details>
    </PlainPage>
  );
}

export function AskedPage({ programme, reference }: { programme: Programme; reference: string | undefined }) {
  const words = useWords().asking;
  return (
    <PlainPage title={words.sentTitle} titleHidden>
      <PanelBox title={words.sentTitle}>
        {reference && (
          <>
            {words.reference}
            <br />
            <strong>{reference}</strong>
          </>
        )}
      </PanelBox>
      <p>{words.sentText(programme.settings.decideWithinDays)}</p>
      <Details summary={words.danger}>
        <HelpLines lines={programme.settings.inDanger} />
      </Details>
    </PlainPage>
  );
}
