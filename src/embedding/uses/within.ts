import { type Action, type Asker, may } from '../../identity/index.ts';
import { type Database, type Tx, uuid } from '../../platform/database.ts';
import { refuse, type Result } from '../../platform/result.ts';
import type { Site } from '../site.ts';
import { siteById } from '../store/sites.ts';

export type NotReached = 'not-found' | 'not-yours';

/** Does something about a site that the asker may do this with, in one transaction. */
export function aboutSite<T, E>(
  db: Database,
  asker: Asker,
  action: Action,
  site: string,
  work: (tx: Tx, site: Site) => Promise<Result<T, E>>,
): Promise<Result<T, E | NotReached>> {
  if (!uuid.test(site)) return Promise.resolve(refuse('not-found'));
  return db.inProgramme(asker.programme.id, async (tx): Promise<Result<T, E | NotReached>> => {
    const found = await siteById(tx, site);
    if (!found || !may(asker, action, { practice: found.kind === 'practice' ? found.id : null, team: found.team }))
      return refuse('not-found');
    return work(tx, found);
  });
}
