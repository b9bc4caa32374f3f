import {
  Button,
  ButtonRow,
  Checkboxes,
  Columns,
  DateField,
  FileField,
  Form,
  formatDate,
  Hidden,
  Page,
  Panel,
  Radios,
  SummaryList,
  TextArea,
  TextField,
  useWords,
} from '../../design/index.ts';
import type { Errors, Typed } from '../../platform/forms.ts';
import { extractBases, extractFields, extractPurposes, type SaidCount, saidLeftOut } from '../extract.ts';
import type { Declared, ExtractOf, ExtractPreview, OptOutList } from '../index.ts';

type Props = { past: readonly (ExtractOf & { people: number })[]; newest: OptOutList | undefined; values: Typed; errors?: Errors };

export function ExtractsPage({ past, newest, values, errors }: Props) {
  const words = useWords().extracts;
  return (
    <Page title={words.title} errors={errors} errorIds={{ from: 'from-day', to: 'to-day' }}>
      <p class="nhsuk-body-l">{words.lead}</p>
      <Form action="/extracts" values={values}>
        <Radios
          name="purpose"
          label={words.purpose}
          labelSize="s"
          options={extractPurposes.map((value) => ({ value, text: words.purposes[value] }))}
        />
        <Radios
          name="basis"
          label={words.basis}
          labelSize="s"
          options={extractBases.map((value) => ({ value, text: words.bases[value], hint: words.basisHints[value] }))}
        />
        <TextField name="approval" label={words.approval} hint={words.approvalHint} width={20} optional />
        <TextField name="recipient" label={words.recipient} hint={words.recipientHint} />
        <Checkboxes
          name="fields"
          label={words.fields}
          labelSize="s"
          hint={words.fewest}
          options={extractFields.map((value) => ({ value, text: words.field[value] }))}
        />
        <Columns>
          <DateField name="from" label={words.from} />
          <DateField name="to" label={words.to} />
        </Columns>
        <Button preventDoubleClick>{words.see}</Button>
      </Form>
      <Panel heading={words.past}>
        {past.length === 0 && <p>{words.noPast}</p>}
        <ul class="nhsuk-list">
          {past.map(({ id, recipient, purpose, madeAt, people }) => (
            <li key={id}>{words.pastLine(recipient, words.purposes[purpose], formatDate(madeAt), people)}</li>
          ))}
        </ul>
      </Panel>
      <Compare newest={newest} values={values} />
    </Page>
  );
}

function Compare({ newest, values }: Pick<Props, 'newest' | 'values'>) {
  const words = useWords().extracts.optOut;
  return (
    <Panel heading={words.compare} soft>
      <p>{newest ? words.newest(formatDate(newest.readAt), newest.numbers) : words.never}</p>
      <p>{words.compareText}</p>
      <Form action="/extracts/opt-outs" values={values} upload>
        <Radios
          name="kind"
          label={words.kind}
          labelSize="s"
          options={(['opted-out', 'cleaned'] as const).map((value) => ({ value, text: words.kinds[value] }))}
        />
        <FileField name="file" label={words.file} hint={words.fileHint} accept=".csv,text/csv,text/plain" />
        <TextArea name="text" label={words.text} rows={3} optional />
        <Button variant="secondary" preventDoubleClick>
          {words.button}
        </Button>
      </Form>
    </Panel>
  );
}

type PreviewProps = { declared: Declared; preview: ExtractPreview; typed: Typed };

/** How many it would be and who is left out, before anything leaves. */
export function ExtractPreviewPage({ declared, preview, typed }: PreviewProps) {
  const words = useWords().extracts;
  const { all, reasons } = saidLeftOut(preview.leftOut);
  const said = (count: SaidCount) => ('exactly' in count ? words.exactly(count.exactly) : words.fewerThan(count.fewerThan));
  const nobodyOut = 'exactly' in all && all.exactly === 0;
  return (
    <Page title={words.preview} back={{ href: '/extracts', text: words.title }}>
      <SummaryList
        rows={[
          { key: words.purpose, value: words.purposes[declared.purpose] },
          { key: words.basis, value: [words.bases[declared.basis], declared.approval].filter(Boolean).join(': ') },
          { key: words.recipient, value: declared.recipient },
          { key: words.fields, value: declared.fields.map((field) => words.field[field]).join(', ') },
          { key: words.from, value: formatDate(declared.from) },
          { key: words.to, value: formatDate(declared.to) },
        ]}
      />
      <p class="nhsuk-body-l">{preview.people ? words.count(preview.people) : words.nobody}</p>
      <p>{nobodyOut ? words.noneLeftOut : words.leftOut(said(all))}</p>
      {reasons.length > 0 && (
        <ul class="nhsuk-list nhsuk-list--bullet">
          {reasons.map(({ why, count }) => (
            <li key={why}>
              {said(count)} {words.reasons[why]}
            </li>
          ))}
        </ul>
      )}
      {preview.people > 0 && <p class="bothy-note">{words.getNote}</p>}
      <Form action="/extracts">
        {Object.entries(typed)
          .filter(([name]) => name !== 'step')
          .flatMap(([name, value]) => [value].flat().map((each) => <Hidden key={`${name} ${each}`} name={name} value={each} />))}
        <ButtonRow>
          {preview.people > 0 && <Button formaction="/extracts/people.csv">{words.get}</Button>}
          <Button variant="secondary" name="step" value="change">
            {words.change}
          </Button>
        </ButtonRow>
      </Form>
    </Page>
  );
}
