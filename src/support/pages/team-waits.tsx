import { Panel, Table, useWords } from '../../design/index.ts';
import type { TeamSeen } from '../index.ts';

/** What people of the team wait for: a matter of services and lists, not of how quickly anybody works. */
export function TeamWaits({ waits }: Pick<TeamSeen, 'waits'>) {
  const words = useWords().caseloads.holding;
  if (!waits.length) return null;
  return (
    <Panel heading={words.team.title}>
      <p>{words.team.text}</p>
      <Table
        caption={words.team.title}
        captionHidden
        rows={waits}
        columns={[
          { header: words.team.reason, rowHeader: true, cell: ({ because }) => words.reasons[because] },
          { header: words.team.people, cell: ({ people }) => people },
          { header: words.team.days, cell: ({ days }) => days },
        ]}
      />
    </Panel>
  );
}
