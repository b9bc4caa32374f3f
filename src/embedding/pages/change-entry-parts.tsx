import type { ComponentChildren } from 'preact';
import {
  Button,
  DateField,
  Due,
  Form,
  formatDate,
  HiddenText,
  Radios,
  Select,
  Table,
  type Column,
  Tag,
  type TagColour,
  TextArea,
  TextField,
  useWords,
} from '../../design/index.ts';
import {
  type Entry,
  type EntryDetails,
  emptyEntry,
  type Field,
  isOver,
  type Register,
  shapes,
  type Stage,
  weightOf,
  weights,
} from '../core/change-entry.ts';

const stageColours: Partial<Record<Stage, TagColour>> = {
  doing: 'blue',
  done: 'green',
  overcome: 'green',
  kept: 'green',
  open: 'yellow',
  watched: 'blue',
  promised: 'yellow',
  withdrawn: 'grey',
};
const weightColours = { low: 'grey', medium: 'yellow', high: 'red' } as const;

function StageTag({ stage }: { stage: Stage }) {
  const text = useWords().change.stages[stage];
  return <Tag colour={stageColours[stage] ?? 'grey'}>{text}</Tag>;
}

/** What shows it: a link when it is one. */
const Evidence = ({ text }: { text: string }) =>
  /^https?:\/\//i.test(text) ? (
    <a href={text} rel="noopener noreferrer">
      {text}
    </a>
  ) : (
    <>{text}</>
  );

const Under = ({ children }: { children: ComponentChildren }) => (
  <>
    <br />
    <span class="bothy-note">{children}</span>
  </>
);

type TableProps = {
  caption: string;
  entries: readonly Entry[];
  href: (entry: Entry) => string;
  now: Date;
  /** Lines of several registers in one table. */
  mixed?: boolean;
  /** On paper there is nothing to press. */
  plain?: boolean;
  siteOf?: (entry: Entry) => string;
  /** A quick way to say that one is done. */
  done?: (entry: Entry) => ComponentChildren;
};

export function EntryTable({ caption, entries, href, now, mixed, plain, siteOf, done }: TableProps) {
  const words = useWords().change;
  const register = entries[0]?.register ?? 'plan';
  const asks = (field: Field) => !mixed && shapes[register].asks.includes(field);
  const when = (entry: Entry) =>
    isOver(entry) ? entry.due && formatDate(entry.due) : entry.due ? <Due day={entry.due} now={now} /> : plain ? '' : words.noDay;
  const columns: (Column<Entry> | false | undefined)[] = [
    {
      header: mixed ? words.columns.what : words.registers[register].column,
      rowHeader: true,
      cell: (entry) => (
        <>
          {plain ? entry.what : <a href={href(entry)}>{entry.what}</a>}
          {mixed && <Under>{words.registers[entry.register].title}</Under>}
          {entry.evidence && (
            <Under>
              <Evidence text={entry.evidence} />
            </Under>
          )}
        </>
      ),
    },
    siteOf && { header: words.columns.site, cell: siteOf },
    asks('sort') && register !== 'plan' && { header: words.fields.training.sort, cell: ({ sort }) => sort && words.sorts[sort] },
    asks('likelihood') && {
      header: words.weight,
      cell: (entry) => <Tag colour={weightColours[weightOf(entry)]}>{words.weights[weightOf(entry)]}</Tag>,
    },
    asks('how') && { header: words.columns.how, cell: ({ how }) => how },
    { header: words.columns.owner, cell: (entry) => entry.owner || (isOver(entry) || plain ? '' : words.noOwner) },
    asks('on') && { header: words.columns.on, cell: ({ on }) => on && formatDate(on) },
    { header: register === 'training' && !mixed ? words.fields.training.due : words.columns.due, cell: when },
    !mixed && {
      header: words.columns.stage,
      cell: ({ stage }) => <StageTag stage={stage} />,
    },
    done && { header: words.markDone, headerHidden: true, cell: done },
  ];
  return (
    <Table<Entry>
      caption={caption}
      captionHidden
      rows={entries}
      columns={columns.filter((column) => column !== false && column !== undefined)}
    />
  );
}

type FormProps = { register: Register; details?: EntryDetails; staff: readonly string[] };

/** The questions of one line of a register. */
export function EntryFields({ register, details = emptyEntry(register), staff }: FormProps) {
  const words = useWords().change;
  const { asks, needs, sorts, stages } = shapes[register];
  const label = (field: Field) => (words.fields[register] as Partial<Record<Field, string>>)[field] ?? '';
  const optional = (field: Field) => !needs.includes(field);
  const field: Record<Field, () => ComponentChildren> = {
    sort: () => (
      <Radios
        name="sort"
        label={label('sort')}
        value={details.sort ?? undefined}
        options={sorts.map((value) => ({ value, text: words.sorts[value] }))}
      />
    ),
    likelihood: () => <Weighed name="likelihood" label={label('likelihood')} value={details.likelihood} texts={words.likelihoods} />,
    impact: () => <Weighed name="impact" label={label('impact')} value={details.impact} texts={words.impacts} />,
    how: () => <TextArea name="how" label={label('how')} rows={3} value={details.how} optional={optional('how')} />,
    owner: () => (
      <TextField
        name="owner"
        label={label('owner')}
        hint={words.hints.owner}
        suggestions={staff}
        value={details.owner}
        width={20}
        optional={optional('owner')}
      />
    ),
    on: () => <DateField name="on" label={label('on')} value={details.on ?? undefined} optional={optional('on')} />,
    due: () => <DateField name="due" label={label('due')} value={details.due ?? undefined} optional />,
    evidence: () => <TextField name="evidence" label={label('evidence')} hint={words.hints.evidence} value={details.evidence} optional />,
  };
  return (
    <>
      <TextField name="what" label={words.registers[register].what} hint={words.registers[register].whatHint} value={details.what} />
      {asks.map((each) => field[each]())}
      <Select
        name="stage"
        label={words.stage}
        value={details.stage}
        options={stages.map((value) => ({ value, text: words.stages[value] }))}
      />
    </>
  );
}

type WeighedProps = { name: 'likelihood' | 'impact'; label: string; value: 1 | 2 | 3 | null; texts: Record<1 | 2 | 3, string> };
const Weighed = ({ name, label, value, texts }: WeighedProps) => (
  <Radios
    name={name}
    label={label}
    value={value ? String(value) : undefined}
    options={weights.map((each) => ({ value: String(each), text: texts[each] }))}
  />
);

/** One press says that a step is done. */
export function DoneButton({ entry, here }: { entry: Entry; here: string }) {
  const words = useWords().change;
  if (entry.register !== 'plan' || isOver(entry)) return null;
  return (
    <Form action={`${here}/${entry.id}/move`} rowVersion={entry.rowVersion}>
      <Button name="stage" value="done" variant="link">
        {words.markDone}
        <HiddenText> {entry.what}</HiddenText>
      </Button>
    </Form>
  );
}
