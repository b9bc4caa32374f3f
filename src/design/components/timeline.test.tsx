import { expect, it } from 'vitest';
import { show } from '../testing/fixtures.tsx';
import { Timeline } from './timeline.tsx';

it('groups what happened by day, where the programme is', () => {
  const html = show(
    <Timeline
      entries={[
        { at: new Date('2026-07-01T23:30:00Z'), what: 'Rang', who: 'Sam' },
        { at: new Date('2026-07-01T12:00:00Z'), what: 'Accepted' },
      ]}
    />,
  );
  expect(html).toContain('Thursday 2 July 2026');
  expect(html).toContain('Wednesday 1 July 2026');
  expect(html).toContain('00:30');
});
