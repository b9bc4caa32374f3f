import { decideUses } from './uses/decide.ts';
import { lookUses } from './uses/look.ts';
import type { Needs } from './uses/needs.ts';
import { sendUses } from './uses/send.ts';

export { closures, referenceOf, returnReasons } from './referral.ts';
export type { Closure, Question, Referral, ReturnReason, Source } from './referral.ts';
export type { Signpost } from './signpost.ts';
/** What may happen to a referral, decided and not saved; for whoever tells whole stories, such as the demo. */
export * as referralDecisions from './referral.ts';
export { letters } from './letters/to-referrer.ts';
export { addReferrals, addSignposts, findReferral, referralsOf, saveQuestion } from './store.ts';
export { coursesBetween } from './store/courses.ts';
export { countReferring, countReturned } from './store/figures.ts';
export { practiceEndings, type PracticeReferral, practiceReferrals } from './store/practice-figures.ts';
export { referredByNeed, unplaced } from './store/needs-figures.ts';
export { closeReferral, reopenReferral } from './uses/decide.ts';
export { personPlace, type WithPerson } from './uses/look.ts';
export type { Load, Refusal } from './uses/needs.ts';
export type { SendRefusal } from './uses/send.ts';

export type Referrals = ReturnType<typeof openReferrals>;

/** Everything the rest of Bothy may ask of referrals. */
export const openReferrals = (needs: Needs) => ({ ...sendUses(needs), ...decideUses(needs), ...lookUses(needs) });
