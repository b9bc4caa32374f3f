import {
  Button,
  DateField,
  Details,
  Due,
  type Errors,
  Form,
  HiddenText,
  Panel,
  TextField,
  useWords,
  type Values,
} from '../../design/index.ts';
import type { PersonRecord, Task } from '../index.ts';

/** What was typed into one of the small forms of the page: for the task of that id, or for a new one. */
export type TaskTyped = { task: string | 'new'; values: Values; errors: Errors };
type Props = Pick<PersonRecord, 'person' | 'tasks' | 'names' | 'support'> & {
  me: string;
  now: Date;
  timeZone: string;
  typed?: TaskTyped | undefined;
};

export const useTaskText = () => {
  const { tasks } = useWords().support;
  return ({ kind, note }: Pick<Task, 'kind' | 'note'>): string =>
    kind === 'own' && note ? note : note ? `${tasks[kind]}: ${note}` : tasks[kind];
};

export function TasksPanel(props: Props) {
  const { person, tasks, support, typed } = props;
  const words = useWords().support.person;
  const adding = typed?.task === 'new' ? typed : undefined;
  return (
    <Panel heading={words.next} id="next">
      {tasks.length === 0 && <p>{words.noTasks}</p>}
      {tasks.map((task) => (
        <OneTask {...props} task={task} key={task.id} />
      ))}
      {support && (
        <Details summary={words.addTask} open={adding !== undefined}>
          <Form action={`/people/${person.id}/tasks`} values={adding?.values ?? {}}>
            <TextField name="note" label={words.what} errors={adding?.errors ?? {}} />
            <DateField name="dueOn" label={words.dueOn} errors={adding?.errors ?? {}} />
            <Button small>{words.add}</Button>
          </Form>
        </Details>
      )}
    </Panel>
  );
}

function OneTask({ person, names, task, me, now, timeZone, typed }: Props & { task: Task }) {
  const words = useWords().support.person;
  const text = useTaskText()(task);
  const moving = typed?.task === task.id ? typed : undefined;
  const owner = task.owner === me ? undefined : names.get(task.owner)?.name;
  return (
    <div class="bothy-todo">
      <div class="bothy-todo__line">
        <div>
          <strong>
            {task.about?.kind === 'connection' ? (
              <a href={`/connections/${task.about.id}`}>{text}</a>
            ) : task.about?.kind === 'appointment' ? (
              <a href={`/people/${person.id}/appointments/${task.about.id}`}>{text}</a>
            ) : task.about?.kind === 'story' ? (
              <a href={`/people/${person.id}/stories/${task.about.id}`}>{text}</a>
            ) : (
              text
            )}
          </strong>
          <span class="bothy-note">
            <Due day={task.dueOn} now={now} timeZone={timeZone} />
            {owner && ` · ${words.whose(owner)}`}
          </span>
        </div>
        <Form action={`/people/${person.id}/tasks/${task.id}/done`}>
          <Button small variant="secondary" preventDoubleClick>
            {words.done}
            <HiddenText>{words.doneThis(text)}</HiddenText>
          </Button>
        </Form>
      </div>
      <Details summary={words.move} open={moving !== undefined}>
        <Form action={`/people/${person.id}/tasks/${task.id}/date`} values={moving?.values ?? {}}>
          <DateField name="dueOn" id={`due-${task.id}`} label={words.moveThis(text)} errors={moving?.errors ?? {}} value={task.dueOn} />
          <Button small>{words.saveDate}</Button>
        </Form>
      </Details>
    </div>
  );
}
