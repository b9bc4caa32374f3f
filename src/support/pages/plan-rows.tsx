import { DateField, Panel, Scale, Select, TextArea, TextField, useWords } from '../../design/index.ts';
import { actionStatuses, doers, goalStatuses } from '../plan.ts';

export function GoalRow({ n }: { n: number }) {
  const words = useWords().support.plan;
  const name = (field: string) => `goal-${n}-${field}`;
  return (
    <Panel heading={words.goal(n + 1)} level={3}>
      <TextArea name={name('words')} label={words.goalWords} rows={2} />
      <Scale name={name('importance')} label={words.importance} low={words.notImportant} high={words.veryImportant} />
      <Scale name={name('confidence')} label={words.confidence} low={words.notSure} high={words.verySure} />
      <Select name={name('status')} label={words.status} options={goalStatuses.map((value) => ({ value, text: words.statuses[value] }))} />
    </Panel>
  );
}

export function ActionRow({ n }: { n: number }) {
  const words = useWords().support.plan;
  const name = (field: string) => `action-${n}-${field}`;
  return (
    <Panel heading={words.action(n + 1)} level={3}>
      <TextField name={name('what')} label={words.what} />
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
    </Panel>
  );
}
