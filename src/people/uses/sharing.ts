import { accountsById, type Asker, type Colleague } from '../../identity/index.ts';
import { accessesTo } from '../../platform/access.ts';
import { dayIn } from '../../platform/calendar.ts';
import type { Database, Tx } from '../../platform/database.ts';
import { ok, type Result } from '../../platform/result.ts';
import type { Look } from '../looks.ts';
import type { Person } from '../person.ts';
import { type ExtractOf, extractsWith } from '../store/extracts.ts';
import type { ToldService } from './consents.ts';
import { about, type NotReached } from './within.ts';

/** A letter about somebody, as messages tell it. */
export type LetterAbout = { id: string; template: string; state: string; at: Date; toKind: string; account: string | null; name: string };
export type SharingPorts = {
  db: Database;
  toldOf(tx: Tx, person: string): Promise<readonly ToldService[]>;
  lettersAbout(tx: Tx, person: string): Promise<readonly LetterAbout[]>;
};
export type Shared = {
  person: Person;
  told: readonly ToldService[];
  letters: readonly LetterAbout[];
  extracts: readonly ExtractOf[];
  looks: readonly Look[];
  more: boolean;
  names: ReadonlyMap<string, Colleague>;
};

const most = 2000;

/** Everything that left about a person, and everybody who looked. */
export const openSharing = ({ db, toldOf, lettersAbout }: SharingPorts) => ({
  see: (asker: Asker, id: string): Promise<Result<Shared, NotReached>> =>
    about(db, asker, 'see person', id, async (tx, person) => {
      const letters = await lettersAbout(tx, id);
      const accesses = await accessesTo(tx, id, most);
      const accounts = [...letters.map(({ account }) => account), ...accesses.map(({ account }) => account)];
      return ok({
        person,
        letters,
        told: await toldOf(tx, id),
        extracts: await extractsWith(tx, id),
        looks: accesses.map(({ account, what, at }) => ({ account, what, day: dayIn(asker.programme.settings.timeZone, at) })),
        more: accesses.length === most,
        names: await accountsById(tx, [...new Set(accounts.filter((each) => each !== null))]),
      });
    }),
});

export type Sharing = ReturnType<typeof openSharing>;
