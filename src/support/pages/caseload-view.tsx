import {
  Due,
  EmptyState,
  type Errors,
  formatDate,
  Page,
  Pagination,
  Panel,
  Stats,
  Table,
  useChrome,
  useWords,
  type Values,
  WarningCallout,
} from '../../design/index.ts';
import type { Asker } from '../../identity/index.ts';
import { nameOf } from '../../people/index.ts';
import { dayIn, daysBetween } from '../../platform/calendar.ts';
import { isNarrowed } from '../caseload.ts';
import type { CaseloadAsked, CaseloadSeen } from '../index.ts';
import { isOver } from '../weight.ts';
import { addressOf } from './caseload-asked.ts';
import { useColumns } from './caseload-columns.tsx';
import { Filters, ListLinks } from './caseload-filters.tsx';
import { useTaskText } from './tasks-view.tsx';

type Props = { asker: Asker; asked: CaseloadAsked; seen: CaseloadSeen; now: Date; values?: Values; errors?: Errors };

export function CaseloadPage({ asker, asked, seen, now, values, errors }: Props) {
  const words = useWords().support.caseload;
  const { list } = useWords().caseloads;
  const { roleLine } = useChrome().asker ?? { roleLine: '' };
  const { rows, more, who, colleagues, name } = seen;
  const closed = asked.stage === 'closed';
  const theirs = who === asker.id ? undefined : (colleagues.find(({ id }) => id === who)?.name ?? seen.names.get(who)?.name);
  const title = who === 'team' ? words.team : theirs ? words.of(theirs) : words.mine;
  const captions = { ...words.caption, weight: list.weightSort };
  const columns = useColumns({ asker, asked, seen, now });
  return (
    <Page title={title} caption={`${asker.name}, ${roleLine.toLowerCase()}`} errors={errors} wide>
      {!closed && <Figures seen={seen} asker={asker} />}
      <Covering seen={seen} asker={asker} now={now} asked={asked} />
      <Filters asked={asked} seen={seen} asker={asker} values={values ?? {}} errors={errors} />
      {name && <p>{list.found(name)}</p>}
      <Table
        caption={closed ? words.caption.closed : captions[seen.sort]}
        captionHidden
        rows={rows}
        columns={columns}
        empty={<Nobody asked={asked} seen={seen} />}
      />
      {(more || asked.page > 1) && (
        <Pagination
          {...(asked.page > 1 && {
            previous: { href: addressOf(asked, seen, { page: String(asked.page - 1) }), text: words.page(asked.page - 1) },
          })}
          {...(more && { next: { href: addressOf(asked, seen, { page: String(asked.page + 1) }), text: words.page(asked.page + 1) } })}
        />
      )}
      {!closed && <ListLinks asker={asker} asked={asked} seen={seen} />}
      <Loose seen={seen} now={now} timeZone={asker.programme.settings.timeZone} />
    </Page>
  );
}

function Nobody({ asked, seen }: Pick<Props, 'asked' | 'seen'>) {
  const words = useWords().support.caseload;
  const { list } = useWords().caseloads;
  if (isNarrowed(seen.filters) || seen.name) {
    return (
      <EmptyState title={list.noneLeft}>
        <p>{list.noneLeftText}</p>
      </EmptyState>
    );
  }
  const closed = asked.stage === 'closed';
  return (
    <EmptyState title={closed ? words.emptyClosed : words.empty}>
      <p>{closed ? words.emptyClosedText : words.emptyText}</p>
      {!closed && <a href="/queue">{words.toQueue}</a>}
    </EmptyState>
  );
}

function Figures({ seen: { figures, who, today }, asker }: Pick<Props, 'seen' | 'asker'>) {
  const { figures: words } = useWords().support.caseload;
  const { list } = useWords().caseloads;
  const { timeZone, safeCaseload } = asker.programme.settings;
  const longest = figures.longestSince && Math.max(0, daysBetween(dayIn(timeZone, figures.longestSince), today));
  const team = who === 'team';
  const over = !team && isOver(figures.weight, safeCaseload);
  const heldFor = figures.heldSince ? Math.max(0, daysBetween(figures.heldSince, today)) : 0;
  return (
    <>
      <Stats
        items={[
          { figure: figures.today, text: (team ? words.teamToday : words.today)(figures.today), late: figures.late > 0 },
          {
            figure: figures.people,
            text: team ? words.people(figures.people) : list.people(figures.people, figures.weight, safeCaseload),
            late: over,
          },
          { figure: figures.unmet, text: words.unmet },
          ...(figures.held > 0
            ? [{ figure: figures.held, text: list.heldFigure(heldFor) }]
            : longest === null
              ? []
              : [{ figure: words.days(longest), text: words.longest }]),
        ]}
      />
      {over && <p class="bothy-late">{list.over}</p>}
    </>
  );
}

/** Whose people they look after just now: what is due of theirs, and the way to all of them. */
function Covering({ seen, asker, asked, now }: Pick<Props, 'seen' | 'asker' | 'asked' | 'now'>) {
  const words = useWords().caseloads.absence;
  const text = useTaskText();
  const { timeZone } = asker.programme.settings;
  if (!seen.covered.length || asked.stage === 'closed') return null;
  return (
    <>
      {seen.covered.map(({ account, name, until, rows }) => (
        <WarningCallout heading={words.covering(name, formatDate(until))} headingLevel={2} key={account}>
          {rows.length === 0 && <p>{words.nothingDue}</p>}
          <ul class="nhsuk-list">
            {rows.map((row) => (
              <li key={row.person}>
                <a href={`/people/${row.person}`}>{nameOf(row)}</a>
                {row.nextKind && `: ${text({ kind: row.nextKind, note: row.nextNote })}, `}
                {row.nextDue && <Due day={row.nextDue} now={now} timeZone={timeZone} />}
              </li>
            ))}
          </ul>
          <p>
            <a href={`/caseload?who=${account}`}>{words.seeAll(name)}</a>
          </p>
        </WarningCallout>
      ))}
    </>
  );
}

/** What came up about somebody after their support had ended: still somebody's to do. */
function Loose({ seen: { loose }, now, timeZone }: { seen: CaseloadSeen; now: Date; timeZone: string }) {
  const words = useWords().support.caseload;
  const text = useTaskText();
  if (loose.length === 0) return null;
  return (
    <Panel heading={words.loose}>
      <p class="bothy-note">{words.looseText}</p>
      <ul class="nhsuk-list">
        {loose.map(({ task, person }) => (
          <li key={task.id}>
            <a href={`/people/${person.id}`}>{nameOf(person)}</a>
            {`: ${text(task)}, `}
            <Due day={task.dueOn} now={now} timeZone={timeZone} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
