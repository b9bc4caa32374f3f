import { formatFullDate, Heading, Prose, useWords } from '../../design/index.ts';
import type { Plan, PlanAction } from '../index.ts';

type Props = { plan: Plan; name: string; worker: string };

/** The same plan in easy words: one thing on a line, short sentences, and only what is still ahead. */
export function EasyPlan({ plan, name, worker }: Props) {
  const { easy: words } = useWords().support.plan;
  const goals = plan.goals.flatMap((goal, n) => (goal.status === 'set-aside' ? [] : [{ goal, n }]));
  const ahead = (goal: number | null) => plan.actions.filter((action) => action.goal === goal && action.status === 'to-do');
  const others = ahead(null);
  const { signs, helps, ring } = plan.ifWorse;
  return (
    <div class="bothy-easy">
      {plan.whatMatters && <Part title={words.matters} text={plan.whatMatters} />}
      {plan.strengths && <Part title={words.good} text={plan.strengths} />}
      {goals.map(({ goal, n }) => (
        <section key={n}>
          <Heading level={2}>{words.want}</Heading>
          <p>{goal.words}</p>
          {goal.status === 'reached' && <p>{words.done}</p>}
          <ToDo actions={ahead(n)} name={name} worker={worker} />
        </section>
      ))}
      {others.length > 0 && (
        <section>
          <Heading level={2}>{words.next}</Heading>
          <ToDo actions={others} name={name} worker={worker} />
        </section>
      )}
      {signs && <Part title={words.signs} text={signs} />}
      {helps && <Part title={words.helps} text={helps} />}
      {ring && <Part title={words.ring} text={ring} />}
      {plan.reviewOn && (
        <>
          <Heading level={2}>{words.again}</Heading>
          <p>{formatFullDate(plan.reviewOn)}</p>
        </>
      )}
    </div>
  );
}

const Part = ({ title, text }: { title: string; text: string }) => (
  <section>
    <Heading level={2}>{title}</Heading>
    <Prose text={text} />
  </section>
);

function ToDo({ actions, name, worker }: { actions: readonly PlanAction[]; name: string; worker: string }) {
  const { easy: words } = useWords().support.plan;
  const who = (action: PlanAction) => ({ person: words.me(name), 'link-worker': worker, other: action.name })[action.who];
  return (
    <>
      {actions.map((action, n) => (
        <div class="bothy-easy__todo" key={n}>
          <p>
            <strong>{words.who(who(action))}</strong>
          </p>
          <p>{action.what}</p>
          {action.when && <p>{words.by(formatFullDate(action.when))}</p>}
          {action.ifStuck && <p>{words.stuck(action.ifStuck)}</p>}
        </div>
      ))}
    </>
  );
}
