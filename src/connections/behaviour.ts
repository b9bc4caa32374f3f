import type { Behaviour } from '../directory/index.ts';

/** What was counted of the requests of the last year. Days; null where there was nothing to count. */
export type Counted = {
  requests: number;
  answered: number;
  accepted: number;
  silent: number;
  replies: number;
  replyMedian: number | null;
  replyP80: number | null;
  waits: number;
  waitMedian: number | null;
  waitP80: number | null;
};

/** What fewer people than this have met with is not shown: it would say more of them, or of chance, than of the service. */
export const fewest = 5;
/** A request that nobody has answered for so long counts as not answered. */
export const silentAfterDays = 21;
export const countedDays = 365;

/** What may be shown of how a service answers. Shares are rounded to twentieths: so few requests bear nothing finer. */
export function behaviourOf(counted: Counted): Behaviour {
  const { requests, answered, accepted, silent, replies, replyMedian, replyP80, waits, waitMedian, waitP80 } = counted;
  const asked = answered + silent;
  return {
    requests: requests < fewest ? null : requests,
    reply: took(replies, replyMedian, replyP80),
    accepted: answered < fewest ? null : { share: rounded(accepted / answered), of: answered },
    silent: asked < fewest ? null : { share: rounded(silent / asked), of: asked },
    wait: took(waits, waitMedian, waitP80),
  };
}

const rounded = (share: number): number => Math.round(share * 20) / 20;

const took = (of: number, median: number | null, p80: number | null): Behaviour['reply'] =>
  of < fewest || median === null || p80 === null ? null : { median, p80, of };
