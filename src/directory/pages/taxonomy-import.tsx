import * as z from 'zod';
import type { Words } from '../../../locales/en/index.ts';
import { Button, Checkbox, FileField, Form, Heading, Page, Table, TextArea, TextField, useWords } from '../../design/index.ts';
import type { Errors, Typed } from '../../platform/forms.ts';
import { type Rejected, webAddress } from '../taxonomy.ts';

export const importForm = (words: Words['taxonomies']['upload']) => {
  const text = (most: number) => z.string().trim().max(most, words.tooLong(most)).default('');
  return z.object({
    name: text(200),
    licence: text(1000),
    licenceUri: text(500).refine((address) => !address || webAddress(address) !== null, words.badLink),
    mayRetire: z
      .string()
      .default('')
      .transform((answer) => answer === 'yes'),
  });
};

type Props = { typed: Typed; errors?: Errors; rejections?: readonly Rejected[] };

export function ImportForm({ typed, errors, rejections = [] }: Props) {
  const { upload, title } = useWords().taxonomies;
  return (
    <Page title={upload.title} back={{ href: '/taxonomies', text: title }} {...(errors && { errors })}>
      <Form action="/taxonomies/import" values={typed} upload>
        <FileField name="file" label={upload.file} labelSize="s" hint={upload.fileHint} accept=".csv,.json,.jsonld,.xml,.txt" />
        <TextField name="name" label={upload.name} labelSize="s" hint={upload.nameHint} optional />
        <TextArea name="licence" label={upload.licence} labelSize="s" hint={upload.licenceHint} rows={2} optional />
        <TextField name="licenceUri" type="url" label={upload.licenceUri} labelSize="s" optional />
        <Checkbox name="mayRetire" label={upload.mayRetire} hint={upload.mayRetireHint} />
        <Button preventDoubleClick>{upload.button}</Button>
      </Form>
      {rejections.length > 0 && <Rejections rejections={rejections} total={rejections.length} />}
    </Page>
  );
}

export function Rejections({ rejections, total }: { rejections: readonly Rejected[]; total: number }) {
  const { done, rows } = useWords().taxonomies;
  return (
    <>
      <Heading class="nhsuk-heading-s">{done.rejectedHeading}</Heading>
      <Table
        caption={done.rejectedHeading}
        captionHidden
        rows={rejections}
        columns={[
          { header: done.where, rowHeader: true, cell: ({ at }) => at },
          { header: done.why, cell: ({ why }) => rows[why] },
        ]}
      />
      {total > rejections.length && <p>{done.more(total - rejections.length)}</p>}
    </>
  );
}
