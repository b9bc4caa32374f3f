import { type Column, Dot, Due, formatDate, formatShortDate, Tag, isLate, useChrome, useWords } from '../../design/index.ts';
import type { Asker } from '../../identity/index.ts';
import { nameOf } from '../../people/index.ts';
import { ageOn, type CalendarDay, dayIn, daysBetween } from '../../platform/calendar.ts';
import { heldDays, isLateWhileHeld } from '../holding.ts';
import type { CaseloadAsked, CaseloadRow, CaseloadSeen } from '../index.ts';
import { weightOf } from '../weight.ts';
import { useTaskText } from './tasks-view.tsx';

/** What somebody waits for, and how long they have; '' when they do not. */
export function useHeldLine(today: CalendarDay) {
  const { line } = useWords().caseloads.holding;
  return ({ heldSince, heldBecause, heldFor }: CaseloadRow): string =>
    heldSince && heldBecause ? line(heldBecause, heldFor, heldDays({ since: heldSince, ended: null }, today)) : '';
}

type Props = { asker: Asker; asked: CaseloadAsked; seen: CaseloadSeen; now: Date };

export function useColumns({ asker, asked, seen, now }: Props): Column<CaseloadRow>[] {
  const all = useWords();
  const words = all.support.caseload;
  const { lang } = useChrome();
  const { timeZone, heldCountsPercent } = asker.programme.settings;
  const person = usePersonColumn({ seen, now, timeZone });
  const next = useNextColumn(seen.today);
  const needs: Column<CaseloadRow> = { header: words.needs, cell: (row) => row.needs.map((need) => all.directory.needs[need]).join(', ') };
  const worker: Column<CaseloadRow>[] =
    seen.who === 'team' ? [{ header: words.worker, cell: ({ linkWorker }) => seen.names.get(linkWorker)?.name }] : [];
  const ago = (at: Date | null) => (at ? words.ago(Math.max(0, daysBetween(dayIn(timeZone, at), seen.today))) : words.notYet);
  const began = (at: Date) =>
    (dayIn(timeZone, at).slice(0, 4) === seen.today.slice(0, 4) ? formatShortDate : formatDate)(at, { lang, timeZone });
  if (asked.stage === 'closed') {
    return [
      person,
      { header: words.because, cell: ({ closedBecause }) => closedBecause && all.referrals.closure[closedBecause] },
      { header: words.ended, cell: ({ closedAt }) => closedAt && formatDate(closedAt, { lang, timeZone }) },
      needs,
      ...worker,
    ];
  }
  return [
    person,
    next,
    { header: words.when, cell: (row) => row.nextDue && <When row={row} now={now} timeZone={timeZone} /> },
    needs,
    { header: words.contact, cell: ({ lastContactAt }) => ago(lastContactAt) },
    { header: words.started, cell: ({ startedAt }) => <span class="bothy-due">{began(startedAt)}</span> },
    {
      header: all.caseloads.list.weight,
      numeric: true,
      cell: (row) => weightOf({ ...row, held: row.heldSince !== null }, heldCountsPercent),
    },
    ...worker,
  ];
}

function usePersonColumn({ seen, now, timeZone }: { seen: CaseloadSeen; now: Date; timeZone: string }): Column<CaseloadRow> {
  const words = useWords().support.caseload;
  const { riskNoted } = useWords().caseloads.list;
  const facts = ({ dateOfBirth, place, interpreter }: CaseloadRow) =>
    [ageOn(dateOfBirth, seen.today), place, interpreter && words.interpreter(interpreter)].filter(Boolean).join(' · ');
  return {
    header: words.person,
    rowHeader: true,
    cell: (row) => (
      <>
        <Dot kind={dotOf(row, now, timeZone)} textHidden /> <a href={`/people/${row.person}`}>{nameOf(row)}</a>
        {row.risk && (
          <>
            {' '}
            <Tag colour="red">{riskNoted}</Tag>
          </>
        )}
        <span class="bothy-note">{facts(row)}</span>
      </>
    ),
  };
}

function useNextColumn(today: CalendarDay): Column<CaseloadRow> {
  const words = useWords().support.caseload;
  const text = useTaskText();
  const held = useHeldLine(today);
  return {
    header: words.next,
    cell: (row) => {
      const next = row.nextKind ? text({ kind: row.nextKind, note: row.nextNote }) : words.nothing;
      return held(row) ? (
        <>
          {held(row)}
          <span class="bothy-note">{next}</span>
        </>
      ) : (
        next
      );
    },
  };
}

/** A day that has passed while they wait for what is not in the worker's hands is a day, and not late. */
function When({ row, now, timeZone }: { row: CaseloadRow; now: Date; timeZone: string }) {
  if (!row.nextDue) return null;
  const waits = row.heldSince !== null && !isLateWhileHeld(row.nextKind);
  if (waits && isLate(row.nextDue, now, timeZone)) return <span class="bothy-due">{formatShortDate(row.nextDue)}</span>;
  return <Due day={row.nextDue} now={now} timeZone={timeZone} />;
}

const dotOf = ({ nextDue, nextKind, lastContactAt, closedAt, heldSince }: CaseloadRow, now: Date, timeZone: string) => {
  if (closedAt) return 'closed';
  const late = nextDue !== null && isLate(nextDue, now, timeZone);
  if (heldSince) return late && isLateWhileHeld(nextKind) ? 'late' : 'hold';
  if (late) return 'late';
  return lastContactAt ? 'ok' : 'waiting';
};
