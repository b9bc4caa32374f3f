import {
  Button,
  Checkboxes,
  Chips,
  Columns,
  DateField,
  Details,
  Fieldset,
  Form,
  formatDateTime,
  Panel,
  Radios,
  Select,
  TextArea,
  TextField,
  TimeField,
  useWords,
} from '../../design/index.ts';
import type { Errors, Typed } from '../../platform/forms.ts';
import { channels, type Person } from '../person.ts';
import { mayBeSaid, numberShown } from '../wishes.ts';
import { PersonPage } from './person-page.tsx';
import { SafeContactFacts } from './safe-contact-facts.tsx';
import type { SafeContactSeen } from '../index.ts';

type Props = SafeContactSeen & { values: Typed; errors?: Errors | undefined; stale?: Person | undefined; timeZone: string };

export function ReachSafelyPage({ person, versions, names, values, errors, stale, timeZone }: Props) {
  const words = useWords().reaching;
  const rowVersion = typeof values['rowVersion'] === 'string' ? values['rowVersion'] : person.rowVersion;
  return (
    <PersonPage person={person} title={words.title} errors={errors} errorIds={{ notBefore: 'notBefore-day', reviewOn: 'reviewOn-day' }}>
      {stale && (
        <Panel heading={words.stale}>
          <p>{words.staleText}</p>
          <SafeContactFacts person={stale} links={false} />
        </Panel>
      )}
      <p>{words.intro}</p>
      <Form action={`/people/${person.id}/safe-contact`} values={values} rowVersion={rowVersion}>
        {person.wishes.stoppedAt && (
          <Panel heading={words.again}>
            <p>{words.againText}</p>
            <Checkboxes name="again" options={[{ value: 'yes', text: words.againYes }]} />
          </Panel>
        )}
        <Ways />
        <When />
        <Saying />
        <Knowing />
        <Columns>
          <DateField name="notBefore" label={words.notBefore} labelSize="s" hint={words.notBeforeHint} optional />
          <DateField name="reviewOn" label={words.reviewOn} labelSize="s" hint={words.reviewOnHint} optional />
        </Columns>
        <Button preventDoubleClick>{words.save}</Button>
      </Form>
      {versions.length > 1 && (
        <Details summary={words.history} expander>
          {versions.slice(1).map(({ id, said, savedAt, savedBy }) => (
            <Panel
              key={id}
              level={3}
              heading={words.savedBy(
                savedBy ? (names.get(savedBy)?.name ?? words.somebody) : words.themselves,
                formatDateTime(savedAt, { timeZone }),
              )}
            >
              <SafeContactFacts
                person={{ ...person, phone: '', email: '', accessNeeds: '', safeContact: said, wishes: said.wishes }}
                links={false}
              />
            </Panel>
          ))}
        </Details>
      )}
    </PersonPage>
  );
}

function Ways() {
  const words = useWords().reaching;
  const { channel } = useWords().people;
  const options = words.choice.map((text, index) => ({ value: index ? String(index) : '', text }));
  return (
    <Fieldset legend={words.ways} legendSize="m">
      <p class="nhsuk-hint">{words.waysHint}</p>
      <div class="bothy-ways">
        {channels.map((each) => (
          <Select key={each} name={each} label={channel[each]} options={options} />
        ))}
      </div>
    </Fieldset>
  );
}

function When() {
  const words = useWords().reaching;
  return (
    <>
      <h2 class="nhsuk-heading-m">{words.when}</h2>
      <Chips
        name="days"
        label={words.days}
        labelSize="s"
        hint={words.daysHint}
        options={words.day.map((text, value) => ({ value: String(value), text }))}
      />
      <Columns>
        <TimeField name="from" label={words.from} hint={words.timeHint} optional />
        <TimeField name="until" label={words.until} hint={words.timeHint} optional />
      </Columns>
    </>
  );
}

function Saying() {
  const words = useWords().reaching;
  const { people } = useWords();
  return (
    <>
      <Radios
        name="says"
        label={words.says}
        hint={words.sayHint}
        value="all"
        options={mayBeSaid.map((value) => ({ value, text: words.say[value] }))}
      />
      <Radios
        name="voicemail"
        label={words.voicemail}
        inline
        optional
        options={[
          { value: 'yes', text: people.yes },
          { value: 'no', text: people.no },
        ]}
      />
      <Radios
        name="number"
        label={words.number}
        value="any"
        options={numberShown.map((value) => ({
          value,
          text: words.shown[value],
          ...(value === 'ours' && { reveal: <TextField name="ourNumber" label={words.ourNumber} width={20} optional /> }),
        }))}
      />
    </>
  );
}

function Knowing() {
  const words = useWords().reaching;
  return (
    <>
      <Columns>
        <TextField name="mayKnow" label={words.mayKnow} hint={words.mayKnowHint} optional />
        <TextField name="mustNotKnow" label={words.mustNotKnow} hint={words.mustNotKnowHint} optional />
      </Columns>
      <TextArea name="barred" label={words.barred} hint={words.barredHint} rows={3} optional />
      <TextArea name="note" label={words.care} rows={2} optional />
    </>
  );
}
