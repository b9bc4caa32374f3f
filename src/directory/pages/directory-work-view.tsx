import { Fragment } from 'preact';
import {
  Button,
  Card,
  Columns,
  daysAgo,
  EmptyState,
  Form,
  formatDate,
  Heading,
  Hidden,
  HiddenText,
  Page,
  Pagination,
  Select,
  Stats,
  Table,
  Tag,
  type TagColour,
  useWords,
} from '../../design/index.ts';
import type { WorkList, WorkRow } from '../index.ts';
import { type WorkKind, workKinds } from '../work-list.ts';

type Props = WorkList & { kind: WorkKind | null; page: number; now: Date; timeZone: string };

const colours: Partial<Record<WorkKind, TagColour>> = {
  hidden: 'red',
  soon: 'orange',
  bounced: 'orange',
  unanswered: 'yellow',
  ageing: 'yellow',
};
const late: readonly WorkKind[] = ['hidden', 'soon', 'bounced'];

/** The hub of whoever keeps the directory: figures, and what to do first. */
export function DirectoryWorkPage({ rows, total, perPage, counts, suggestions, others, kind, page, now, timeZone }: Props) {
  const { work: words } = useWords().freshness;
  const href = (shown: WorkKind | null, n = 1) => {
    const query = new URLSearchParams({ ...(shown && { show: shown }), ...(n > 1 && { page: String(n) }) }).toString();
    return `/directory-work${query && `?${query}`}`;
  };
  const figures = workKinds
    .filter((each) => counts[each])
    .map((each) => ({
      figure: counts[each]!.toLocaleString('en-GB'),
      text: words.counts[each],
      href: href(each),
      late: late.includes(each),
    }));
  const waiting = {
    figure: suggestions.waiting,
    text: words.suggestions(suggestions.late),
    href: '/suggestions',
    late: suggestions.late > 0,
  };
  return (
    <Page title={words.title} wide>
      <p>{words.intro}</p>
      <Stats items={[waiting, ...figures]} />
      <Others others={others} />
      <Form action="/directory-work" method="get" autoSubmit>
        <Select
          name="show"
          label={words.filter}
          value={kind ?? ''}
          options={[{ value: '', text: words.all }, ...workKinds.map((each) => ({ value: each, text: words.kinds[each] }))]}
        />
        <Button variant="secondary" small>
          {words.button}
        </Button>
      </Form>
      <Heading level={2} class="nhsuk-heading-m">
        {words.heading(total)}
      </Heading>
      <List rows={rows} kind={kind} now={now} timeZone={timeZone} />
      <Pagination page={page} pages={Math.ceil(total / perPage)} href={(n) => href(kind, n)} />
    </Page>
  );
}

/** What neighbours of this page look after, where there is anything. */
function Others({ others }: Pick<Props, 'others'>) {
  const { work: words } = useWords().freshness;
  return (
    <nav aria-label={words.others}>
      <Columns split="thirds">
        {others.map(({ name, href, count }) => (
          <Card key={href} heading={words.links[name]} headingSize="s" href={href} clickable description={words.linkCount(count)} />
        ))}
      </Columns>
    </nav>
  );
}

type Row = { row: WorkRow; now: Date; timeZone: string };

function List({ rows, kind, now, timeZone }: Pick<Props, 'rows' | 'kind' | 'now' | 'timeZone'>) {
  const { work: words } = useWords().freshness;
  if (!rows.length)
    return (
      <EmptyState title={words.none}>
        <p>{words.noneText}</p>
      </EmptyState>
    );
  return (
    <Form action="/directory-work/ask">
      <Hidden name="back" value="work" />
      <Hidden name="show" value={kind ?? ''} />
      <Table
        caption={words.caption}
        captionHidden
        rows={rows}
        columns={[
          {
            header: words.service,
            rowHeader: true,
            cell: ({ id, name, organisationName }) => (
              <>
                <a href={`/services/${id}`}>{name}</a>
                <span class="bothy-note">{organisationName}</span>
              </>
            ),
          },
          { header: words.why, cell: (row) => <Why row={row} now={now} timeZone={timeZone} /> },
          {
            header: words.checked,
            cell: ({ assuredAt, assuredBy }) => (assuredAt ? [formatDate(assuredAt), assuredBy].filter(Boolean).join(', ') : words.never),
          },
          { header: words.choose, headerHidden: true, cell: (row) => <Doors row={row} /> },
        ]}
      />
      <p class="bothy-note">{words.askHint}</p>
      <Button preventDoubleClick>{words.askThese}</Button>
    </Form>
  );
}

function Why({ row, now, timeZone }: Row) {
  const words = useWords();
  const { work } = words.freshness;
  const { kinds, missing, askedAt, hasAddress } = row;
  const notes = [
    kinds.includes('incomplete') && work.missingLine(missing.map((part) => work.missing[part])),
    askedAt && work.asked(daysAgo(askedAt, { now, words, timeZone })),
    !hasAddress && work.noAddress,
  ].filter(Boolean);
  return (
    <>
      <span>
        {kinds.map((kind) => (
          <Fragment key={kind}>
            <Tag colour={colours[kind] ?? 'grey'}>{work.kinds[kind]}</Tag>{' '}
          </Fragment>
        ))}
      </span>
      {notes.length > 0 && <span class="bothy-note">{notes.join('. ')}</span>}
    </>
  );
}

function Doors({ row: { id, name, hasAddress } }: { row: WorkRow }) {
  const { work: words } = useWords().freshness;
  return (
    <>
      {hasAddress && (
        <label class="bothy-chip">
          <input type="checkbox" name="service" value={id} />
          <span>
            {words.choose}
            <HiddenText>{words.chooseThis(name)}</HiddenText>
          </span>
        </label>
      )}{' '}
      <Button variant="link" formaction={`/services/${id}/still-right`}>
        {words.still}
        <HiddenText>{words.aboutThis(name)}</HiddenText>
      </Button>
    </>
  );
}
