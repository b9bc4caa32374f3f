import {
  Button,
  ButtonRow,
  Chips,
  DateField,
  type Errors,
  Form,
  formatDateTime,
  TextArea,
  useWords,
  type Values,
  WarningCallout,
} from '../../design/index.ts';
import { needs } from '../../directory/index.ts';
import type { Plan, PlanSeen } from '../index.ts';
import { mostActions, mostGoals } from '../plan.ts';
import { rowsOf } from './plan-form.ts';
import { PersonPage } from './person-page.tsx';
import { PlanContents } from './plan-contents.tsx';
import { ActionRow, GoalRow } from './plan-rows.tsx';

type Props = { seen: PlanSeen; values: Values; version: number; timeZone: string; errors?: Errors; stale?: Plan | undefined };

export function PlanPage({ seen, values, version, timeZone, errors, stale }: Props) {
  const { person, plan } = seen;
  const words = useWords().support.plan;
  const needWords = useWords().directory.needs;
  const here = `/people/${person.id}/plan`;
  const rows = rowsOf(values);
  const goals = Math.max(1, rows.goals);
  const actions = Math.max(1, rows.actions);
  const days = ['reviewOn', ...Array.from({ length: actions }, (_, n) => `action-${n}-when`)];
  return (
    <PersonPage
      person={person}
      title={words.title}
      errors={errors}
      errorIds={Object.fromEntries(days.map((name) => [name, `${name}-day`]))}
    >
      {stale && <Conflict seen={seen} stale={stale} timeZone={timeZone} />}
      {plan && !stale && (
        <p>
          <a href={`${here}/print`}>{words.print}</a>
          {' · '}
          <a href={`${here}/history`}>{words.history}</a>
        </p>
      )}
      <Form action={here} values={values} rowVersion={version}>
        <TextArea name="whatMatters" label={words.whatMatters} labelSize="m" hint={words.whatMattersHint} rows={4} />
        <TextArea name="strengths" label={words.strengths} labelSize="m" rows={3} />
        <Chips name="needs" label={words.needs} options={needs.map((value) => ({ value, text: needWords[value] }))} />
        <h2 class="nhsuk-heading-m">{words.goals}</h2>
        {Array.from({ length: goals }, (_, n) => (
          <GoalRow n={n} key={n} />
        ))}
        {goals < mostGoals && (
          <Button variant="secondary" name="add" value="goal" formaction={`${here}#goal-${goals}-words`}>
            {words.addGoal}
          </Button>
        )}
        <h2 class="nhsuk-heading-m">{words.actions}</h2>
        {Array.from({ length: actions }, (_, n) => (
          <ActionRow n={n} key={n} />
        ))}
        {actions < mostActions && (
          <Button variant="secondary" name="add" value="action" formaction={`${here}#action-${actions}-what`}>
            {words.addAction}
          </Button>
        )}
        <DateField name="reviewOn" label={words.review} labelSize="m" optional hint={words.emptyIgnored} />
        <ButtonRow>
          <Button preventDoubleClick>{words.save}</Button>
        </ButtonRow>
      </Form>
    </PersonPage>
  );
}

function Conflict({ seen, stale, timeZone }: { seen: PlanSeen; stale: Plan; timeZone: string }) {
  const words = useWords().support;
  const who = seen.names.get(stale.savedBy)?.name ?? words.person.somebody;
  return (
    <WarningCallout heading={words.plan.conflict(who, formatDateTime(stale.savedAt, { timeZone }))} headingLevel={2}>
      <p>{words.plan.conflictText}</p>
      <h3 class="nhsuk-heading-s">{words.plan.theirs}</h3>
      <PlanContents plan={stale} level={4} />
    </WarningCallout>
  );
}
