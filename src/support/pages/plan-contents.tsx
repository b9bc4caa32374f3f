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
  const text = (title: string, said: string) => part(title, said !== '', <Prose text={said} />);
  const others = plan.actions.filter(({ goal }) => goal === null);
  const { signs, helps, ring } = plan.ifWorse;
  const empty =
    !plan.whatMatters && !plan.strengths && !needs.length && !plan.goals.length && !plan.actions.length && !(signs + helps + ring);
  return (
    <div class={large ? 'bothy-large' : undefined}>
      {empty && <p>{words.nothing}</p>}
      {text(words.whatMatters, plan.whatMatters)}
      {text(words.strengths, plan.strengths)}
      {part(words.needs, needs.length > 0, <p>{needs.map((need) => needWords[need]).join(', ')}</p>)}
      {part(words.goals, plan.goals.length > 0, <Goals goals={plan.goals} actions={plan.actions} />)}
      {part(plan.goals.length ? words.otherActions : words.actions, others.length > 0, <Actions actions={others} />)}
      {part(words.ifWorse, signs + helps + ring !== '', <IfWorse plan={plan} />)}
      {text(words.otherPlans, plan.otherPlans)}
      {text(words.fundedBy, plan.fundedBy)}
      <Agreement plan={plan} />
      {plan.reviewOn && <p>{words.printReview(formatDate(plan.reviewOn))}</p>}
    </div>
  );
}

/** Each goal with how it stands and, where they are given, what is to be done for it. */
export function Goals({ goals, actions = [] }: { goals: readonly Goal[]; actions?: readonly PlanAction[] }) {
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
          {goal.outcome && <span class="bothy-note">{goal.outcome}</span>}
          {goal.steps.length > 0 && (
            <ul>
              {goal.steps.map((step, m) => (
                <li key={m}>
                  {step.words}
                  <span class="bothy-note">{[words.statuses[step.status], step.outcome].filter(Boolean).join(' · ')}</span>
                </li>
              ))}
            </ul>
          )}
          <Actions actions={actions.filter((action) => action.goal === n)} />
        </li>
      ))}
    </ul>
  );
}

function Actions({ actions }: { actions: readonly PlanAction[] }) {
  const words = useWords().support.plan;
  const facts = ({ who, name, contact, when, status, statusWords }: PlanAction) =>
    [name || words.whos[who], contact, when && formatDate(when), words.actionStatuses[status], statusWords].filter(Boolean);
  if (!actions.length) return null;
  return (
    <ul class="nhsuk-list nhsuk-list--bullet">
      {actions.map((action, n) => (
        <li key={n}>
          {action.what}
          <span class="bothy-note">{facts(action).join(' · ')}</span>
          {action.ifStuck && <span class="bothy-note">{words.stuck(action.ifStuck)}</span>}
        </li>
      ))}
    </ul>
  );
}

function IfWorse({ plan: { ifWorse } }: Pick<Props, 'plan'>) {
  const words = useWords().support.plan;
  const said = [
    [words.worseSigns, ifWorse.signs],
    [words.worseHelps, ifWorse.helps],
    [words.worseRing, ifWorse.ring],
  ].filter(([, text]) => text);
  return (
    <>
      {said.map(([title, text]) => (
        <div key={title}>
          <p>
            <strong>{title}</strong>
          </p>
          <Prose text={text!} />
        </div>
      ))}
    </>
  );
}

function Agreement({ plan: { agreed } }: Pick<Props, 'plan'>) {
  const { agreedShort } = useWords().support.plan;
  return <p>{[agreedShort[agreed.how], agreed.name, agreed.why && `(${agreed.why})`].filter(Boolean).join(' ')}</p>;
}
