import {
  Button,
  ButtonRow,
  Chips,
  DateField,
  Details,
  type Errors,
  Form,
  formatDateTime,
  Panel,
  Radios,
  TextArea,
  TextField,
  useWords,
  type Values,
  WarningCallout,
} from '../../design/index.ts';
import { nameOf, PersonPage } from '../../people/index.ts';
import { needs } from '../../directory/index.ts';
import type { Plan, PlanSeen } from '../index.ts';
import { agreements, mostActions, mostGoals } from '../plan.ts';
import { goalOfAction, rowsOf } from './plan-form.ts';
import { PlanContents } from './plan-contents.tsx';
import { ActionRow, GoalRow } from './plan-rows.tsx';

type Props = { seen: PlanSeen; values: Values; version: number; timeZone: string; errors?: Errors; stale?: Plan | undefined };

export function PlanPage({ seen, values, version, timeZone, errors, stale }: Props) {
  const { person } = seen;
  const words = useWords().support.plan;
  const needWords = useWords().directory.needs;
  const here = `/people/${person.id}/plan/change`;
  const { goals, actions } = rowsToShow(values);
  const whole = actions.filter(({ goal }) => goal === null).map(({ n }) => n);
  const mayAdd = actions.length < mostActions;
  const days = ['reviewOn', ...actions.map(({ n }) => `action-${n}-when`)];
  return (
    <PersonPage
      section="plan"
      person={person}
      title={words.title}
      errors={errors}
      errorIds={Object.fromEntries(days.map((name) => [name, `${name}-day`]))}
    >
      {stale && <Conflict seen={seen} stale={stale} timeZone={timeZone} />}
      <Form action={here} values={values} rowVersion={version} draft>
        <TextArea name="whatMatters" label={words.whatMatters} labelSize="m" hint={words.whatMattersHint} rows={4} />
        <TextArea name="strengths" label={words.strengths} labelSize="m" rows={3} />
        <Chips name="needs" label={words.needs} options={needs.map((value) => ({ value, text: needWords[value] }))} />
        <h2 class="nhsuk-heading-m">{words.goals}</h2>
        {Array.from({ length: goals }, (_, n) => (
          <GoalRow
            n={n}
            values={values}
            here={here}
            actions={actions.filter(({ goal }) => goal === n).map((action) => action.n)}
            mayAdd={mayAdd}
            key={n}
          />
        ))}
        {goals < mostGoals && (
          <Button variant="secondary" name="add" value="goal" formaction={`${here}#goal-${goals}-words`}>
            {words.addGoal}
          </Button>
        )}
        <h2 class="nhsuk-heading-m">{words.otherActions}</h2>
        {whole.map((n, place) => (
          <Panel key={n}>
            <ActionRow n={n} values={values} place={place} />
          </Panel>
        ))}
        {mayAdd && (
          <Button variant="secondary" name="add" value="action" formaction={`${here}#action-${actions.length}-what`}>
            {words.addAction}
          </Button>
        )}
        <IfWorseFields />
        <AgreedFields person={person} />
        <DateField name="reviewOn" label={words.review} labelSize="m" optional hint={words.emptyIgnored} />
        <Details summary={words.more} open={Boolean(values['fundedBy'] || values['otherPlans'])}>
          <TextArea name="otherPlans" label={words.otherPlans} hint={words.otherPlansHint} rows={2} optional />
          <TextField name="fundedBy" label={words.fundedBy} hint={words.fundedByHint} optional />
        </Details>
        <ButtonRow>
          <Button preventDoubleClick>{words.save}</Button>
        </ButtonRow>
      </Form>
    </PersonPage>
  );
}

/** An empty plan begins with one goal and one thing to do for it. */
function rowsToShow(values: Values) {
  const rows = rowsOf(values);
  const actions = Array.from({ length: rows.actions }, (_, n) => ({ n, goal: goalOfAction(values, n) }));
  const begun = rows.goals > 0 || rows.actions > 0;
  return { goals: Math.max(1, rows.goals), actions: begun ? actions : [{ n: 0, goal: 0 }] };
}

function IfWorseFields() {
  const words = useWords().support.plan;
  return (
    <>
      <h2 class="nhsuk-heading-m">{words.ifWorse}</h2>
      <TextArea name="worseSigns" label={words.worseSigns} rows={2} optional />
      <TextArea name="worseHelps" label={words.worseHelps} rows={2} optional />
      <TextArea name="worseRing" label={words.worseRing} hint={words.worseRingHint} rows={2} optional />
    </>
  );
}

function AgreedFields({ person }: Pick<PlanSeen, 'person'>) {
  const words = useWords().support.plan;
  const name = nameOf(person);
  return (
    <>
      <Radios
        name="agreed"
        label={words.agreed}
        labelSize="m"
        value="not-yet"
        options={agreements.map((value) => ({ value, text: words.agreements[value](name) }))}
      />
      <TextField name="agreedName" label={words.agreedName} hint={words.agreedNameHint} optional />
      <TextField name="agreedWhy" label={words.agreedWhy} hint={words.agreedWhyHint} optional />
    </>
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
