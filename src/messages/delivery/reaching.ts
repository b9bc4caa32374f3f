import type { Tx } from '../../platform/database.ts';

/** By which way a person may be reached now, and what may be said: `ring-only` is no more than "please ring" and the number in `ring`. */
export type Reached =
  | { way: 'email' | 'text' | 'letter'; name: string; address: string; says: 'all' | 'ring-only'; ring: string; team: string | null }
  | { way: 'by-hand'; name: string; why: string; team: string | null }
  | { way: 'wait'; until: Date }
  | { way: 'none'; why: string };

/** What messages need to know of people; compose.ts passes it in. Nobody else decides where a letter to a person goes. */
export type Reaching = {
  /** `canText`: whether there is a way for text messages to leave. */
  reach(tx: Tx, person: string, asked: { now: Date; canText: boolean }): Promise<Reached>;
  /** Why a mail about a person may not go to an address that somebody typed; undefined when it may. */
  whyNotTo(tx: Tx, person: string, address: string): Promise<string | undefined>;
  /** A secret of a link by which the person can ask for no more messages. */
  stopLink(tx: Tx, person: string, at: Date): Promise<string>;
  /** Gives whoever supports the person the task of telling them; false when nobody does. */
  tellByHand(tx: Tx, told: { person: string; message: string; at: Date }): Promise<boolean>;
  /** The same for a letter that is to be printed and posted; the team's list of letters has it in any case. */
  postByHand(tx: Tx, told: { person: string; message: string; at: Date }): Promise<boolean>;
};
