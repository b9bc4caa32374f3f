import {
  ActionLink,
  Button,
  EmptyState,
  FileField,
  Form,
  formatDate,
  Heading,
  HiddenText,
  Page,
  Table,
  Tag,
  TextArea,
  useWords,
} from '../../design/index.ts';
import type { Errors, Typed } from '../../platform/forms.ts';
import type { Load } from '../core/areas.ts';
import type { Place } from '../core/areas-place.ts';
import type { PlacesSeen } from '../index.ts';

type Props = { loads: readonly Load[]; seen: PlacesSeen; typed: Typed; errors: Errors };

export function AreasPage({ loads, seen, typed, errors }: Props) {
  const words = useWords().areas;
  const { file: _, ...rest } = typed;
  return (
    <Page title={words.title} errors={errors}>
      <p>{words.intro}</p>
      <Places places={seen.places} />
      <Loads loads={loads} />
      <Heading level={2} class="nhsuk-heading-m">
        {words.bring.title}
      </Heading>
      <p>{words.bring.intro}</p>
      <Form action="/areas" values={rest} upload>
        <FileField name="file" label={words.bring.file} hint={words.bring.fileHint} labelSize="s" accept=".csv,.tsv,.txt,text/csv" />
        <TextArea name="text" label={words.bring.text} hint={words.bring.textHint} labelSize="s" rows={4} optional />
        <Button preventDoubleClick>{words.bring.button}</Button>
      </Form>
    </Page>
  );
}

function Places({ places }: { places: readonly Place[] }) {
  const words = useWords().areas.places;
  return (
    <>
      <Heading level={2} class="nhsuk-heading-m">
        {words.title}
      </Heading>
      <p>{words.intro}</p>
      <Table<Place>
        caption={words.title}
        captionHidden
        rows={places}
        empty={
          <EmptyState title={words.none} level={3}>
            <p>{words.noneText}</p>
          </EmptyState>
        }
        columns={[
          { header: words.name, rowHeader: true, cell: ({ id, name }) => <a href={`/areas/places/${id}`}>{name}</a> },
          {
            header: words.has,
            cell: ({ areas, postcodes, practices, retiredAt }) =>
              retiredAt ? <Tag colour="grey">{words.retired}</Tag> : words.sizes(areas.length, postcodes.length, practices.length),
          },
        ]}
      />
      <ActionLink href="/areas/places/new">{words.add}</ActionLink>
    </>
  );
}

function Loads({ loads }: { loads: readonly Load[] }) {
  const words = useWords().areas.loads;
  return (
    <>
      <Heading level={2} class="nhsuk-heading-m">
        {words.title}
      </Heading>
      <Table<Load>
        caption={words.title}
        captionHidden
        rows={loads}
        empty={
          <EmptyState title={words.none} level={3}>
            <p>{words.noneText}</p>
          </EmptyState>
        }
        columns={[
          {
            header: words.name,
            rowHeader: true,
            cell: ({ name, invented, undoneAt }) => (
              <>
                {name} {invented && <Tag colour="yellow">{words.invented}</Tag>} {undoneAt && <Tag colour="grey">{words.undone}</Tag>}
              </>
            ),
          },
          { header: words.what, cell: ({ values, areas, indicators }) => words.size(values, areas, indicators) },
          { header: words.source, cell: ({ source, licence }) => `${source} · ${licence}` },
          { header: words.when, cell: ({ at }) => formatDate(at) },
          { header: words.do, headerHidden: true, cell: (load) => <TakeBack load={load} /> },
        ]}
      />
      {loads.length > 1 && <p class="bothy-note">{words.newest}</p>}
    </>
  );
}

function TakeBack({ load: { id, name, undoneAt } }: { load: Load }) {
  const words = useWords().areas.loads;
  return (
    <Form action={`/areas/loads/${id}/${undoneAt ? 'redo' : 'undo'}`}>
      <Button variant="link">
        {undoneAt ? words.redo : words.undo}
        <HiddenText> {words.about(name)}</HiddenText>
      </Button>
    </Form>
  );
}
