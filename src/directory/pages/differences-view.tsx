import { Button, Columns, Form, Heading, Page, Pagination, Panel, Radios, Table, useWords, WarningCallout } from '../../design/index.ts';
import type { ContestedList, SeenField, SeenVoices } from '../index.ts';
import { Said } from './said.tsx';

export function DifferencesPage({ records, pages, page }: ContestedList & { page: number }) {
  const { voices, kinds, set, list } = useWords().feeds;
  return (
    <Page title={voices.title} back={{ href: '/feeds', text: list.title }} wide>
      <p>{voices.intro}</p>
      <Table
        caption={voices.title}
        captionHidden
        responsive
        panel
        rows={records}
        columns={[
          {
            header: voices.name,
            rowHeader: true,
            cell: ({ kind, id, name }) => <a href={`/differences/${kind}/${id}`}>{name || set.unnamed}</a>,
          },
          { header: voices.kind, cell: ({ kind }) => kinds[kind] },
          { header: voices.feeds, cell: ({ feeds }) => feeds, numeric: true },
          { header: voices.decided, cell: ({ choices }) => voices.of(choices) },
        ]}
        empty={<p>{voices.none}</p>}
      />
      {pages > 1 && <Pagination page={page} pages={pages} href={(to) => `/differences?page=${to}`} />}
    </Page>
  );
}

export function VoicesPage({ kind, record, feeds, fields, names, stale }: SeenVoices & { stale: boolean }) {
  const { voices, set } = useWords().feeds;
  const name = typeof record.document['name'] === 'string' ? record.document['name'] : set.unnamed;
  return (
    <Page title={name} caption={voices.title} back={{ href: '/differences', text: voices.title }} wide>
      {stale && <WarningCallout>{voices.stale}</WarningCallout>}
      {fields.length === 0 && <p>{voices.same}</p>}
      {fields.length > 0 && (
        <Form action={`/differences/${kind}/${record.id}`} rowVersion={record.version}>
          {fields.map((field) => (
            <Field field={field} feeds={feeds} names={names} key={field.field} />
          ))}
          <Button>{voices.save}</Button>
        </Form>
      )}
    </Page>
  );
}

type FieldProps = { field: SeenField; feeds: SeenVoices['feeds']; names: ReadonlyMap<string, string> };

function Field({ field: { field, now, said, chosen }, feeds, names }: FieldProps) {
  const { voices, fieldName } = useWords().feeds;
  const nameOf = (id: string) => feeds.find((feed) => feed.id === id);
  return (
    <Panel heading={fieldName(field)}>
      <Columns split={said.length > 1 ? 'thirds' : 'halves'}>
        <div class="nhsuk-u-margin-bottom-3">
          <Heading level={3} class="nhsuk-heading-xs">
            {voices.now}
          </Heading>
          <Said value={now} names={names} />
        </div>
        {said.map(({ feed, value }) => (
          <div class="nhsuk-u-margin-bottom-3" key={feed}>
            <Heading level={3} class="nhsuk-heading-xs">
              {voices.trusted(nameOf(feed)?.name ?? '', nameOf(feed)?.trust ?? 0)}
            </Heading>
            <Said value={value} names={names} />
          </div>
        ))}
      </Columns>
      <div class="nhsuk-u-margin-top-4">
        <Radios
          name={`field.${field}`}
          id={`field-${field}`}
          label={voices.choose}
          value={chosen ?? ''}
          options={[
            { value: '', text: voices.rules, hint: voices.rulesHint },
            ...said.map(({ feed }) => ({ value: feed, text: voices.always(nameOf(feed)?.name ?? '') })),
          ]}
        />
      </div>
    </Panel>
  );
}
