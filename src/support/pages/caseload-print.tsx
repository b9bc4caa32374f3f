import { formatDate, formatShortDate, Page, Table, useWords } from '../../design/index.ts';
import type { Asker, Colleague } from '../../identity/index.ts';
import { nameOf } from '../../people/index.ts';
import { ageOn, type CalendarDay } from '../../platform/calendar.ts';
import type { CaseloadRow } from '../index.ts';
import { useHeldLine } from './caseload-columns.tsx';
import { useTaskText } from './tasks-view.tsx';

type Props = { rows: readonly CaseloadRow[]; names: ReadonlyMap<string, Colleague>; today: CalendarDay; asker: Asker };

/** The whole list on paper, for a day without a screen. */
export function CaseloadPrint({ rows, names, today, asker }: Props) {
  const words = useWords();
  const list = words.caseloads.list;
  const text = useTaskText();
  const held = useHeldLine(today);
  return (
    <Page
      title={list.printTitle(asker.name, formatDate(today))}
      back={{ href: '/caseload', text: words.support.caseload.mine }}
      actions={<print-button />}
      wide
    >
      <Table
        caption={list.print}
        captionHidden
        rows={rows}
        columns={[
          {
            header: words.support.caseload.person,
            rowHeader: true,
            cell: (row) => `${nameOf(row)}, ${[ageOn(row.dateOfBirth, today), row.place].filter(Boolean).join(', ')}`,
          },
          {
            header: words.support.caseload.next,
            cell: (row) => [held(row), row.nextKind && text({ kind: row.nextKind, note: row.nextNote })].filter(Boolean).join('. '),
          },
          { header: list.columns.due, cell: ({ nextDue }) => nextDue && formatShortDate(nextDue) },
          { header: words.support.caseload.needs, cell: ({ needs }) => needs.map((need) => words.directory.needs[need]).join(', ') },
          { header: list.columns.worker, cell: ({ linkWorker }) => names.get(linkWorker)?.name },
        ]}
      />
    </Page>
  );
}
