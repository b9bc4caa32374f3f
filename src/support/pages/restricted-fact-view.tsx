import {
  Button,
  ButtonRow,
  Checkbox,
  Checkboxes,
  DateField,
  Details,
  type Errors,
  Form,
  InsetText,
  Radios,
  TextArea,
  TextField,
  useWords,
} from '../../design/index.ts';
import { PersonPage } from '../../people/index.ts';
import type { Typed } from '../../platform/forms.ts';
import { type Fact, factKinds } from '../restricted.ts';
import type { RestrictedSeen } from '../index.ts';

export type TriedFact = { typed: Typed; errors: Errors; stale?: boolean };
type Props = { seen: RestrictedSeen; fact: Fact | undefined; tried: TriedFact | undefined };

/** One thing that is kept apart, and from whom. */
export function FactPage({ seen: { person, team }, fact, tried }: Props) {
  const words = useWords().safety.restricted;
  const at = `/people/${person.id}/restricted`;
  const dates = ['startedOn', 'endedOn', 'lookedAfterFrom', 'lookedAfterTo', 'unbornPlanFrom', 'unbornPlanTo'];
  return (
    <PersonPage
      person={person}
      section="safety"
      title={fact ? words.changeTitle : words.add}
      errors={tried?.errors}
      errorIds={Object.fromEntries(dates.map((date) => [date, `${date}-day`]))}
    >
      {tried?.stale && fact && (
        <InsetText>
          <p>{words.theirs}</p>
          <p>{fact.words}</p>
        </InsetText>
      )}
      <p>{words.intro}</p>
      <Form
        action={fact ? `${at}/${fact.id}` : `${at}/new`}
        values={tried?.typed}
        rowVersion={String(tried?.typed['rowVersion'] ?? fact?.rowVersion ?? '')}
      >
        <Radios
          name="kind"
          label={words.kind}
          labelSize="m"
          value={fact?.kind}
          options={factKinds.map((value) => ({ value, text: words.kinds[value] }))}
        />
        <TextArea name="words" label={words.fact} labelSize="m" value={fact?.words} rows={4} />
        <TextArea name="comment" label={words.comment} labelSize="s" value={fact?.comment} rows={2} optional />
        <div class="bothy-columns bothy-columns--halves">
          <DateField name="startedOn" label={words.startedOn} labelSize="s" value={fact?.startedOn ?? undefined} optional />
          <DateField name="endedOn" label={words.endedOn} labelSize="s" value={fact?.endedOn ?? undefined} optional />
        </div>
        <Safeguarding fact={fact} open={dates.slice(2).some((date) => tried?.errors[date]) || Boolean(tried?.errors['code'])} />
        <Checkbox name="hidden" label={words.hidden} hint={words.hiddenHint} checked={fact?.hiddenFromPerson ?? true} />
        {team.length > 0 && (
          <Checkboxes
            name="keptFrom"
            label={words.keptFrom}
            labelSize="s"
            hint={words.keptFromHint}
            values={fact?.keptFrom}
            options={team.map(({ id, name }) => ({ value: id, text: name }))}
            optional
          />
        )}
        <TextField name="keptFromWords" label={words.keptFromWords} labelSize="s" value={fact?.keptFromWords} optional />
        <ButtonRow>
          <Button preventDoubleClick>{words.save}</Button>
        </ButtonRow>
      </Form>
    </PersonPage>
  );
}

function Safeguarding({ fact, open }: { fact: Fact | undefined; open: boolean }) {
  const words = useWords().safety.restricted;
  const known = fact?.safeguarding;
  return (
    <Details summary={words.safeguarding} open={open || Boolean(known?.code || known?.lookedAfter || known?.unbornPlan)}>
      <TextField name="code" label={words.code} labelSize="s" inputmode="numeric" width={20} value={known?.code} optional />
      {(['lookedAfter', 'unbornPlan'] as const).map((what) => (
        <div key={what}>
          <p>
            <strong>{words[what]}</strong>
          </p>
          <div class="bothy-columns bothy-columns--halves">
            <DateField
              name={`${what}From`}
              label={`${words[what]}: ${words.from.toLowerCase()}`}
              labelSize="s"
              value={known?.[what]?.from ?? undefined}
              optional
            />
            <DateField
              name={`${what}To`}
              label={`${words[what]}: ${words.to.toLowerCase()}`}
              labelSize="s"
              value={known?.[what]?.to ?? undefined}
              optional
            />
          </div>
          <TextField name={`${what}Authority`} label={words.authority} labelSize="s" value={known?.[what]?.authority} optional />
        </div>
      ))}
    </Details>
  );
}
