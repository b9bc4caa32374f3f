import {
  Button,
  Checkbox,
  Columns,
  Form,
  formatDateTime,
  Heading,
  Hidden,
  Page,
  Pagination,
  Select,
  SummaryList,
  Table,
  Tag,
  useWords,
  WarningCallout,
} from '../../design/index.ts';
import type { SeenChange, SeenSet, SetFilter } from '../index.ts';
import { Counts, SetState } from './feeds-view.tsx';
import { Said } from './said.tsx';

type Props = SeenSet & { filter: SetFilter; stale: boolean };

export function ChangeSetPage({ set, feedName, deciderName, changes, names, pages, filter, stale }: Props) {
  const words = useWords().feeds;
  const { set: own, setKinds } = words;
  const open = set.state === 'proposed';
  const decider = deciderName ?? (set.decidedAt ? own.itself : null);
  return (
    <Page
      title={feedName ? `${setKinds[set.kind]}: ${feedName}` : setKinds[set.kind]}
      back={{ href: '/feeds', text: words.list.title }}
      wide
    >
      {stale && <WarningCallout>{own.stale}</WarningCallout>}
      {set.guard.includes('many-gone') && open && (
        <WarningCallout heading={own.shortTitle} headingLevel={2}>
          {own.short(set.counts['vanished'] ?? 0, set.counts['known'] ?? 0)}
        </WarningCallout>
      )}
      <SummaryList
        rows={[
          { key: own.title, value: <Counts counts={set.counts} /> },
          { key: own.state, value: <SetState state={set.state} /> },
          { key: own.when, value: formatDateTime(set.made) },
          ...(decider ? [{ key: own.by, value: decider }] : []),
        ]}
      />
      {set.counts['refused'] !== undefined && <p>{own.refused(set.counts['refused'])}</p>}
      {set.state === 'undone' && set.counts['kept'] !== undefined && <p>{own.kept(set.counts['kept'])}</p>}
      {set.state === 'applying' && <p>{own.applying}</p>}
      <Decide set={set} />
      {(pages > 1 || filter.kind || filter.action) && <Filter id={set.id} filter={filter} />}
      {changes.length === 0 && <p>{own.noChanges}</p>}
      <Changes set={set} changes={changes} names={names} />
      {pages > 1 && <Pagination page={filter.page} pages={pages} label={own.pages} href={(page) => linkTo(set.id, { ...filter, page })} />}
    </Page>
  );
}

const linkTo = (id: string, { kind, action, page }: SetFilter): string =>
  `/changes/${id}?${new URLSearchParams({ ...(kind && { kind }), ...(action && { action }), page: String(page) }).toString()}`;

function Decide({ set }: Pick<SeenSet, 'set'>) {
  const { set: own } = useWords().feeds;
  const gone = set.kind === 'gone';
  if (set.state === 'applied')
    return (
      <Form action={`/changes/${set.id}/undo`}>
        <p>{own.undoHint}</p>
        <Button variant="secondary">{own.undo}</Button>
      </Form>
    );
  if (set.state !== 'proposed') return null;
  return (
    <>
      {gone && <p>{own.gone}</p>}
      <Form action={`/changes/${set.id}/apply`} rowVersion={set.rowVersion}>
        <Button {...(gone && { variant: 'warning' as const })}>{gone ? own.withdraw : own.apply}</Button>
      </Form>
      <Form action={`/changes/${set.id}/drop`}>
        <Button variant="secondary">{gone ? own.keep : own.drop}</Button>
      </Form>
    </>
  );
}

function Filter({ id, filter }: { id: string; filter: SetFilter }) {
  const { set: own, kinds, actions } = useWords().feeds;
  const options = (named: Readonly<Record<string, string>>) => [
    { value: '', text: own.all },
    ...Object.entries(named).map(([value, text]) => ({ value, text })),
  ];
  return (
    <Form action={`/changes/${id}`} method="get" autoSubmit>
      <Columns split="thirds">
        <Select name="kind" label={own.kind} value={filter.kind} options={options(kinds)} />
        <Select name="action" label={own.action} value={filter.action} options={options(actions)} />
      </Columns>
      <Button variant="secondary">{own.show}</Button>
    </Form>
  );
}

function Changes({ set, changes, names }: Pick<SeenSet, 'set' | 'changes' | 'names'>) {
  const { set: own } = useWords().feeds;
  const open = set.state === 'proposed';
  if (!changes.length) return null;
  const shown = changes.map((change) => <ChangeShown change={change} names={names} open={open} key={change.nth} />);
  if (!open) return <>{shown}</>;
  return (
    <Form action={`/changes/${set.id}/choose`}>
      {changes.map(({ nth }) => (
        <Hidden name="shown" value={String(nth)} key={nth} />
      ))}
      {shown}
      <Button variant="secondary">{own.save}</Button>
    </Form>
  );
}

function ChangeShown({ change, names, open }: { change: SeenChange; names: ReadonlyMap<string, string>; open: boolean }) {
  const { set: own, kinds, actions, outcomes } = useWords().feeds;
  const { nth, kind, action, name, differences, decision, outcome, record } = change;
  const title = name || own.unnamed;
  return (
    <section class="bothy-changes">
      <Heading class="nhsuk-heading-s">
        {kind === 'service' && action !== 'add' ? <a href={`/services/${record}`}>{title}</a> : title}{' '}
        <Tag colour="grey">{kinds[kind]}</Tag>{' '}
        <Tag colour={action === 'withdraw' ? 'red' : action === 'change' ? 'blue' : 'green'}>{actions[action]}</Tag>{' '}
        {outcome && outcome !== 'applied' && <Tag colour="orange">{outcomes[outcome]}</Tag>}
      </Heading>
      {action !== 'withdraw' && <Fields change={change} differences={differences} names={names} open={open} />}
      {open && outcome === null && (
        <Checkbox name="wanted" value={String(nth)} label={<span>{own.wantNamed(name)}</span>} checked={decision === 'wanted'} />
      )}
    </section>
  );
}

type FieldsProps = { change: SeenChange; differences: SeenChange['differences']; names: ReadonlyMap<string, string>; open: boolean };

function Fields({ change, differences, names, open }: FieldsProps) {
  const { set: own, fieldName } = useWords().feeds;
  const after = {
    header: open ? own.after : own.afterApplied,
    cell: (row: (typeof differences)[number]) => <Said value={row.after} names={names} />,
  };
  const before = {
    header: open ? own.before : own.beforeApplied,
    cell: (row: (typeof differences)[number]) => <Said value={row.before} names={names} />,
  };
  const whose = (source: string | null) =>
    source === null ? '' : (names.get(source) ?? (source === 'operator' ? own.operator : own.by_people));
  return (
    <Table
      caption={change.name}
      captionHidden
      responsive
      panel
      rows={differences}
      columns={[
        { header: own.field, rowHeader: true, cell: ({ field }) => fieldName(field) },
        ...(change.action === 'add' ? [after] : [before, after]),
        { header: own.source, cell: ({ source }) => whose(source) },
      ]}
    />
  );
}
