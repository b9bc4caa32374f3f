import {
  Button,
  Columns,
  DateField,
  EmptyState,
  Form,
  formatDate,
  InsetText,
  Lines,
  Page,
  Panel,
  Radios,
  Stats,
  Table,
  Tag,
  type TagColour,
  TextArea,
  TextField,
  useWords,
} from '../../design/index.ts';
import type { Errors, Typed } from '../../platform/forms.ts';
import { type Agreement, agreementKinds, type Standing } from '../core/agreement.ts';
import type { Partner, PartnerSeen, PartnersSeen } from '../index.ts';

const colours: Record<Standing, TagColour> = {
  valid: 'green',
  'ends-soon': 'yellow',
  'not-yet': 'blue',
  expired: 'red',
  ended: 'red',
  none: 'grey',
};
/** What needs somebody stands first. */
const order: readonly Standing[] = ['expired', 'ended', 'ends-soon', 'not-yet', 'none', 'valid'];

function Stands({ standing }: { standing: Standing }) {
  return <Tag colour={colours[standing]}>{useWords().agreements.standings[standing]}</Tag>;
}

export function PartnersPage({ partners, without, withoutCount, required, typed }: PartnersSeen & { typed: string }) {
  const words = useWords().agreements;
  const count = (...which: Standing[]) => partners.filter(({ standing }) => which.includes(standing)).length;
  const [valid, soon, over] = [count('valid', 'ends-soon'), count('ends-soon'), count('expired', 'ended')];
  const rows = partners.toSorted((a, b) => order.indexOf(a.standing) - order.indexOf(b.standing));
  return (
    <Page title={words.title} back={{ href: '/change' }}>
      <p>{words.intro}</p>
      <p>{required ? words.required : words.notRequired}</p>
      {partners.length > 0 && (
        <Stats
          items={[
            { figure: valid, text: words.figures.valid(valid) },
            { figure: soon, text: words.figures.soon(soon) },
            { figure: over, text: words.figures.over(over), late: over > 0 },
          ]}
        />
      )}
      <Table<Partner>
        caption={words.listCaption}
        captionHidden
        panel
        responsive
        rows={rows}
        empty={
          <EmptyState title={words.none}>
            <p>{words.noneText}</p>
          </EmptyState>
        }
        columns={[
          {
            header: words.organisation,
            rowHeader: true,
            cell: ({ organisation }) => <a href={`/agreements/${organisation.id}`}>{organisation.name}</a>,
          },
          { header: words.standing, cell: ({ standing }) => <Stands standing={standing} /> },
          { header: words.until, cell: ({ agreements }) => until(agreements[0], words.openEnd) },
          { header: words.contact, cell: ({ agreements }) => agreements[0]?.contact },
        ]}
      />
      <Panel heading={words.withoutTitle}>
        {!typed && <p>{words.withoutIntro(withoutCount)}</p>}
        <Form method="get" action="/agreements" values={{ q: typed }}>
          <TextField name="q" type="search" label={words.find} width={20} />
          <Button variant="secondary" small>
            {words.search}
          </Button>
        </Form>
        {without.length === 0 && typed !== '' && <p>{words.noneFound}</p>}
        <ul class="nhsuk-list bothy-in-columns">
          {without.map(({ id, name }) => (
            <li key={id}>
              <a href={`/agreements/${id}`}>{name}</a>
            </li>
          ))}
        </ul>
        {withoutCount > without.length && <p>{words.more(withoutCount - without.length)}</p>}
      </Panel>
    </Page>
  );
}

const until = (agreement: Agreement | undefined, openEnd: string) =>
  agreement && (agreement.endedAt ? formatDate(agreement.endedAt) : agreement.expiresOn ? formatDate(agreement.expiresOn) : openEnd);

type Again = { values?: Typed; errors?: Errors; stale?: boolean; ending?: boolean };

