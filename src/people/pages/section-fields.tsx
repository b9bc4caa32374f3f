import { Checkboxes, Chips, Columns, DateField, Hidden, Panel, Radios, Select, TextArea, TextField, useWords } from '../../design/index.ts';
import type { Typed } from '../../platform/forms.ts';
import { cellName } from '../core/read-section.ts';
import type { RowsField, Section, SimpleField } from '../core/section.ts';
import { isRowsField } from '../core/sections.ts';
import type { AnyTexts, SectionText } from './section-texts.ts';
import { rowsShown } from './section-values.ts';

type Props = { section: Section; texts: SectionText; values: Typed };

/** All questions of a section, drawn by their kind. */
export const SectionFields = ({ section, texts, values }: Props) => (
  <>
    {Object.entries(section.fields).map(([name, field]) => {
      const each = texts.fields[name] ?? { label: name };
      return isRowsField(field) ? (
        <Rows key={name} name={name} field={field} texts={each} shown={rowsShown(name, field.most, values)} values={values} />
      ) : (
        <OneField key={name} name={name} field={field} texts={each} />
      );
    })}
  </>
);

function OneField({ name, field, texts }: { name: string; field: SimpleField; texts: AnyTexts }) {
  const words = useWords().aboutPerson;
  const asked = { name, label: texts.label, ...(texts.hint && { hint: texts.hint }) };
  const options = 'options' in field ? field.options.map((value) => ({ value, text: texts.options?.[value] ?? value })) : [];
  switch (field.kind) {
    case 'choice':
      return options.length <= 3 ? (
        <Radios {...asked} labelSize="s" inline options={[...options, { value: '', text: words.choose }]} value="" />
      ) : (
        <Select {...asked} options={[{ value: '', text: words.choose }, ...options]} />
      );
    case 'many':
      return <Chips {...asked} labelSize="s" options={options} />;
    case 'date':
      return <DateField {...asked} labelSize="s" />;
    case 'long':
      return <TextArea {...asked} rows={field.most > 1000 ? 4 : 2} />;
    case 'text':
      return <TextField {...asked} {...(field.most <= 100 && { width: 20 as const })} />;
    case 'phone':
      return <TextField {...asked} type="tel" width={20} />;
    case 'email':
      return <TextField {...asked} type="email" />;
    case 'link':
      return <TextField {...asked} type="url" />;
  }
}

type RowsProps = { name: string; field: RowsField; texts: AnyTexts; shown: number; values: Typed };

function Rows({ name, field, texts, shown, values }: RowsProps) {
  const words = useWords().aboutPerson;
  const one = texts.one ?? texts.label;
  return (
    <section>
      <h2 class="nhsuk-heading-m">{texts.label}</h2>
      {Array.from({ length: shown }, (_, n) => {
        const saved = !!values[cellName(name, n, 'id')];
        return (
          <Panel key={n} level={3} heading={saved ? words.row(one, n + 1) : words.newRow(one)} soft={!saved}>
            {saved && <Hidden name={cellName(name, n, 'id')} value={String(values[cellName(name, n, 'id')])} />}
            <Columns>
              {Object.entries(field.fields).map(([cell, each]) => (
                <OneField key={cell} name={cellName(name, n, cell)} field={each} texts={texts.fields?.[cell] ?? { label: cell }} />
              ))}
            </Columns>
            {saved && <Checkboxes name={cellName(name, n, 'remove')} options={[{ value: 'yes', text: words.remove }]} />}
          </Panel>
        );
      })}
    </section>
  );
}
