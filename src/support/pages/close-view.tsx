import {
  Button,
  ButtonRow,
  Checkbox,
  type Errors,
  Form,
  Hidden,
  InsetText,
  Panel,
  Radios,
  TextArea,
  useChrome,
  useWords,
  type Values,
  WarningCallout,
} from '../../design/index.ts';
import { nameOf, PersonPage } from '../../people/index.ts';
import { closures } from '../../referrals/index.ts';
import type { BeforeClosing } from '../index.ts';
import { goalResults } from '../closing.ts';
import { goalsOf, goalsTyped } from './close-form.ts';
import { EndingLine } from './ending-view.tsx';

type Props = { before: BeforeClosing; values?: Values; errors?: Errors; changed?: boolean; drafted?: boolean };

export function ClosePage({ before, values = {}, errors, changed, drafted }: Props) {
  const { person, support, plan, protocol, ending } = before;
  const { closing: words, protocol: protocolWords } = useWords().support;
  const { closure } = useWords().referrals;
  const endingWords = useWords().ending;
  const state = protocolWords.state(protocol.tries, protocol.of, protocol.days, protocol.ofDays);
  const goals = goalsTyped(useChrome().drafts?.taken?.fields ?? values) ?? goalsOf(plan);
  const reasons = closures.map((value) => {
    const tooSoon = value === 'could-not-be-reached' && !protocol.mayClose;
    return { value, text: closure[value], disabled: tooSoon };
  });
  return (
    <PersonPage person={person} title={words.title} errors={errors}>
      {changed && <WarningCallout headingLevel={2}>{words.changed}</WarningCallout>}
      <p>{words.intro}</p>
      <EndingLine person={person.id} ending={ending} />
      {before.appointments > 0 && (
        <InsetText>
          <p>{useWords().calendar.ahead.closing(before.appointments)}</p>
          <p>
            <a href={`/people/${person.id}/appointments`}>{useWords().calendar.ahead.see}</a>
          </p>
        </InsetText>
      )}
      <Form action={`/people/${person.id}/close`} values={values} rowVersion={support.rowVersion} draft>
        <Hidden name="support" value={support.id} />
        <Radios
          name="because"
          label={words.because}
          labelSize="m"
          hint={protocol.mayClose ? undefined : words.notYetReached(state)}
          options={reasons}
        />
        {goals.length > 0 && <h2 class="nhsuk-heading-m">{words.goals}</h2>}
        {goals.map((goal, n) => (
          <GoalReviewed goal={goal} n={n} key={n} />
        ))}
        {drafted && <InsetText>{endingWords.draft.note}</InsetText>}
        <TextArea name="outcome" label={words.outcome} labelSize="m" hint={words.outcomeHint} rows={3} />
        <TextArea name="didNotWork" label={words.didNotWork} labelSize="m" hint={words.didNotWorkHint} rows={2} optional />
        <TextArea name="forPractice" label={words.forPractice} labelSize="m" hint={words.forPracticeHint} rows={2} optional />
        <TextArea name="whatNext" label={words.whatNext} labelSize="m" rows={2} optional />
        <Radios
          name="tell"
          label={words.tell}
          labelSize="m"
          hint={words.tellHint}
          options={[
            { value: 'yes', text: words.yes },
            { value: 'no', text: words.no },
          ]}
        />
        <Checkbox name="tellPerson" label={endingWords.tellPerson(nameOf(person))} hint={endingWords.tellPersonHint} />
        <ButtonRow>
          <Button variant="warning" preventDoubleClick>
            {words.save}
          </Button>
          <a href={`/people/${person.id}`}>{words.keep}</a>
        </ButtonRow>
      </Form>
    </PersonPage>
  );
}

function GoalReviewed({ goal, n }: { goal: string; n: number }) {
  const words = useWords().support.closing;
  return (
    <Panel heading={goal} level={3}>
      <Hidden name={`goal-${n}-goal`} value={goal} />
      <Radios
        name={`goal-${n}-result`}
        label={words.goals}
        labelHidden
        inline
        options={goalResults.map((value) => ({ value, text: words.results[value] }))}
      />
      <TextArea name={`goal-${n}-words`} label={words.goalWords} rows={2} optional />
    </Panel>
  );
}
