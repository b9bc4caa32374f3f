import { design } from './design.ts';
import { directory } from './directory.ts';
import { identity, notices, problems } from './identity.ts';
import { messageNotices, messages } from './messages.ts';
import { referralNotices, referrals } from './referrals.ts';

export const en = { design, directory, identity, messages, notices: { ...notices, ...messageNotices, ...referralNotices }, problems, referrals };

export type Words = typeof en;
