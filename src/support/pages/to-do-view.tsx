import {
  Button,
  DateField,
  Details,
  Due,
  EmptyState,
  type Errors,
  Form,
  Hidden,
  HiddenText,
  InsetText,
  Page,
  Panel,
  useChrome,
  useWords,
  type Values,
} from '../../design/index.ts';
import type { ToDo, ToDoSeen } from '../index.ts';
import { stretches, stretchOf } from '../to-do.ts';
import { useTaskText } from './tasks-view.tsx';

/** What was typed into the small form of one line that came back. */
export type MovingTask = { id: string; values: Values; errors: Errors };
type Props = { seen: ToDoSeen; now: Date; timeZone: string; moving?: MovingTask | undefined };

export function ToDoPage({ seen, now, timeZone, moving }: Props) {
  const words = useWords().supervision.tasks;
  const { asker } = useChrome();
  return (
    <Page title={words.title} caption={asker?.name} errors={moving?.errors} errorIds={moving ? { dueOn: `due-${moving.id}-day` } : {}}>
      {seen.finished && <Undo item={seen.finished} />}
      {seen.items.length === 0 && (
        <EmptyState title={words.none}>
          <p>{words.noneText}</p>
        </EmptyState>
      )}
      {seen.items.length > 0 &&
        stretches.map((stretch) => {
          const items = seen.items.filter(({ dueOn }) => stretchOf(dueOn, seen.today) === stretch);
          return (
            <Panel heading={words[stretch]} key={stretch}>
              {items.length === 0 && <p class="bothy-note">{words.noneHere}</p>}
              {items.map((item) => (
                <OneLine item={item} now={now} timeZone={timeZone} moving={moving} key={idOf(item)} />
              ))}
            </Panel>
          );
        })}
      <p>
        <a href="/drafts">{words.seeDrafts}</a> <span class="bothy-note">{words.draftsText}</span>
      </p>
    </Page>
  );
}

const idOf = (item: ToDo): string => (item.kind === 'task' ? item.task.id : item.action.id);
const doorOf = (item: ToDo): string => (item.kind === 'task' ? `/tasks/${item.task.id}` : `/tasks/actions/${item.action.id}`);

function Undo({ item }: { item: ToDo }) {
  const words = useWords().supervision.tasks;
  const taskText = useTaskText();
  const text = item.kind === 'task' ? `${taskText(item.task)}, ${item.name}` : item.action.what;
  return (
    <InsetText>
      <Form action={`${doorOf(item)}/undo`}>
        <p>{words.finished(text)}</p>
        <Button small variant="secondary">
          {words.undo}
        </Button>
      </Form>
    </InsetText>
  );
}

function OneLine({ item, now, timeZone, moving }: Omit<Props, 'seen'> & { item: ToDo }) {
  const all = useWords();
  const words = all.supervision.tasks;
  const taskText = useTaskText();
  const text = item.kind === 'task' ? taskText(item.task) : item.action.what;
  const mine = moving?.id === idOf(item) ? moving : undefined;
  const whole = item.kind === 'task' ? `${text}, ${item.name}` : text;
  const person = item.kind === 'task' && <Hidden name="person" value={item.task.person} />;
  return (
    <div class="bothy-todo">
      <div class="bothy-todo__line">
        <div>
          <strong>{text}</strong>
          <span class="bothy-note">
            {item.kind === 'task' ? (
              <a href={`/people/${item.task.person}`}>{item.name}</a>
            ) : (
              <a href={`/supervision/sessions/${item.action.session}`}>{words.supervision}</a>
            )}
            {' · '}
            <Due day={item.dueOn} now={now} timeZone={timeZone} />
          </span>
        </div>
        <Form action={`${doorOf(item)}/done`}>
          {person}
          <Button small variant="secondary" preventDoubleClick>
            {words.done}
            <HiddenText>{all.support.person.doneThis(whole)}</HiddenText>
          </Button>
        </Form>
      </div>
      <Details summary={words.move} open={mine !== undefined}>
        <Form action={`${doorOf(item)}/date`} values={mine?.values ?? {}}>
          {person}
          <DateField name="dueOn" id={`due-${idOf(item)}`} label={words.moveThis(whole)} errors={mine?.errors ?? {}} value={item.dueOn} />
          <Button small>{all.support.person.saveDate}</Button>
        </Form>
      </Details>
    </div>
  );
}
