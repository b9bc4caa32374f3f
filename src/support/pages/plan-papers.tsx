import { Details, EmptyState, formatDate, formatDateTime, PrintLetter, useWords } from '../../design/index.ts';
import type { Asker } from '../../identity/index.ts';
import { nameOf, type Person } from '../../people/index.ts';
import type { Plan, PlanSeen } from '../index.ts';
import { PersonPage } from './person-page.tsx';
import { PlanContents } from './plan-contents.tsx';

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

/** For the person to keep: large letters, and nothing in it that others at home should not see. */
export function PlanPrint({ person, plan, asker }: { person: Person; plan: Plan; asker: Asker }) {
  const words = useWords().support.plan;
  const { timeZone } = asker.programme.settings;
  return (
    <PrintLetter
      title={words.of(nameOf(person))}
      programme={asker.programme.name}
      to={nameOf(person)}
      from={asker.programme.name}
      date={plan.savedAt}
      back={{ href: `/people/${person.id}/plan`, text: words.title }}
    >
      <div class="bothy-large">
        <p>{words.written(formatDate(plan.savedAt, { timeZone }))}</p>
        <PlanContents plan={plan} level={2} outside large />
        <p>{words.reach(asker.name)}</p>
      </div>
    </PrintLetter>
  );
}
