import { Button, ButtonRow, formatDateTime, useWords } from '../../design/index.ts';
import { nameOf, PersonPage } from '../../people/index.ts';
import type { Plan, PlanSeen } from '../index.ts';
import { PlanContents } from './plan-contents.tsx';

/** The plan as it reads, with what can be done with it. */
export function PlanReadPage({ seen: { person, names }, plan, timeZone }: { seen: PlanSeen; plan: Plan; timeZone: string }) {
  const { plan: words, person: personWords } = useWords().support;
  const here = `/people/${person.id}/plan`;
  return (
    <PersonPage person={person} section="plan" title={words.of(nameOf(person))}>
      <p class="bothy-note">
        {words.saved(names.get(plan.savedBy)?.name ?? personWords.somebody, formatDateTime(plan.savedAt, { timeZone }))}
      </p>
      <ButtonRow>
        <Button href={`${here}/change`}>{words.change}</Button>
        <Button variant="secondary" href={`${here}/print`}>
          {words.print}
        </Button>
        <Button variant="secondary" href={`${here}/share`}>
          {words.share.link}
        </Button>
        <a href={`/people/${person.id}/ending`}>{useWords().ending.link}</a>
        <a href={`${here}/history`}>{words.history}</a>
      </ButtonRow>
      <PlanContents plan={plan} level={2} />
    </PersonPage>
  );
}
