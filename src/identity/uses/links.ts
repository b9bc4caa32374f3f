import { recordEvents } from '../../platform/events.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { hashOf, hashPassword, newToken } from '../../platform/secrets.ts';
import type { Database, Tx } from '../../platform/database.ts';
import { type Weakness, weaknessOf } from '../password.ts';
import { findSignIn } from '../store.ts';
import { endSessions, findAccount, setPassword } from '../store/accounts.ts';
import { accountOfLink, addAccountLink, type LinkedAccount, type LinkKind, useAccountLink } from '../store/links.ts';
import type { Ports } from './needs.ts';

const hour = 3_600_000;
/** An invitation may lie over a holiday; a link for a forgotten password is wanted now. */
export const linkHours: Record<LinkKind, number> = { invited: 14 * 24, reset: 2 };

/** A link to choose a password by, for a letter or for whoever runs the command line. Earlier ones go on working. */
export async function newAccountLink(tx: Tx, publicUrl: string, account: string, kind: LinkKind, at: Date): Promise<string> {
  const token = newToken();
  await addAccountLink(tx, account, kind, hashOf(token), new Date(at.getTime() + linkHours[kind] * hour));
  return `${publicUrl}/welcome/${token}`;
}

/** How somebody who is not signed in comes by a password. */
export function linkUses({ db, now, post, limits }: Ports) {
  return {
    linked: (token: string): Promise<LinkedAccount | undefined> => linked(db, token, now()),

    /** Ends every session of the account: whoever knew the old password is out. */
    async choosePassword(token: string, password: string): Promise<Result<'chosen', 'no-link' | Weakness>> {
      const found = await linked(db, token, now());
      if (!found) return refuse('no-link');
      const weak = weaknessOf(password, found);
      if (weak) return refuse(weak);
      const hashed = await hashPassword(password);
      return db.inProgramme(found.programme, async (tx) => {
        if (!(await useAccountLink(tx, found.account, hashOf(token)))) return refuse('no-link');
        await setPassword(tx, found.account, hashed);
        await endSessions(tx, found.account);
        await recordEvents(tx, [
          {
            type: 'account-password-chosen',
            subject: { kind: 'account', id: found.account },
            by: { kind: 'account', id: found.account },
            at: now(),
            data: { by: found.kind },
          },
        ]);
        return ok('chosen');
      });
    },

    /** Mails a link if there is such an account. The answer is the same when there is none, and when there were too many tries for it. */
    async forgotten(email: string, machine: string): Promise<Result<'looked', { waitSeconds: number }>> {
      const waitSeconds = await limits.machine.take(machine);
      if (waitSeconds) return refuse({ waitSeconds });
      const tooMany = await limits.address.take(email.toLowerCase());
      const found = await db.outsideProgrammes((tx) => findSignIn(tx, email));
      if (!found || tooMany) return ok('looked');
      const { id, programme } = found.asker;
      return db.inProgramme(programme.id, async (tx) => {
        const account = await findAccount(tx, id);
        await post.queue(tx, {
          template: account?.joined ? 'account-reset' : 'account-invited',
          about: id,
          to: { account: id },
          at: now(),
        });
        return ok('looked');
      });
    },
  };
}

const linked = (db: Database, token: string, at: Date) => db.outsideProgrammes((tx) => accountOfLink(tx, hashOf(token), at));
