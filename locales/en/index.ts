import { design } from './design.ts';
import { directory, directoryNotices } from './directory.ts';
import { identity, notices, problems } from './identity.ts';
import { messageNotices, messages } from './messages.ts';
import { referralNotices, referrals } from './referrals.ts';
import { type EventData, type EventNames, support, supportNotices } from './support.ts';

/** Every type of event in words, for a person's timeline. */
const timeline: Record<string, (data: EventData, names: EventNames) => string> = { ...referrals.events, ...support.events };

export const en = { design, directory, identity, messages, notices: { ...notices, ...directoryNotices, ...messageNotices, ...referralNotices, ...supportNotices }, problems, referrals, support, timeline };

export type Words = typeof en;
