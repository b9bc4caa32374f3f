import { Details, EmptyState, formatDate, formatDateTime, PrintLetter, Switch, useWords } from '../../design/index.ts';
import type { Asker } from '../../identity/index.ts';
import { firstNameOf, nameOf, type Person, PersonPage } from '../../people/index.ts';
import type { Plan, PlanSeen } from '../index.ts';
import { PlanContents } from './plan-contents.tsx';
import { EasyPlan } from './plan-easy.tsx';

export function PlanHistoryPage({ person, versions, names, timeZone }: PlanSeen & { timeZone: string }) {
  const words = useWords().support;
  const saved = ({ savedBy, savedAt }: Plan) =>
    words.plan.saved(names.get(savedBy)?.name ?? words.person.somebody, formatDateTime(savedAt, { timeZone }));
  return (
    <PersonPage person={person} title={words.plan.historyTitle} back={{ href: `/people/${person.id}/plan`, text: words.plan.title }}>
      {versions.length === 0 && (
        <EmptyState title={words.plan.none}>
          <p>{words.plan.noneText}</p>
        </EmptyState>
      )}
      {versions.map((plan, n) => (
        <Details summary={`${words.plan.version(plan.version)}: ${saved(plan)}`} expander open={n === 0} key={plan.id}>
          {n === 0 && <p>{words.plan.now}</p>}
          <PlanContents plan={plan} level={2} />
        </Details>
      ))}
    </PersonPage>
  );
}

export const paperWays = ['large', 'usual', 'easy'] as const;
export type PaperWay = (typeof paperWays)[number];

type PrintProps = { person: Person; plan: Plan; asker: Asker; worker: string; as: PaperWay };

/** For the person to keep, in letters and words that suit them, and nothing in it that others at home should not see. */
export function PlanPrint({ person, plan, asker, worker, as }: PrintProps) {
  const words = useWords().support.plan;
  const { timeZone } = asker.programme.settings;
  const here = `/people/${person.id}/plan`;
  return (
    <PrintLetter
      title={words.of(nameOf(person))}
      programme={asker.programme.name}
      to={nameOf(person)}
      from={asker.programme.name}
      date={plan.savedAt}
      back={{ href: here, text: words.title }}
    >
      <Switch
        label={words.printAs}
        links={paperWays.map((way) => ({ href: `${here}/print?as=${way}`, text: words.printWays[way], current: way === as }))}
      />
      <div class={as === 'usual' ? undefined : 'bothy-large'}>
        <p>{words.written(formatDate(plan.savedAt, { timeZone }))}</p>
        {as === 'easy' ? (
          <EasyPlan plan={plan} name={firstNameOf(person)} worker={worker} />
        ) : (
          <PlanContents plan={plan} level={2} outside large={as === 'large'} />
        )}
        <p>{words.reach(worker)}</p>
      </div>
    </PrintLetter>
  );
}
