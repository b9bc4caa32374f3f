import type { Database } from '../../platform/database.ts';
import type { Result } from '../../platform/result.ts';
import { type ImportedTerms, importTerms, type TermsAsk, type TermsRefusal } from './import.ts';

type Taken = Result<ImportedTerms, TermsRefusal>;

class TakenBack extends Error {
  readonly taken: Taken;
  constructor(taken: Taken) {
    super('Undone as it should be.');
    this.taken = taken;
  }
}

/** Imports a list of terms, all of it or, when it is refused or only tried, nothing. */
export async function takeTerms(db: Database, programme: string, ask: TermsAsk, { dryRun = false } = {}): Promise<Taken> {
  try {
    return await db.inProgramme(programme, async (tx) => {
      const taken = await importTerms(tx, ask);
      if (!taken.ok || dryRun) throw new TakenBack(taken);
      return taken;
    });
  } catch (error) {
    if (error instanceof TakenBack) return error.taken;
    throw error;
  }
}
