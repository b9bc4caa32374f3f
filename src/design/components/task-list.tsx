import type { ComponentChildren } from 'preact';
import type { TagColour } from './tag.tsx';

export type Task = {
  title: string;
  href?: string | undefined;
  hint?: string | undefined;
  status: string;
  /** `done` and `later` are plain text; anything else is a tag of that colour. */
  kind?: 'done' | 'later' | TagColour | undefined;
};

type Props = { idPrefix?: string | undefined; tasks: readonly Task[] };

const plain = 'nhsuk-tag nhsuk-tag--no-colour nhsuk-tag--no-border nhsuk-u-font-weight-normal';

function statusClass(kind: Task['kind']): string {
  if (kind === 'done') return plain;
  if (kind === 'later') return `${plain} nhsuk-u-secondary-text-colour`;
  return kind === undefined || kind === 'default' ? 'nhsuk-tag' : `nhsuk-tag nhsuk-tag--${kind}`;
}

export const TaskList = ({ idPrefix = 'task', tasks }: Props) => (
  <ul class="nhsuk-task-list">
    {tasks.map((task, index) => {
      const id = `${idPrefix}-${index + 1}`;
      const describedBy = `${task.hint === undefined ? '' : `${id}-hint `}${id}-status`;
      const name: ComponentChildren =
        task.href === undefined ? (
          <div>{task.title}</div>
        ) : (
          <a class="nhsuk-task-list__link nhsuk-link" href={task.href} aria-describedby={describedBy}>
            {task.title}
          </a>
        );
      return (
        <li class={`nhsuk-task-list__item${task.href === undefined ? '' : ' nhsuk-task-list__item--with-link'}`} key={id}>
          <div class="nhsuk-task-list__name-and-hint">
            {name}
            {task.hint !== undefined && (
              <div class="nhsuk-task-list__hint" id={`${id}-hint`}>
                {task.hint}
              </div>
            )}
          </div>
          <div class="nhsuk-task-list__status" id={`${id}-status`}>
            <strong class={statusClass(task.kind)}>{task.status}</strong>
          </div>
        </li>
      );
    })}
  </ul>
);
