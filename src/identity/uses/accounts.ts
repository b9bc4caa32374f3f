import { randomUUID } from 'node:crypto';
import { uuid } from '../../platform/database.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import {
  type AccountDetails,
  type AccountSeen,
  changedDetails,
  type DisableRefusal,
  leavesPeople,
  missingPlaces,
  type Place,
  refusalToDisable,
  withPlacesOfRoles,
} from '../account.ts';
import type { Asker } from '../asker.ts';
import { addAccounts, allPractices, allTeams } from '../store.ts';
import * as store from '../store/accounts.ts';
import { removeAccountLinks } from '../store/links.ts';
import { type Choice, mayManage, noteChange, type Ports, unlessTaken } from './needs.ts';

export type Choices = { practices: Choice[]; teams: Choice[]; organisations: Choice[] };
export type AccountPage = { account: AccountSeen; openWork: number; choices: Choices };
export type DetailsRefusal = { name: 'places'; missing: Place[] } | { name: 'email-taken' };
export type ChangeRefusal =
  DetailsRefusal | { name: 'open-work'; people: number } | { name: 'own-role' } | { name: 'stale'; now: AccountSeen };
type Missing = { name: 'not-yours' } | { name: 'not-found' };

const notYours = refuse({ name: 'not-yours' } as const);
const notFound = refuse({ name: 'not-found' } as const);
const taken = refuse({ name: 'email-taken' } as const);

/** Who works here: only administrators see this. */
export function accountUses({ db, now, post, openWorkOf, accountChanged, organisations }: Ports) {
  const subject = (id: string) => ({ kind: 'account', id });

  return {
    async list(asker: Asker): Promise<Result<{ accounts: AccountSeen[]; choices: Choices }, Missing>> {
      if (!mayManage(asker)) return notYours;
      return db.inProgramme(asker.programme.id, async (tx) => {
        const choices = { practices: await allPractices(tx), teams: await allTeams(tx), organisations: await organisations(tx) };
        return ok({ accounts: await store.allAccounts(tx), choices });
      });
    },

    async see(asker: Asker, id: string): Promise<Result<AccountPage, Missing>> {
      if (!mayManage(asker)) return notYours;
      if (!uuid.test(id)) return notFound;
      return db.inProgramme(asker.programme.id, async (tx) => {
        const account = await store.findAccount(tx, id);
        if (!account) return notFound;
        const choices = { practices: await allPractices(tx), teams: await allTeams(tx), organisations: await organisations(tx) };
        return ok({ account, openWork: await openWorkOf(tx, id), choices });
      });
    },

    /** Adds an account and invites them by mail to choose a password. */
    async add(asker: Asker, typed: AccountDetails): Promise<Result<string, Missing | DetailsRefusal>> {
      if (!mayManage(asker)) return notYours;
      const details = withPlacesOfRoles(typed);
      const missing = missingPlaces(details);
      if (missing.length) return refuse({ name: 'places', missing });
      const id = randomUUID();
      const added = db.inProgramme(asker.programme.id, async (tx) => {
        await addAccounts(tx, [{ ...details, id, roles: [...details.roles], passwordHash: null }]);
        await noteChange(tx, asker, now(), 'account-added', subject(id), { roles: details.roles });
        await post.queue(tx, { template: 'account-invited', about: id, to: { account: id }, at: now() });
        return ok(id);
      });
      return unlessTaken(added, taken);
    },

    /** Saves over the version that was read; `stale` brings what somebody else saved meanwhile. */
    async change(asker: Asker, id: string, typed: AccountDetails, rowVersion: number): Promise<Result<string, Missing | ChangeRefusal>> {
      if (!mayManage(asker)) return notYours;
      if (!uuid.test(id)) return notFound;
      const details = withPlacesOfRoles(typed);
      const missing = missingPlaces(details);
      if (missing.length) return refuse({ name: 'places', missing });
      if (id === asker.id && !details.roles.includes('administrator')) return refuse({ name: 'own-role' });
      const changed = db.inProgramme(asker.programme.id, async (tx) => {
        const before = await store.findAccount(tx, id);
        if (!before) return notFound;
        const openWork = leavesPeople(before, details) ? await openWorkOf(tx, id) : 0;
        if (openWork) return refuse({ name: 'open-work', people: openWork } as const);
        if (!(await store.updateAccount(tx, id, details, rowVersion))) return refuse({ name: 'stale', now: before } as const);
        await noteChange(tx, asker, now(), 'account-changed', subject(id), {
          fields: changedDetails(before, { ...details, email: details.email.toLowerCase() }),
        });
        await accountChanged(tx, id, now());
        return ok(id);
      });
      return unlessTaken<Result<string, Missing | ChangeRefusal>, typeof taken>(changed, taken);
    },

    /** Ends their sessions at once. Whoever supports people hands them over first. */
    async disable(asker: Asker, id: string): Promise<Result<'disabled', Missing | DisableRefusal>> {
      if (!mayManage(asker)) return notYours;
      if (!uuid.test(id)) return notFound;
      return db.inProgramme(asker.programme.id, async (tx) => {
        if (!(await store.findAccount(tx, id))) return notFound;
        const openWork = await openWorkOf(tx, id);
        const refusal = refusalToDisable(id, asker.id, openWork);
        if (refusal) return refuse(refusal);
        if (await store.setDisabled(tx, id, now())) await noteChange(tx, asker, now(), 'account-disabled', subject(id), { openWork });
        await removeAccountLinks(tx, id);
        await accountChanged(tx, id, now());
        return ok('disabled');
      });
    },

    async enable(asker: Asker, id: string): Promise<Result<'enabled', Missing>> {
      if (!mayManage(asker)) return notYours;
      if (!uuid.test(id)) return notFound;
      return db.inProgramme(asker.programme.id, async (tx) => {
        if (!(await store.findAccount(tx, id))) return notFound;
        if (await store.setDisabled(tx, id, null)) await noteChange(tx, asker, now(), 'account-enabled', subject(id));
        await accountChanged(tx, id, now());
        return ok('enabled');
      });
    },

    /** Mails a new link to choose a password: once more the invitation, or for somebody who has forgotten theirs. */
    async sendLink(asker: Asker, id: string): Promise<Result<'queued', Missing>> {
      if (!mayManage(asker)) return notYours;
      if (!uuid.test(id)) return notFound;
      return db.inProgramme(asker.programme.id, async (tx) => {
        const account = await store.findAccount(tx, id);
        if (!account?.active) return notFound;
        await post.queue(tx, { template: account.joined ? 'account-reset' : 'account-invited', about: id, to: { account: id }, at: now() });
        await noteChange(tx, asker, now(), 'account-link-sent', subject(id));
        return ok('queued');
      });
    },
  };
}
