import { formatDate, Lines, Panel, Prose, useWords } from '../../design/index.ts';
import type { ConnectionLine, PersonRecord } from '../index.ts';
import { Goals } from './plan-contents.tsx';

export function PlanPanel({ record: { person, plan, support } }: { record: PersonRecord }) {
  const words = useWords().support.person;
  const href = `/people/${person.id}/plan`;
  return (
    <Panel heading={words.planTitle}>
      {!plan && <p>{words.noPlan}</p>}
      {plan?.whatMatters && (
        <>
          <h3 class="nhsuk-heading-xs">{words.whatMatters}</h3>
          <Prose text={plan.whatMatters} />
        </>
      )}
      {plan && plan.goals.length > 0 && (
        <>
          <h3 class="nhsuk-heading-xs">{words.goals}</h3>
          <Goals goals={plan.goals} />
        </>
      )}
      {plan?.reviewOn && <p>{words.reviewOn(formatDate(plan.reviewOn))}</p>}
      {support && <a href={href}>{plan ? words.seePlan : words.startPlan}</a>}
    </Panel>
  );
}

export function ConnectionsPanel({ connections, timeZone }: { connections: readonly ConnectionLine[]; timeZone: string }) {
  const words = useWords().support.person;
  const { state } = useWords().connections;
  return (
    <Panel heading={words.connections}>
      {connections.length === 0 ? (
        <p>{words.noConnections}</p>
      ) : (
        <ul class="nhsuk-list">
          {connections.map(({ id, service, status, kind, statusAt }) => (
            <li key={id}>
              <a href={`/connections/${id}`}>{service}</a>
              <span class="bothy-note">{`${state(status, kind)} · ${formatDate(statusAt, { timeZone })}`}</span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

/** The referrer's words are theirs: they stand apart, with who wrote them and when. */
export function ReferralsPanel({ record: { referrals, names, practices }, timeZone }: { record: PersonRecord; timeZone: string }) {
  const words = useWords().support.person;
  const needWords = useWords().directory.needs;
  return (
    <>
      {referrals.map(({ id, reference, referredBy, practice, receivedAt, needs, note, stage }) => {
        const who =
          [referredBy && names.get(referredBy)?.name, practice && practices.get(practice)?.name].filter(Boolean).join(', ') ||
          words.themselves;
        return (
          <Panel heading={`${words.referrals} ${reference}`} key={id}>
            <p>
              {needs.map((need) => needWords[need]).join(', ')}
              <span class="bothy-note">{words.referredBy(who, formatDate(receivedAt, { timeZone }))}</span>
            </p>
            <h3 class="nhsuk-heading-xs">{words.referrerSaid}</h3>
            <p>{note ? <Lines text={note} /> : words.noNote}</p>
            {stage.name === 'closed' && <a href={`/referrals/${id}/letter`}>{words.letter}</a>}
          </Panel>
        );
      })}
    </>
  );
}
