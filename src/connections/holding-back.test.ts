import { expect, it } from 'vitest';
import { holdsBack } from './holding-back.ts';

it('nobody new is shown to an organisation without an agreement in force', () => {
  for (const agreement of ['none', 'not-yet', 'expired', 'ended'] as const) expect(holdsBack(agreement, 'requested')).toBe(true);
  expect(holdsBack('fine', 'requested')).toBe(false);
});

it('an agreement that ran out takes nothing away from somebody who is being supported, and one that was ended does', () => {
  expect(holdsBack('expired', 'in-progress')).toBe(false);
  expect(holdsBack('ended', 'in-progress')).toBe(true);
});
