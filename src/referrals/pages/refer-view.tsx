import type { ComponentChildren } from 'preact';
import {
  Button,
  ButtonRow,
  Checkbox,
  Chips,
  Columns,
  DateField,
  Details,
  Form,
  formatDate,
  Page,
  Panel,
  Radios,
  TextArea,
  TextField,
  useWords,
} from '../../design/index.ts';
import { needs } from '../../directory/index.ts';
import type { Asker } from '../../identity/index.ts';
import { type Likely, SafeContactFields } from '../../people/index.ts';
import type { Errors, Typed } from '../../platform/forms.ts';

type Props = {
  asker: Asker;
  values: Typed;
  errors?: Errors;
  likely?: Likely[];
  again?: string;
  aids: ComponentChildren;
  before: ComponentChildren;
};

/** The first needs stand open; the rest are one touch away. */
const shownAtOnce = 11;

export function ReferPage({ asker, values, errors, likely, again, aids, before }: Props) {
  const words = useWords().referrals.refer;
  const person = useWords().people;
  const needWords = useWords().directory.needs;
  const chips = needs.map((need) => ({ value: need, text: needWords[need] }));
  const chosen = [values.needs ?? []].flat();
  const few = [...chips.slice(0, shownAtOnce), ...chips.slice(-1)];
  const more = chips.slice(shownAtOnce, -1);
  return (
    <Page
      title={words.title}
      caption={asker.practiceName ?? undefined}
      errors={errors}
      errorIds={{ dateOfBirth: 'dateOfBirth-day' }}
      aside={<Aside aids={aids} />}
    >
      {before}
      {again && <p class="nhsuk-body-l">{words.again(again)}</p>}
      <Form action="/refer" values={values} draft>
        {likely && likely.length > 0 && <LikelyPeople asker={asker} likely={likely} />}
        <h2 class="nhsuk-heading-m">{words.who}</h2>
        <Columns>
          <TextField name="givenName" label={person.givenName} />
          <TextField name="familyName" label={person.familyName} />
        </Columns>
        <Columns>
          <DateField name="dateOfBirth" label={person.dateOfBirth} hint={person.dateHint} />
          <TextField
            name="healthNumber"
            label={person.healthNumber}
            hint={person.healthNumberHint}
            optional
            width={20}
            code
            inputmode="numeric"
          />
        </Columns>
        <Chips name="needs" label={words.needs} options={few} />
        <Details summary={words.moreNeeds} open={more.some(({ value }) => chosen.includes(value))}>
          <Chips name="needs" id="needs-more" label={words.moreNeeds} labelHidden options={more} errors={{}} />
        </Details>
        <TextArea name="note" label={words.note} labelSize="m" hint={words.noteHint} rows={3} optional />
        <Reach values={values} errors={errors} />
        <Checkbox name="consent" label={words.consent} />
        <ButtonRow>
          <Button preventDoubleClick>{words.send}</Button>
        </ButtonRow>
        <Details summary={words.instead} expander open={Boolean((values.given ?? errors?.given) || values.toContact || values.toName)}>
          <p>{words.insteadText}</p>
          <TextField name="given" label={words.given} hint={words.givenHint} />
          <TextField name="toContact" label={words.toContact} hint={words.toContactHint} optional />
          <Columns split="thirds">
            <TextField name="toName" label={words.toName} optional />
            <TextField name="toRole" label={words.toRole} optional />
            <TextField name="toTeam" label={words.toTeam} optional />
          </Columns>
          <Button variant="secondary" formaction="/refer/signpost">
            {words.signpost}
          </Button>
        </Details>
      </Form>
    </Page>
  );
}

function Reach({ values, errors }: { values: Typed; errors: Errors | undefined }) {
  const words = useWords().referrals.refer;
  const touched = ['phone', 'voicemail', 'contactNote'].some((name) => values[name]) || [values.channels ?? []].flat().length > 0;
  return (
    <Details summary={words.reach} open={touched || Boolean(errors?.phone)}>
      <SafeContactFields />
    </Details>
  );
}

function LikelyPeople({ asker, likely }: { asker: Asker; likely: Likely[] }) {
  const words = useWords().referrals.refer;
  const facts = ({ person, because }: Likely) =>
    [
      words.born(formatDate(person.dateOfBirth)),
      because === 'number'
        ? words.sameNumber
        : person.practice === asker.practice && asker.practice
          ? words.atPractice(asker.practiceName ?? words.elsewhere)
          : words.elsewhere,
    ].join(', ');
  return (
    <Panel>
      <Radios
        name="chosen"
        label={words.likelyTitle}
        labelSize="m"
        hint={words.likelyHint}
        options={[
          ...likely.map((each) => ({
            value: each.person.id,
            text: `${each.person.givenName} ${each.person.familyName}`,
            hint: facts(each),
          })),
          { value: 'new', text: words.somebodyElse, divided: true },
        ]}
      />
    </Panel>
  );
}

function Aside({ aids }: { aids: ComponentChildren }) {
  const words = useWords().referrals.refer.aside;
  const { atReferral } = useWords().steering.documents;
  return (
    <>
      {aids}
      <p>
        <a href="/criteria">{atReferral}</a>
      </p>
      <h2>{words.notThis}</h2>
      <ul class="nhsuk-list nhsuk-list--bullet">
        <li>
          {words.danger} <a href="/in-danger">{words.whoToRing}</a>
        </li>
        <li>{words.urgent}</li>
      </ul>
    </>
  );
}
