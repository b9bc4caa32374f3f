/** Days that a thing took, of so many: half of them took no longer than the median, four in five no longer than `p80`. */
export type Took = { median: number; p80: number; of: number };
/** `share` from 0 to 1. */
export type Share = { share: number; of: number };

/** How a service, or an organisation, has really answered in the last year. Null where it is too little to say. */
export type Behaviour = {
  requests: number | null;
  /** From a request to the first answer. */
  reply: Took | null;
  accepted: Share | null;
  silent: Share | null;
  /** From the yes to the first time that somebody came. */
  wait: Took | null;
};

export type BehaviourOf = { kind: 'service' | 'organisation'; id: string };
