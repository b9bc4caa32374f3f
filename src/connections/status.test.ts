import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOpen, mayBecome, setters, statuses, transitions, type Side } from './status.ts';

/** Copied by hand from ReferralTaskStateDiagram.svg of SDOH Clinical Care 3.0.0, not from our own table. */
const diagram = `
  draft -> requested
  requested -> accepted
  requested -> rejected
  requested -> cancelled
  accepted -> in-progress
  accepted -> on-hold
  accepted -> cancelled
  accepted -> completed
  accepted -> failed
  in-progress -> on-hold
  in-progress -> cancelled
  in-progress -> completed
  in-progress -> failed
  on-hold -> in-progress
  on-hold -> cancelled
  on-hold -> completed
  on-hold -> failed
  draft -> entered-in-error
  requested -> entered-in-error
  accepted -> entered-in-error
  in-progress -> entered-in-error
  on-hold -> entered-in-error
  rejected -> entered-in-error
  cancelled -> entered-in-error
  completed -> entered-in-error
  failed -> entered-in-error`
  .trim()
  .split('\n')
  .map((line) => line.trim());

const allOf = (side: Side) => statuses.filter((status) => setters[status].includes(side)).sort();

describe('the states of a connection', () => {
  it('are those of the SDOH Clinical Care Task, arrow for arrow', () => {
    const ours = statuses.flatMap((from) => transitions[from].map((to) => `${from} -> ${to}`));
    expect(ours.sort()).toEqual([...diagram].sort());
  });

  it('leave ready and received out, as the profile does', () => {
    expect(statuses).toHaveLength(10);
    expect(statuses).not.toContain('ready');
    expect(statuses).not.toContain('received');
  });

  it('are set by whoever the standard says: only the organisation accepts, either side cancels', () => {
    expect(allOf('requester')).toEqual(['cancelled', 'draft', 'entered-in-error', 'requested']);
    expect(allOf('target')).toEqual(['accepted', 'cancelled', 'completed', 'failed', 'in-progress', 'on-hold', 'rejected']);
  });

  it('end in five ways, after which nothing is expected of anybody', () => {
    expect(statuses.filter((status) => !isOpen(status))).toEqual(['rejected', 'cancelled', 'completed', 'failed', 'entered-in-error']);
  });

  it('can never be left by an arrow that is not in the diagram, whoever tries and however often', () => {
    const tries = fc.array(fc.tuple(fc.constantFrom(...statuses), fc.constantFrom<Side>('requester', 'target')), { maxLength: 40 });
    fc.assert(
      fc.property(tries, (wanted) => {
        let status = statuses[0]!;
        for (const [to, by] of wanted) {
          if (!mayBecome(status, to, by)) continue;
          expect(diagram).toContain(`${status} -> ${to}`);
          status = to;
        }
      }),
    );
  });
});
