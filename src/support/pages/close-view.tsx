import {
  Button,
  ButtonRow,
  type Errors,
  Form,
  Hidden,
  Panel,
  Radios,
  TextArea,
  useWords,
  type Values,
  WarningCallout,
} from '../../design/index.ts';
import { closures } from '../../referrals/index.ts';
import type { BeforeClosing } from '../index.ts';
import { goalResults } from '../closing.ts';
import { goalsOf, goalsTyped } from './close-form.ts';
import { PersonPage } from './person-page.tsx';

type Props = { before: BeforeClosing; values?: Values; errors?: Errors; changed?: boolean };

export function ClosePage({ before: { person, support, plan, protocol }, values = {}, errors, changed }: Props) {
  const { closing: words, protocol: protocolWords } = useWords().support;
  const { closure } = useWords().referrals;
  const state = protocolWords.state(protocol.tries, protocol.of, protocol.days, protocol.ofDays);
  const goals = goalsTyped(values) ?? goalsOf(plan);
  const reasons = closures.map((value) => {
    const tooSoon = value === 'could-not-be-reached' && !protocol.mayClose;
    return { value, text: closure[value], disabled: tooSoon };
  });
  return (
    <PersonPage person={person} title={words.title} errors={errors}>
      {changed && <WarningCallout headingLevel={2}>{words.changed}</WarningCallout>}
      <p>{words.intro}</p>
      <Form action={`/people/${person.id}/close`} values={values} rowVersion={support.rowVersion}>
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
