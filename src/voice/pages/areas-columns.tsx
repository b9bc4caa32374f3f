import { Button, ButtonRow, Checkbox, Form, InsetText, Page, Select, Table, TextField, useWords } from '../../design/index.ts';
import type { Errors, Typed } from '../../platform/forms.ts';
import { columnRoles } from '../core/areas.ts';
import type { AreaFileSeen, AreasRead } from '../index.ts';

type Props = { file: AreaFileSeen; typed: Typed; errors: Errors; tried: AreasRead | undefined };

/** Each column with its first cells, what it means, and where the figures come from. */
export function ColumnsPage({ file, typed, errors, tried }: Props) {
  const { columns: words, title } = useWords().areas;
  const options = [{ value: '', text: words.leaveOut }, ...columnRoles.map((value) => ({ value, text: words.roles[value] }))];
  const rows = file.headings.map((heading, nth) => ({ heading, nth }));
  return (
    <Page title={words.title} back={{ href: '/areas', text: title }} errors={errors}>
      {tried && <Tried read={tried} />}
      <p>{words.intro(file.rows, file.name)}</p>
      <Form action={`/areas/files/${file.id}`} values={typed}>
        <Table
          caption={words.title}
          captionHidden
          rows={rows}
          columns={[
            {
              header: words.title,
              headerHidden: true,
              rowHeader: true,
              cell: ({ heading, nth }) => <Select name={`column-${nth}`} label={words.heading(nth + 1, heading)} options={options} />,
            },
            { header: words.example, cell: ({ nth }) => <Cells file={file} nth={nth} /> },
          ]}
        />
        <TextField name="name" label={words.name} hint={words.nameHint} labelSize="s" />
        <TextField name="source" label={words.source} hint={words.sourceHint} labelSize="s" />
        <TextField name="licence" label={words.licence} hint={words.licenceHint} labelSize="s" />
        <TextField name="year" label={words.year} hint={words.yearHint} labelSize="s" width={10} optional />
        <Checkbox name="invented" value="yes" label={words.invented} checked={typed['invented'] === 'yes'} />
        <ButtonRow>
          <Button name="do" value="take" preventDoubleClick>
            {words.take}
          </Button>
          <Button name="do" value="try" variant="secondary">
            {words.try}
          </Button>
        </ButtonRow>
      </Form>
      <Form action={`/areas/files/${file.id}/drop`}>
        <Button variant="link">{words.drop}</Button>
      </Form>
    </Page>
  );
}

const mostFaults = 20;

function Tried({ read: { values, areas, indicators, missing, faults } }: { read: AreasRead }) {
  const words = useWords().areas.tried;
  return (
    <InsetText>
      <h2 class="nhsuk-heading-s">{words.title}</h2>
      <p>{words.taken(values, areas, indicators)}</p>
      {missing > 0 && <p>{words.missing(missing)}</p>}
      {faults.length === 0 ? (
        <p>{words.clean}</p>
      ) : (
        <>
          <p>{words.faults(faults.length)}</p>
          <ul class="nhsuk-list nhsuk-list--bullet">
            {faults.slice(0, mostFaults).map(({ nth, column, why }) => (
              <li key={`${nth} ${column}`}>{words.fault(nth, column, words.whys[why])}</li>
            ))}
            {faults.length > mostFaults && <li>{words.more(faults.length - mostFaults)}</li>}
          </ul>
        </>
      )}
    </InsetText>
  );
}

const longestCell = 80;

function Cells({ file, nth }: { file: AreaFileSeen; nth: number }) {
  const { nothing } = useWords().areas.columns;
  const cells = [...new Set(file.sample.map(({ cells: all }) => all[nth] ?? '').filter(Boolean))].slice(0, 3);
  if (!cells.length) return <span class="nhsuk-hint">{nothing}</span>;
  return <span>{cells.map((cell) => (cell.length > longestCell ? `${cell.slice(0, longestCell - 1)}…` : cell)).join(' · ')}</span>;
}
