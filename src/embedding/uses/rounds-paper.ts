import { en } from '../../../locales/en/index.ts';
import type { Tx } from '../../platform/database.ts';
import { newestReports } from './rounds-see.ts';

const parts = ['coherence', 'participation', 'action', 'monitoring'] as const;

/** For a paper of the steering group: what those who work at each site said when they were last asked. */
export async function surveysForPaper(tx: Tx) {
  const words = en.rounds.paper;
  const told = await newestReports(tx);
  if (!told.length) return [];
  const rows = told.map(({ site, round, results }) => [
    site.name,
    round.closedOn ?? '',
    String(results.answered),
    ...parts.map((part) => {
      const found = results.parts.find((each) => each.part === part);
      return found && found.n !== null ? found.mean.toFixed(1) : '–';
    }),
  ]);
  return [{ title: words.title, lines: words.lines, table: { head: words.head, rows } }];
}
