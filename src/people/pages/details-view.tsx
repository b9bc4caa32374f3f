import { ActionLink, Button, Checkbox, Columns, DateField, Form, Panel, Table, TextArea, TextField, useWords } from '../../design/index.ts';
import type { Errors, Typed } from '../../platform/forms.ts';
import type { Person } from '../person.ts';
import { PersonPage } from './person-page.tsx';
import { SafeContactFields } from './safe-contact.tsx';

type Props = { person: Person; values: Typed; errors?: Errors; stale?: Person | undefined };

export function DetailsPage({ person, values, errors, stale }: Props) {
  const words = useWords().people;
  const { details } = words;
  const { tell: told } = useWords().died;
  const otherBirth = errors?.['healthNumber'] === words.errors.otherBirth;
  const rowVersion = typeof values.rowVersion === 'string' ? values.rowVersion : person.rowVersion;
  return (
    <PersonPage person={person} section="details" title={details.title} errors={errors} errorIds={{ dateOfBirth: 'dateOfBirth-day' }}>
      {stale && <Stale saved={stale} typed={values} />}
      <Form action={`/people/${person.id}/details`} values={values} rowVersion={rowVersion}>
        <h2 class="nhsuk-heading-m">{details.name}</h2>
        <Columns>
          <TextField name="givenName" label={words.givenName} />
          <TextField name="familyName" label={words.familyName} />
        </Columns>
        <Columns>
          <TextField name="chosenName" label={details.chosenName} hint={details.chosenNameHint} optional />
          <TextField name="pronouns" label={details.pronouns} optional />
        </Columns>
        <Columns>
          <DateField name="dateOfBirth" label={words.dateOfBirth} hint={words.dateHint} />
          <TextField name="healthNumber" label={words.healthNumber} hint={words.healthNumberHint} optional width={20} code />
        </Columns>
        {otherBirth && <Checkbox name="keepNumber" label={details.keepNumber} hint={details.keepNumberHint} />}
        <TextArea name="otherNumbers" label={details.otherNumbers} hint={details.otherNumbersHint} rows={2} optional />
        <h2 class="nhsuk-heading-m">{details.reach}</h2>
        <SafeContactFields />
        <TextField name="email" label={details.email} type="email" optional />
        <h2 class="nhsuk-heading-m">{details.where}</h2>
        <TextArea name="address" label={details.address} rows={3} optional />
        <Columns>
          <TextField name="place" label={details.place} optional />
          <TextField name="postcode" label={details.postcode} width={10} optional />
        </Columns>
        <p>
          <a href={`/people/${person.id}/about/communication`}>{details.talk}</a>
        </p>
        <Button preventDoubleClick>{details.save}</Button>
      </Form>
      {!person.died && (
        <p>
          <a href={`/people/${person.id}/died`}>{told}</a>
        </p>
      )}
      <ActionLink href={`/people/${person.id}/same`}>{useWords().joining.title}</ActionLink>
    </PersonPage>
  );
}

const compared = ['chosenName', 'givenName', 'familyName', 'pronouns', 'phone', 'email', 'address', 'place', 'postcode'] as const;

/** Both versions side by side, so that the second to save loses nothing and undoes nothing unawares. */
function Stale({ saved, typed }: { saved: Person; typed: Typed }) {
  const words = useWords().people;
  const { details } = words;
  const label = { ...words, ...details, email: details.email };
  const rows = compared.filter((field) => saved[field] !== String(typed[field] ?? '').trim());
  return (
    <Panel heading={details.staleTitle}>
      <p>{details.staleText}</p>
      <Table
        caption={details.staleTitle}
        captionHidden
        responsive
        rows={rows}
        columns={[
          { header: details.field, rowHeader: true, cell: (field) => label[field] },
          { header: details.theirs, cell: (field) => saved[field] || details.nothing },
          { header: details.yours, cell: (field) => String(typed[field] ?? '') || details.nothing },
        ]}
      />
    </Panel>
  );
}
