import { Button, FileField, Form, Page, Select, Table, TextArea, TextField, useWords, WarningCallout } from '../../design/index.ts';
import type { Errors, Typed } from '../../platform/forms.ts';
import { csvFields } from '../csv-columns.ts';
import type { CsvSeen } from '../index.ts';

type BringProps = { feeds: readonly { id: string; name: string }[]; typed: Typed; errors: Errors };

export function BringPage({ feeds, typed, errors }: BringProps) {
  const { bring } = useWords().csv;
  const { file, ...rest } = typed;
  return (
    <Page title={bring.title} back={{ href: '/feeds', text: bring.back }} errors={errors}>
      <p>{bring.intro}</p>
      <p>
        <a href="/feeds/csv/template.csv">{bring.template}</a>
      </p>
      <Form action="/feeds/csv" values={rest} upload>
        <FileField name="file" label={bring.file} labelSize="s" hint={bring.fileHint} accept=".csv,.tsv,.txt,text/csv" />
        <TextArea name="text" label={bring.text} labelSize="s" hint={bring.textHint} rows={5} optional />
        {feeds.length > 0 && (
          <Select
            name="feed"
            label={bring.of}
            labelSize="s"
            options={[{ value: '', text: bring.ofNew }, ...feeds.map(({ id, name }) => ({ value: id, text: name }))]}
          />
        )}
        <Button preventDoubleClick>{bring.button}</Button>
      </Form>
    </Page>
  );
}

type ColumnsProps = { seen: CsvSeen; typed: Typed; errors: Errors };

/** Each column with its first cells, and what it means. */
export function ColumnsPage({ seen, typed, errors }: ColumnsProps) {
  const { columns: w, bring } = useWords().csv;
  const options = [{ value: '', text: w.leaveOut }, ...csvFields.map((value) => ({ value, text: w.fields[value] }))];
  const rows = seen.headings.map((heading, nth) => ({ heading, nth }));
  return (
    <Page title={w.title} {...(seen.feed && { caption: seen.feed.name })} back={{ href: '/feeds/csv', text: bring.title }} errors={errors}>
      <p>{w.intro(seen.rows, seen.name)}</p>
      {seen.broken && <WarningCallout heading={w.broken}>{seen.broken}</WarningCallout>}
      <Form action={`/feeds/csv/${seen.id}`} values={typed}>
        <Table
          caption={w.title}
          captionHidden
          rows={rows}
          columns={[
            {
              header: w.title,
              headerHidden: true,
              rowHeader: true,
              cell: ({ heading, nth }) => <Select name={`column-${nth}`} label={w.heading(nth + 1, heading)} options={options} />,
            },
            { header: w.example, cell: ({ nth }) => <Cells seen={seen} nth={nth} /> },
          ]}
        />
        <TextField name="organisation" label={w.organisation} labelSize="s" optional />
        {!seen.feed && <TextField name="feedName" label={w.feedName} labelSize="s" hint={w.feedNameHint} />}
        <Button preventDoubleClick>{w.button}</Button>
      </Form>
      <Form action={`/feeds/csv/${seen.id}/drop`}>
        <Button variant="secondary">{w.drop}</Button>
      </Form>
    </Page>
  );
}

const longestCell = 120;

function Cells({ seen, nth }: { seen: CsvSeen; nth: number }) {
  const { nothing } = useWords().csv.columns;
  const cells = [...new Set(seen.sample.map(({ cells: all }) => all[nth] ?? '').filter(Boolean))];
  if (!cells.length) return <span class="nhsuk-hint">{nothing}</span>;
  return (
    <ul class="nhsuk-list nhsuk-u-margin-bottom-0">
      {cells.map((cell) => (
        <li key={cell}>{cell.length > longestCell ? `${cell.slice(0, longestCell - 1)}…` : cell}</li>
      ))}
    </ul>
  );
}
