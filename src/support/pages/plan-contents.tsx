import { formatDate, Heading, Prose, useWords } from '../../design/index.ts';
import { isRestricted } from '../../directory/index.ts';
import type { Goal, Plan, PlanAction } from '../index.ts';

type Props = {
  plan: Plan;
  level?: 2 | 3 | 4;
  /** For paper that others may see: without what is restricted. */ outside?: boolean;
  large?: boolean;
};

/** A plan as it reads. What is empty is left out. */
export function PlanContents({ plan, level = 3, outside, large }: Props) {
  const words = useWords().support.plan;
  const needWords = useWords().directory.needs;
  const needs = plan.needs.filter((need) => !outside || !isRestricted(need));
  const size = large ? 'nhsuk-heading-m' : 'nhsuk-heading-s';
  const part = (title: string, shown: boolean, body: preact.ComponentChild) =>
    shown && (
      <section key={title}>
        <Heading level={level} class={size}>
          {title}
        </Heading>
        {body}
      </section>
    );
  const empty = !plan.whatMatters && !plan.strengths && !needs.length && !plan.goals.length && !plan.actions.length;
  return (
    <div class={large ? 'bothy-large' : undefined}>
      {empty && <p>{words.nothing}</p>}
      {part(words.whatMatters, plan.whatMatters !== '', <Prose text={plan.whatMatters} />)}
      {part(words.strengths, plan.strengths !== '', <Prose text={plan.strengths} />)}
      {part(words.needs, needs.length > 0, <p>{needs.map((need) => needWords[need]).join(', ')}</p>)}
      {part(words.goals, plan.goals.length > 0, <Goals goals={plan.goals} />)}
      {part(words.actions, plan.actions.length > 0, <Actions actions={plan.actions} />)}
      {plan.reviewOn && <p>{words.printReview(formatDate(plan.reviewOn))}</p>}
    </div>
  );
}

export function Goals({ goals }: { goals: readonly Goal[] }) {
  const words = useWords().support.plan;
  const facts = ({ importance, confidence, status }: Goal) =>
    [
      words.statuses[status],
      importance && `${words.importanceShort}: ${words.outOf(importance)}`,
      confidence && `${words.confidenceShort}: ${words.outOf(confidence)}`,
    ].filter(Boolean);
  return (
    <ul class="nhsuk-list nhsuk-list--bullet">
      {goals.map((goal, n) => (
        <li key={n}>
          {goal.words}
          <span class="bothy-note">{facts(goal).join(' · ')}</span>
        </li>
      ))}
    </ul>
  );
}

function Actions({ actions }: { actions: readonly PlanAction[] }) {
  const words = useWords().support.plan;
  const facts = ({ who, name, when, status }: PlanAction) =>
    [name || words.whos[who], when && formatDate(when), words.actionStatuses[status]].filter(Boolean);
  return (
    <ul class="nhsuk-list nhsuk-list--bullet">
      {actions.map((action, n) => (
        <li key={n}>
          {action.what}
          <span class="bothy-note">{facts(action).join(' · ')}</span>
        </li>
      ))}
    </ul>
  );
}
