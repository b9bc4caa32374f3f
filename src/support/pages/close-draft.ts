import type { Words } from '../../../locales/en/index.ts';
import type { BeforeClosing } from '../index.ts';

type Facts = Pick<BeforeClosing, 'done' | 'connections' | 'plan' | 'ending' | 'changes'>;
type Draft = { outcome: string; didNotWork: string; whatNext: string };

const working = ['accepted', 'in-progress', 'completed'];
const waiting = ['requested', 'on-hold'];
const cameToNothing = ['rejected', 'failed', 'cancelled'];

/**
 * What the record says of a support, in sentences that its worker reads and changes before anybody else does. What is restricted stays
 * out, and nothing is said of why something came to nothing.
 */
export function draftOf(
  { done, connections, plan, ending, changes }: Facts,
  { draft: words }: Words['ending'],
  date: (at: Date) => string,
): Draft {
  const named = (statuses: readonly string[]) =>
    connections.filter(({ status, restricted }) => !restricted && statuses.includes(status)).map(({ service }) => service);
  const goals = (status: string) => (plan?.goals ?? []).filter((goal) => goal.status === status).map((goal) => goal.words);
  const said = (list: string[], sentence: (list: string[]) => string) => (list.length ? [sentence(list)] : []);
  return {
    outcome: [
      ...(done.contacts && done.first && done.last ? [words.contacts(done.contacts, date(done.first), date(done.last))] : []),
      ...said(named(working), words.connected),
      ...said(goals('reached'), words.goalsReached),
      ...changes.map((change) => words.change({ ...change, lower: lowerIs(change) })),
    ].join('\n'),
    didNotWork: said(named(cameToNothing), words.didNotCome).join('\n'),
    whatNext: [
      ...said(named(waiting), words.waiting),
      ...said(goals('going-on'), words.goalsGoingOn),
      ...(ending?.whatGoesOn ? [ending.whatGoesOn] : []),
      ...(ending?.whoToTurnTo ? [words.turnTo(ending.whoToTurnTo)] : []),
    ].join('\n'),
  };
}

/** Whether a lower score is the better one, as far as this change tells. */
function lowerIs({ from, to, better }: Facts['changes'][number]): 'better' | 'worse' | null {
  if (better !== 'better' && better !== 'worse') return null;
  return to < from === (better === 'better') ? 'better' : 'worse';
}
