import { en } from '../../../locales/en/index.ts';
import { gapsForPapers } from '../../directory/index.ts';
import { dayIn } from '../../platform/calendar.ts';
import { isOverdue } from '../core/steering.ts';
import type { PaperPart } from '../core/steering-paper.ts';
import { allDocuments, openProposals } from '../store/documents.ts';
import * as store from '../store/steering.ts';
import { allMembers } from '../store/steering-members.ts';
import { countIdeas, ideasAt } from '../store/suggestions.ts';
import type { MakePart } from './steering-papers.ts';

const words = en.steering.paper;

const ideas: MakePart = async (tx) => {
  const looking = (await ideasAt(tx, ['looking'])).filter(({ told }) => told);
  const counts = await countIdeas(tx);
  const rows = looking.map(({ told, voice }) => [told, voice ? en.together.voices[voice] : words.nobodySaid]);
  return [
    {
      title: words.ideas,
      lines: [
        words.ideaCounts(counts.get('looking') ?? 0, counts.get('planned') ?? 0, counts.get('done') ?? 0, counts.get('not-now') ?? 0),
      ],
      ...(rows.length && { table: { head: [words.idea, words.from], rows } }),
      href: '/ideas',
    },
  ];
};

const actions: MakePart = async (tx, { settings }, now) => {
  const today = dayIn(settings.timeZone, now);
  const names = new Map((await allMembers(tx)).map(({ id, name }) => [id, name]));
  const open = await store.openActions(tx);
  const late = open.filter((action) => isOverdue(action, today)).length;
  const rows = open.map(({ what, owner, dueOn }) => [what, names.get(owner) ?? '', words.day(dueOn)]);
  const table = rows.length ? { table: { head: [words.action, words.owner, words.due], rows } } : {};
  return [{ title: words.actions, lines: [words.actionCounts(open.length, late)], ...table, href: '/steering' }];
};

const putOff: MakePart = async (tx) => {
  const later = (await store.allDecisions(tx)).filter(({ outcome }) => outcome === 'later').slice(0, 20);
  if (!later.length) return [];
  return [{ title: words.putOff, lines: later.map(({ number, what, reason }) => words.putOffLine(number, what, reason)) }];
};

const proposals: MakePart = async (tx) => {
  const titles = new Map((await allDocuments(tx)).map(({ id, title }) => [id, title]));
  const open = await openProposals(tx);
  if (!open.length) return [];
  const rows = open.map(({ document, why, as }) => [titles.get(document) ?? '', why, en.steering.proposers[as]]);
  return [{ title: words.proposals, lines: [], table: { head: [words.document, words.why, words.from], rows }, href: '/criteria' }];
};

const gaps: MakePart = async (tx, _programme, now): Promise<PaperPart[]> => {
  const rows = (await gapsForPapers(tx, now)).slice(0, 10).map(({ need, count }) => [en.directory.needs[need], String(count)]);
  const table = rows.length ? { table: { head: [words.need, words.times], rows } } : {};
  return [{ title: words.gaps, lines: [rows.length ? words.gapsIntro : words.noGaps], ...table, href: '/gaps' }];
};

/** What ideas, the group itself and the directory have to say at every meeting. */
export const ownParts: readonly MakePart[] = [ideas, actions, putOff, proposals, gaps];
