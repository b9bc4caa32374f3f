import { en } from '../../../locales/en/index.ts';
import type { Programme } from '../../identity/index.ts';
import type { Tx } from '../../platform/database.ts';
import { everywhere } from './needs-counts.ts';
import { profileOf } from './profile.ts';
import { priorities } from '../store/needs-priorities.ts';
import type { PaperPart } from '../core/steering-paper.ts';

const mostNeeds = 8;

/** What people need, for a paper of the steering group; nothing while it is not chosen how people are counted. */
export async function needsPart(tx: Tx, programme: Programme, now: Date): Promise<PaperPart[]> {
  const seen = await profileOf(tx, programme, everywhere, undefined, now);
  if (!seen.ok) return [];
  const { needsProfile: w, directory } = en;
  const { rows, period, totals } = seen.value.profile;
  const table = rows.slice(0, mostNeeds).map(({ need, counts, offer }) => {
    const unmet = w.unmet(counts);
    const hidden = (['gaps', 'no-room', 'other-no', 'long-wait', 'nowhere'] as const).some((kind) => counts[kind] === null);
    const lacking = unmet.length ? unmet.join(' ') : hidden ? w.needs.unmetHidden : w.needs.unmetNothing;
    return [directory.needs[need], w.summary.people(counts.people), lacking, String(offer.services), String(offer.room)];
  });
  const list = await priorities(tx);
  return [
    {
      title: w.paper.title(w.whole, w.period(period.from, period.to)),
      lines: [
        `${w.summary.people(totals.people)} ${w.summary.peopleText}.`,
        ...list.map(({ title }) => `${w.paper.priorities}: ${title}`),
        w.paper.small,
      ],
      table: { head: w.paper.head, rows: table },
      href: '/needs-profile/all',
    },
  ];
}
