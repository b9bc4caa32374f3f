import { Tag, type TagColour, useWords } from '../../design/index.ts';
import type { Colleague } from '../../identity/index.ts';
import type { Referral } from '../index.ts';

export type Names = Map<string, Colleague>;
const colours: Record<Referral['stage']['name'], TagColour> = {
  waiting: 'yellow',
  asked: 'purple',
  accepted: 'green',
  returned: 'orange',
  closed: 'grey',
};

export const StageTag = ({ stage }: { stage: Referral['stage'] }) => (
  <Tag colour={colours[stage.name]}>{useWords().referrals.stageShort[stage.name]}</Tag>
);

export function useStageLine(names: Names) {
  const words = useWords().referrals;
  return ({ stage }: Referral): string => {
    switch (stage.name) {
      case 'accepted':
        return words.stage.accepted(names.get(stage.linkWorker)?.name ?? words.queue.everyTeam);
      case 'returned':
        return `${words.stage.returned}: ${words.reason[stage.reason].toLowerCase()}`;
      case 'closed':
        return words.closure[stage.because];
      case 'waiting':
      case 'asked':
        return words.stage[stage.name];
    }
  };
}
