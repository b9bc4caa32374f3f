import {
  Button,
  DateField,
  Details,
  Hidden,
  Panel,
  Scale,
  Select,
  TextArea,
  TextField,
  useWords,
  type Values,
} from '../../design/index.ts';
import { needs } from '../../directory/index.ts';
import { actionStatuses, doers, goalStatuses, mostSteps } from '../plan.ts';
import { stepsOf } from './plan-form.ts';

type Row = { n: number; values: Values };

const has = (values: Values, ...names: string[]) => names.some((name) => String(values[name] ?? '') !== '');

/** A goal with what is to be done for it, and what is asked only now and then folded away. */
export function GoalRow({ n, values, here, actions, mayAdd }: Row & { here: string; actions: readonly number[]; mayAdd: boolean }) {
  const words = useWords().support.plan;
  const needWords = useWords().directory.needs;
  const name = (field: string) => `goal-${n}-${field}`;
  const steps = stepsOf(values, n);
  const stepNames = Array.from({ length: steps }, (_, m) => name(`step-${m}-words`));
  return (
    <Panel heading={words.goal(n + 1)} level={3}>
      <TextArea name={name('words')} label={words.goalWords} rows={2} />
      <Scale name={name('importance')} label={words.importance} low={words.notImportant} high={words.veryImportant} />
      <Scale name={name('confidence')} label={words.confidence} low={words.notSure} high={words.verySure} />
      <Select name={name('status')} label={words.status} options={goalStatuses.map((value) => ({ value, text: words.statuses[value] }))} />
      <Details summary={words.moreGoal} open={has(values, name('outcome'), ...stepNames) || values['add'] === `step-${n}`}>
        <Select
          name={name('need')}
          label={words.goalNeed}
          options={[{ value: '', text: words.noNeed }, ...needs.map((value) => ({ value, text: needWords[value] }))]}
        />
        {Array.from({ length: Math.max(1, steps) }, (_, m) => (
          <StepRow name={name(`step-${m}`)} m={m} key={m} />
        ))}
        {steps < mostSteps && steps > 0 && (
          <Button small variant="secondary" name="add" value={`step-${n}`} formaction={`${here}#${name(`step-${steps}-words`)}`}>
            {words.addStep}
          </Button>
        )}
        <TextArea name={name('outcome')} label={words.goalOutcome} rows={2} optional />
      </Details>
      {actions.map((a, place) => (
        <ActionRow n={a} values={values} place={place} goal={n} key={a} />
      ))}
      {mayAdd && (
        <Button small variant="secondary" name="add" value={`action-${n}`} formaction={`${here}#${name('words')}`}>
          {words.addGoalAction}
        </Button>
      )}
    </Panel>
  );
}

function StepRow({ name, m }: { name: string; m: number }) {
  const words = useWords().support.plan;
  return (
    <div class="bothy-columns bothy-columns--halves">
      <TextField name={`${name}-words`} label={words.step(m + 1)} optional />
      <div>
        <Select
          name={`${name}-status`}
          label={words.status}
          options={goalStatuses.map((value) => ({ value, text: words.statuses[value] }))}
        />
        <TextField name={`${name}-outcome`} label={words.stepOutcome} optional />
      </div>
    </div>
  );
}

export function ActionRow({ n, values, place, goal }: Row & { place: number; goal?: number }) {
  const words = useWords().support.plan;
  const name = (field: string) => `action-${n}-${field}`;
  return (
    <div class="bothy-plan-action">
      <Hidden name={name('goal')} value={goal === undefined ? '' : String(goal)} />
      <TextField name={name('what')} label={goal === undefined ? words.what(place + 1) : words.whatForGoal(place + 1, goal + 1)} />
      <div class="bothy-columns bothy-columns--halves">
        <div>
          <Select name={name('who')} label={words.who} options={doers.map((value) => ({ value, text: words.whos[value] }))} />
          <TextField name={name('name')} label={words.name} optional />
        </div>
        <div>
          <DateField name={name('when')} label={words.when} optional />
          <Select
            name={name('status')}
            label={words.actionStatus}
            options={actionStatuses.map((value) => ({ value, text: words.actionStatuses[value] }))}
          />
        </div>
      </div>
      <Details summary={words.moreAction} open={has(values, name('contact'), name('ifStuck'), name('statusWords'))}>
        <TextField name={name('contact')} label={words.contact} hint={words.contactHint} optional />
        <TextField name={name('ifStuck')} label={words.ifStuck} hint={words.ifStuckHint} optional />
        <TextField name={name('statusWords')} label={words.statusWords} optional />
      </Details>
    </div>
  );
}
