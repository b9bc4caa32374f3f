import type { ComponentChildren } from 'preact';
import { formatDate, InsetText, useWords } from '../../design/index.ts';
import type { Asker } from '../../identity/index.ts';
import type { Change } from '../index.ts';

/** Tells whoever refers that their practice is still being prepared. They can refer all the same. */
export const notStartedYet =
  (sites: Change['sites']) =>
  async (asker: Asker): Promise<ComponentChildren> => {
    const start = await sites.whenStarts(asker);
    return start && <NotStarted day={start.startsOn} />;
  };

function NotStarted({ day }: { day: string | null }) {
  const words = useWords().change;
  return <InsetText>{day ? words.notLiveFrom(formatDate(day)) : words.notLive}</InsetText>;
}
