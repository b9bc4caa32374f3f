import { Button, EmptyState, formatDate, Heading, Page, SummaryList, Table, useWords } from '../../design/index.ts';
import type { OwnListSeen, TaxonomySeen } from '../index.ts';
import { type Taxonomy, webAddress } from '../taxonomy.ts';

type Props = { theirs: readonly TaxonomySeen[]; ours: readonly OwnListSeen[] };

export function TaxonomiesView({ theirs, ours }: Props) {
  const words = useWords().taxonomies;
  const bring = <Button href="/taxonomies/import">{words.bring}</Button>;
  return (
    <Page title={words.title} wide actions={bring}>
      <p>{words.intro}</p>
      <Heading class="nhsuk-heading-m">{words.theirs}</Heading>
      <Table
        caption={words.theirs}
        captionHidden
        rows={theirs}
        columns={[
          { header: words.name, rowHeader: true, cell: ({ id, name }) => <a href={`/taxonomies/${id}`}>{name}</a> },
          { header: words.size, cell: (list) => <Size list={list} />, numeric: true },
          { header: words.unmatched, cell: (list) => <Unmatched list={list} />, numeric: true },
          { header: words.licence, cell: (list) => <Licence taxonomy={list} /> },
          { header: words.from, cell: ({ source, importedAt }) => words.since(words.sources[source], formatDate(importedAt)) },
        ]}
        empty={
          <EmptyState title={words.none} level={3}>
            <p>{words.noneText}</p>
          </EmptyState>
        }
      />
      <Heading class="nhsuk-heading-m">{words.ours}</Heading>
      <p>{words.oursText}</p>
      <SummaryList
        rows={ours.map(({ name, description, terms }) => ({ key: name, value: `${description} ${words.list.total(terms)}.` }))}
      />
    </Page>
  );
}

function Size({ list: { terms, retired } }: { list: TaxonomySeen }) {
  const words = useWords().taxonomies;
  return (
    <>
      {terms.toLocaleString('en-GB')}
      {retired > 0 && <div class="bothy-note">{words.retired(retired)}</div>}
    </>
  );
}

const Unmatched = ({ list: { id, unmatched } }: { list: TaxonomySeen }) =>
  unmatched ? <a href={`/taxonomies/${id}?show=unmatched`}>{unmatched.toLocaleString('en-GB')}</a> : <>{unmatched}</>;

/** Stands wherever terms of a list are shown. */
export function Licence({ taxonomy: { licence, licenceUri, name } }: { taxonomy: Pick<Taxonomy, 'licence' | 'licenceUri' | 'name'> }) {
  const words = useWords().taxonomies;
  const address = webAddress(licenceUri);
  if (!licence && !address) return <>{words.noLicence}</>;
  return (
    <>
      {licence}{' '}
      {address && (
        <a href={address} rel="noreferrer license" aria-label={`${words.licenceText}: ${name}`}>
          {words.licenceText}
        </a>
      )}
    </>
  );
}
