import {
  Button,
  daysBetween,
  Dot,
  Due,
  EmptyState,
  Form,
  formatDate,
  formatShortDate,
  Hidden,
  isLate,
  Page,
  Pagination,
  Panel,
  Select,
  Stats,
  type Column,
  Table,
  useChrome,
  useWords,
} from '../../design/index.ts';
import type { Asker } from '../../identity/index.ts';
import { nameOf } from '../../people/index.ts';
import { ageOn, dayIn } from '../../platform/calendar.ts';
import type { CaseloadAsked, CaseloadRow, CaseloadSeen } from '../index.ts';
import { useTaskText } from './tasks-view.tsx';

const sorts = ['pressing', 'name', 'contact'] as const;

type Props = { asker: Asker; asked: CaseloadAsked; seen: CaseloadSeen; now: Date };

export function CaseloadPage({ asker, asked, seen, now }: Props) {
  const words = useWords().support.caseload;
  const { roleLine } = useChrome().asker ?? { roleLine: '' };
  const { rows, more, who, colleagues } = seen;
  const closed = asked.stage === 'closed';
  const theirs = colleagues.find(({ id }) => id === who && id !== asker.id)?.name;
  const title = who === 'team' ? words.team : theirs ? words.of(theirs) : words.mine;
  const href = (change: Change) => `/caseload${queryOf({ ...current(asked, seen), ...change })}`;
  return (
    <Page title={title} caption={`${asker.name}, ${roleLine.toLowerCase()}`} wide>
      {!closed && <Figures seen={seen} timeZone={asker.programme.settings.timeZone} />}
      <Filters asked={asked} seen={seen} asker={asker} href={href} />
      <Table
        caption={closed ? words.caption.closed : words.caption[asked.sort]}
        captionHidden
        rows={rows}
        columns={useColumns({ asker, asked, seen, now })}
        empty={
          <EmptyState title={closed ? words.emptyClosed : words.empty}>
            <p>{closed ? words.emptyClosedText : words.emptyText}</p>
            {!closed && <a href="/queue">{words.toQueue}</a>}
          </EmptyState>
        }
      />
      {(more || asked.page > 1) && (
        <Pagination
          {...(asked.page > 1 && { previous: { href: href({ page: String(asked.page - 1) }), text: words.page(asked.page - 1) } })}
          {...(more && { next: { href: href({ page: String(asked.page + 1) }), text: words.page(asked.page + 1) } })}
        />
      )}
      <Loose seen={seen} now={now} timeZone={asker.programme.settings.timeZone} />
    </Page>
  );
}

const current = ({ stage, sort }: CaseloadAsked, { who, colleagues }: CaseloadSeen) => ({
  ...(stage === 'closed' && { show: 'closed' }),
  ...(sort !== 'pressing' && { sort }),
  ...(colleagues.length > 0 && { who }),
});

type Change = Partial<Record<'show' | 'sort' | 'page', string>>;

function queryOf(query: Record<string, string>): string {
  const said = Object.entries(query).filter(([, value]) => value !== '');
  return said.length ? `?${new URLSearchParams(said).toString()}` : '';
}

function Figures({ seen: { figures, who, today }, timeZone }: { seen: CaseloadSeen; timeZone: string }) {
  const { figures: words } = useWords().support.caseload;
  const longest = figures.longestSince && Math.max(0, daysBetween(dayIn(timeZone, figures.longestSince), today));
  return (
    <Stats
      items={[
        { figure: figures.today, text: (who === 'team' ? words.teamToday : words.today)(figures.today), late: figures.late > 0 },
        { figure: figures.people, text: words.people(figures.people) },
        { figure: figures.unmet, text: words.unmet },
        ...(longest === null ? [] : [{ figure: words.days(longest), text: words.longest }]),
      ]}
    />
  );
}

type FilterProps = Omit<Props, 'now'> & { href: (change: Change) => string };

/** Which people, in what order, and for a lead whose: in one line, each a step away. */
function Filters({ asked, seen, asker, href }: FilterProps) {
  const words = useWords().support.caseload;
  const { colleagues, who } = seen;
  const whose = [
    { value: 'team', text: words.wholeTeam },
    ...colleagues.map(({ id, name }) => ({ value: id, text: id === asker.id ? words.mine : name })),
  ];
  return (
    <>
      {colleagues.length > 0 && (
        <Form action="/caseload" method="get" autoSubmit>
          {asked.stage === 'closed' && <Hidden name="show" value="closed" />}
          <div class="bothy-filters">
            <Select name="who" label={words.whose} value={who} options={whose} />
            <Button small variant="secondary">
              {words.show}
            </Button>
          </div>
        </Form>
      )}
      <div class="bothy-switches">
        <Switch
          label={words.view}
          links={[
            { href: href({ show: '' }), text: words.open, current: asked.stage === 'open' },
            { href: href({ show: 'closed', sort: '' }), text: words.closed, current: asked.stage === 'closed' },
          ]}
        />
        {asked.stage === 'open' && (
          <Switch
            label={words.sort}
            labelShown
            links={sorts.map((sort) => ({
              href: href({ sort: sort === 'pressing' ? '' : sort }),
              text: words.sorts[sort],
              current: asked.sort === sort,
            }))}
          />
        )}
      </div>
    </>
  );
}

type SwitchProps = { label: string; labelShown?: boolean; links: readonly { href: string; text: string; current: boolean }[] };

const Switch = ({ label, labelShown, links }: SwitchProps) => (
  <nav class="bothy-switch" aria-label={label}>
    {labelShown && <span class="bothy-note">{label}</span>}
    {links.map(({ href, text, current }) => (
      <a href={href} key={href} {...(current ? { 'aria-current': 'page' as const } : {})}>
        {text}
      </a>
    ))}
  </nav>
);

function useColumns({ asker, asked, seen, now }: Props): Column<CaseloadRow>[] {
  const all = useWords();
  const words = all.support.caseload;
  const { lang } = useChrome();
  const { timeZone } = asker.programme.settings;
  const text = useTaskText();
  const facts = ({ dateOfBirth, place, interpreter }: CaseloadRow) =>
    [ageOn(dateOfBirth, seen.today), place, interpreter && words.interpreter(interpreter)].filter(Boolean).join(' · ');
  const person: Column<CaseloadRow> = {
    header: words.person,
    rowHeader: true,
    cell: (row) => (
      <>
        <Dot kind={dotOf(row, now, timeZone)} textHidden /> <a href={`/people/${row.person}`}>{nameOf(row)}</a>
        <span class="bothy-note">{facts(row)}</span>
      </>
    ),
  };
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
    { header: words.next, cell: ({ nextKind, nextNote }) => (nextKind ? text({ kind: nextKind, note: nextNote }) : words.nothing) },
    { header: words.when, cell: ({ nextDue }) => nextDue && <Due day={nextDue} now={now} timeZone={timeZone} /> },
    needs,
    { header: words.contact, cell: ({ lastContactAt }) => ago(lastContactAt) },
    { header: words.started, cell: ({ startedAt }) => <span class="bothy-due">{began(startedAt)}</span> },
    ...worker,
  ];
}

const dotOf = ({ nextDue, lastContactAt, closedAt }: CaseloadRow, now: Date, timeZone: string) => {
  if (closedAt) return 'closed';
  if (nextDue && isLate(nextDue, now, timeZone)) return 'late';
  return lastContactAt ? 'ok' : 'waiting';
};

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