export function PartnerPage({ organisation, standing, agreements, keepers, values, errors }: PartnerSeen & Again) {
  const words = useWords().agreements;
  return (
    <Page title={organisation.name} caption={words.caption} back={{ href: '/agreements', text: words.title }} errors={errors}>
      <p>
        <Stands standing={standing} /> {words.stands[standing](organisation.name)}
      </p>
      <Panel heading={words.signed}>
        <Table<Agreement>
          caption={words.signed}
          captionHidden
          responsive
          rows={agreements}
          empty={<p>{words.noneSigned}</p>}
          columns={[
            {
              header: words.kindLabel,
              rowHeader: true,
              cell: ({ id, kind }) => <a href={`/agreements/${organisation.id}/${id}`}>{words.kind[kind]}</a>,
            },
            { header: words.signedOn, cell: ({ signedOn }) => formatDate(signedOn) },
            { header: words.until, cell: (agreement) => until(agreement, words.openEnd) },
            { header: words.contact, cell: ({ contact }) => contact },
            { header: words.keeper, cell: ({ keeper }) => keepers.get(keeper)?.name },
          ]}
        />
      </Panel>
      <Panel heading={words.add}>
        <Form values={values}>
          <Fields />
          <Button>{words.save}</Button>
        </Form>
      </Panel>
    </Page>
  );
}

export function AgreementPage({ organisation, agreement, values, errors, stale, ending }: PartnerSeen & Again & { agreement: Agreement }) {
  const words = useWords().agreements;
  const here = `/agreements/${organisation.id}/${agreement.id}`;
  const saved = [words.kind[agreement.kind], formatDate(agreement.signedOn), until(agreement, words.openEnd), agreement.contact];
  return (
    <Page
      title={words.changeTitle}
      caption={organisation.name}
      back={{ href: `/agreements/${organisation.id}`, text: organisation.name }}
      errors={errors}
    >
      {stale && <InsetText>{[words.stale, saved.filter(Boolean).join(' · ')].join(' ')}</InsetText>}
      {agreement.endedAt && (
        <>
          <InsetText>{words.endedOn(formatDate(agreement.endedAt), agreement.endedWhy)}</InsetText>
          <Form action={`${here}/take-up`} rowVersion={agreement.rowVersion}>
            <Button variant="secondary">{words.takeUp}</Button>
          </Form>
        </>
      )}
      <Columns split="two-thirds">
        <Form action={here} values={ending ? {} : values} rowVersion={agreement.rowVersion}>
          <Fields agreement={agreement} />
          <Button>{words.saveChange}</Button>
        </Form>
        {!agreement.endedAt && (
          <div>
            <Panel heading={words.endTitle} soft>
              <p>{words.endText}</p>
              <Form action={`${here}/end`} values={ending ? values : {}} rowVersion={agreement.rowVersion}>
                <TextField name="why" label={words.endWhy} />
                <Button variant="warning">{words.end}</Button>
              </Form>
            </Panel>
          </div>
        )}
      </Columns>
      {agreement.note && (
        <p class="bothy-note">
          <Lines text={agreement.note} />
        </p>
      )}
    </Page>
  );
}

function Fields({ agreement }: { agreement?: Agreement }) {
  const words = useWords().agreements;
  return (
    <>
      <Radios
        name="kind"
        label={words.kindLabel}
        value={agreement?.kind}
        options={agreementKinds.map((value) => ({ value, text: words.kind[value] }))}
      />
      <DateField name="signedOn" label={words.signedOn} value={agreement?.signedOn} />
      <DateField name="expiresOn" label={words.expiresOn} hint={words.expiresHint} value={agreement?.expiresOn ?? undefined} optional />
      <TextField name="contact" label={words.contactLabel} hint={words.contactHint} value={agreement?.contact} optional />
      <TextArea name="note" label={words.note} hint={words.noteHint} value={agreement?.note} rows={3} optional />
    </>
  );
}
