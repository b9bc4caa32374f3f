import { randomUUID } from 'node:crypto';
import { allOrganisations } from '../../directory/index.ts';
import { accountsById, type Asker, type Colleague, managersOf, mayAtAll, thisProgramme } from '../../identity/index.ts';
import { type CalendarDay, dayIn } from '../../platform/calendar.ts';
import { type Tx, uuid } from '../../platform/database.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { type Agreement, type Standing, standingOf, toWarnOf } from '../core/agreement.ts';
import * as store from '../store/agreements.ts';
import { type ChangePorts, note, todayOf } from './change-needs.ts';
import type { NotReached } from './within.ts';

export type AgreementDetails = Pick<Agreement, 'kind' | 'signedOn' | 'expiresOn' | 'contact' | 'note'>;
type Organisation = { id: string; name: string };
export type Partner = { organisation: Organisation; standing: Standing; agreements: Agreement[] };
export type PartnersSeen = {
  partners: Partner[];
  /** Organisations with which nothing was ever signed, by name; of many only the first. */
  without: Organisation[];
  withoutCount: number;
  required: boolean;
};
export type PartnerSeen = Partner & { keepers: ReadonlyMap<string, Colleague>; required: boolean };
type Stale = { stale: Agreement };

const shownWithout = 40;
const subject = (id: string) => ({ kind: 'agreement', id });

/** The register of partners: what was signed with each organisation of the directory, and until when. */
export const agreementUses = ({ db, now, post, everyProgramme }: ChangePorts) => {
  const forKeepers = <T, E>(asker: Asker, work: (tx: Tx) => Promise<Result<T, E>>): Promise<Result<T, E | NotReached>> =>
    mayAtAll(asker, 'keep agreements') ? db.inProgramme(asker.programme.id, work) : Promise.resolve(refuse('not-yours'));
  const organisationIn = async (tx: Tx, id: string) => (await allOrganisations(tx)).find((each) => each.id === id);
  const change = <E>(
    asker: Asker,
    id: string,
    version: number,
    decide: (before: Agreement) => Result<Agreement, E>,
    type: string,
  ): Promise<Result<Agreement, NotReached | Stale | E>> =>
    forKeepers(asker, async (tx): Promise<Result<Agreement, NotReached | Stale | E>> => {
      const before = uuid.test(id) ? await store.findAgreement(tx, id) : undefined;
      if (!before) return refuse('not-found');
      const decided = decide(before);
      if (!decided.ok) return decided;
      if (!(await store.saveAgreement(tx, { ...decided.value, rowVersion: version }))) return refuse({ stale: before });
      await note(tx, asker, now(), type, subject(id));
      return ok(decided.value);
    });

  return {
    seePartners: (asker: Asker, typed = ''): Promise<Result<PartnersSeen, NotReached>> =>
      forKeepers(asker, async (tx) => {
        const all = Map.groupBy(await store.agreementsOf(tx), ({ organisation }) => organisation);
        const today = todayOf(asker, now());
        const organisations = await allOrganisations(tx);
        const partners = organisations.flatMap((organisation): Partner[] => {
          const agreements = all.get(organisation.id);
          return agreements ? [{ organisation, agreements, standing: standingOf(agreements, today) }] : [];
        });
        const like = typed.trim().toLowerCase();
        const without = organisations.filter(
          ({ id, name, status }) => !all.has(id) && status === 'active' && name.toLowerCase().includes(like),
        );
        const required = asker.programme.settings.sharingNeedsAgreement;
        return ok({ partners, without: without.slice(0, shownWithout), withoutCount: without.length, required });
      }),

    seePartner: (asker: Asker, id: string): Promise<Result<PartnerSeen, NotReached>> =>
      forKeepers(asker, async (tx): Promise<Result<PartnerSeen, NotReached>> => {
        const organisation = uuid.test(id) ? await organisationIn(tx, id) : undefined;
        if (!organisation) return refuse('not-found');
        const agreements = await store.agreementsOf(tx, id);
        const keepers = await accountsById(
          tx,
          agreements.map(({ keeper }) => keeper),
        );
        const standing = standingOf(agreements, todayOf(asker, now()));
        return ok({ organisation, agreements, standing, keepers, required: asker.programme.settings.sharingNeedsAgreement });
      }),

    addAgreement: (asker: Asker, organisation: string, details: AgreementDetails): Promise<Result<Agreement, NotReached>> =>
      forKeepers(asker, async (tx): Promise<Result<Agreement, NotReached>> => {
        if (!uuid.test(organisation) || !(await organisationIn(tx, organisation))) return refuse('not-found');
        const made = { ...details, organisation, id: randomUUID(), keeper: asker.id, endedAt: null, endedWhy: '', rowVersion: 1 };
        await store.addAgreements(tx, [made]);
        await note(tx, asker, now(), 'agreement-added', subject(made.id), { kind: details.kind });
        return ok(made);
      }),

    /** Whoever changes it keeps it from then on. */
    changeAgreement: (asker: Asker, id: string, details: AgreementDetails, version: number) =>
      change(asker, id, version, (before) => ok({ ...before, ...details, keeper: asker.id }), 'agreement-changed'),

    endAgreement: (asker: Asker, id: string, why: string, version: number) =>
      change(asker, id, version, (before) => ok({ ...before, endedAt: before.endedAt ?? now(), endedWhy: why }), 'agreement-ended'),

    takeUpAgreement: (asker: Asker, id: string, version: number) =>
      change(asker, id, version, (before) => ok({ ...before, endedAt: null, endedWhy: '' }), 'agreement-taken-up'),

    /** Tells the keeper of each agreement that ends soon, or the managers when the keeper has left; of each end once. */
    async warnOfAgreements(): Promise<void> {
      for (const programme of await everyProgramme())
        await db.inProgramme(programme, async (tx) => {
          const all = await store.agreementsOf(tx);
          const ending = toWarnOf(all, dayIn((await thisProgramme(tx)).settings.timeZone, now()));
          const unwarned = await store.takeUnwarned(
            tx,
            ending.map(({ id }) => id),
          );
          for (const id of unwarned)
            for (const account of await managersOf(tx, ending.find((each) => each.id === id)!.keeper))
              await post.queue(tx, { template: 'agreement-ends', about: id, to: { account }, at: now() });
        });
    },
  };
};

/** For whoever is about to tell an organisation of somebody: `fine`, or why not. */
export async function agreementWith(tx: Tx, organisation: string, today: CalendarDay) {
  const standing = standingOf(await store.agreementsOf(tx, organisation), today);
  return standing === 'valid' || standing === 'ends-soon' ? 'fine' : standing;
}

export type AgreementRefusal = NotReached | Stale;
