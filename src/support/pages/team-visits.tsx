import { Button, ButtonRow, Form, useWords } from '../../design/index.ts';
import type { Alert } from '../alert.ts';
import type { TeamProps } from './team-props.ts';
import { VisitFacts } from './visits-view.tsx';

/** Where a colleague is of whom nothing has been heard, and how to ring them. */
export function MissedVisit({ alert, team, asker }: TeamProps & { alert: Alert }) {
  const words = useWords().safety.visits;
  const visit = team.visits.get(alert.about.id);
  if (!visit) return null;
  return (
    <>
      <p>
        <strong>{team.names.get(visit.worker)?.name}</strong>
        {visit.helpAt && `: ${words.states.help.toLowerCase()}`}
      </p>
      <VisitFacts visit={visit} timeZone={asker.programme.settings.timeZone} />
      <Form action={`/visits/${visit.id}/safe`}>
        <ButtonRow>
          <Button small variant="secondary">
            {words.theySafe}
          </Button>
        </ButtonRow>
      </Form>
    </>
  );
}
