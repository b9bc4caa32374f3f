import {
  Button,
  Checkbox,
  type Errors,
  Form,
  formatDate,
  formatDateTime,
  Heading,
  Hidden,
  InsetText,
  Page,
  Panel,
  Prose,
  Radios,
  Select,
  SummaryList,
  Tag,
  TextArea,
  TextField,
  useWords,
} from '../../design/index.ts';
import type { Typed } from '../../platform/forms.ts';
import { documentKinds, proposers, type Section } from '../core/document.ts';
import { type SectionChange, sectionChanges } from '../core/document-difference.ts';
import type { DocumentSeen, ProposalSeen } from '../index.ts';
import { mostSections } from './documents-form.ts';

type Again = { values?: Typed | undefined; errors?: Errors | undefined };

function SectionFields({ sections }: { sections: readonly Section[] }) {
  const words = useWords().steering.documents;
  const shown = Math.min(mostSections, sections.length + 2);
  return (
    <>
      {Array.from({ length: shown }, (_, nth) => (
        <div class="bothy-section-fields" key={nth}>
          <TextField name={`heading-${nth}`} label={`${words.section(nth + 1)}: ${words.heading}`} value={sections[nth]?.heading} />
          <TextArea name={`text-${nth}`} label={`${words.section(nth + 1)}: ${words.text}`} value={sections[nth]?.text} rows={4} />
        </div>
      ))}
    </>
  );
}

const partsTyped = (values: Typed | undefined): Section[] =>
  values
    ? Array.from({ length: mostSections }, (_, nth) => ({ heading: String(values[`heading-${nth}`] ?? ''), text: '' })).filter(
        ({ heading }) => heading,
      )
    : [];

export function StartPage({ values, errors }: Again) {
  const words = useWords().steering.documents;
  return (
    <Page title={words.startTitle} back={{ href: '/criteria', text: words.title }} errors={errors} errorIds={{ sections: 'heading-0' }}>
      <Form action="/criteria/new" values={values}>
        <Radios
          name="kind"
          label={words.kind}
          value="criteria"
          options={documentKinds.map((value) => ({ value, text: words.kinds[value] }))}
        />
        <TextField name="title" label={words.name} />
        <SectionFields sections={partsTyped(values)} />
        <Button>{words.saveStart}</Button>
      </Form>
    </Page>
  );
}

export function ProposePage({
  seen: { document, current },
  values,
  errors,
  newer,
}: Again & { seen: DocumentSeen; newer?: boolean | undefined }) {
  const { documents: words, proposers: names, noNames } = useWords().steering;
  const path = `/criteria/${document.id}`;
  const as = proposers.map((value) => ({ value, text: names[value] }));
  return (
    <Page title={words.proposeTitle} caption={document.title} back={{ href: path }} errors={errors} errorIds={{ sections: 'heading-0' }}>
      <p>{words.proposeIntro}</p>
      {newer && (
        <InsetText>
          {current.sections.map(({ heading, text }) => (
            <p key={heading}>
              <strong>{heading}</strong> {text}
            </p>
          ))}
        </InsetText>
      )}
      <Form action={`${path}/propose`} values={values}>
        <Hidden name="basedOn" value={String(current.number)} />
        <SectionFields sections={current.sections} />
        <TextArea name="why" label={words.why} hint={words.whyHint} rows={3} maxLength={1000} />
        <Select name="as" label={words.as} hint={words.asHint} value="" options={[{ value: '', text: words.asMine }, ...as]} />
        <Checkbox name="noNames" label={noNames.confirm} hint={noNames.hint} />
        <Button>{words.send}</Button>
      </Form>
    </Page>
  );
}

type ProposalProps = Again & { seen: ProposalSeen; asker: string; timeZone: string };

export function ProposalPage({ seen, asker, timeZone, values, errors }: ProposalProps) {
  const { documents: words, proposers: names, noNames } = useWords().steering;
  const { proposal, document, base, current } = seen;
  const path = `/criteria/proposals/${proposal.id}`;
  const rows = [
    { key: words.from, value: names[proposal.as] },
    { key: words.why, value: <Prose text={proposal.why} /> },
    { key: words.stage, value: `${words.stages[proposal.stage]}, ${formatDate(proposal.decidedAt ?? proposal.at, { timeZone })}` },
  ];
  return (
    <Page title={words.proposal(document.title)} back={{ href: `/criteria/${document.id}`, text: document.title }} errors={errors}>
      {proposal.stage === 'open' && current.number !== proposal.basedOn && <InsetText>{words.outdated}</InsetText>}
      <SummaryList rows={rows} />
      <Heading class="nhsuk-heading-m">{words.whatChanges}</Heading>
      <p class="bothy-note">{words.legend}</p>
      {sectionChanges(base.sections, proposal.sections).map((change) => (
        <Change change={change} key={`${change.kind} ${change.heading}`} />
      ))}
      <Heading class="nhsuk-heading-m">{words.comments}</Heading>
      {seen.comments.length === 0 && <p>{words.noComments}</p>}
      {seen.comments.map(({ id, words: said, by, at }) => (
        <Panel key={id} soft>
          <Prose text={said} />
          <p class="bothy-note">{`${seen.names.get(by) ?? ''}, ${formatDateTime(at, { timeZone })}`}</p>
        </Panel>
      ))}
      <Form action={path} values={values}>
        <TextArea name="words" label={words.comment} rows={3} maxLength={2000} />
        <Checkbox name="noNames" label={noNames.confirm} hint={noNames.hint} />
        <Button variant="secondary">{words.sendComment}</Button>
      </Form>
      {proposal.stage === 'open' && proposal.by === asker && (
        <Form action={`${path}/take-back`}>
          <Button variant="link">{words.takeBack}</Button>
        </Form>
      )}
    </Page>
  );
}

function Change({ change: { kind, heading, pieces } }: { change: SectionChange }) {
  const words = useWords().steering.documents;
  return (
    <Panel heading={heading} level={3}>
      <p>
        <Tag colour={kind === 'same' ? 'grey' : kind === 'removed' ? 'red' : kind === 'added' ? 'green' : 'purple'}>
          {words.changes[kind]}
        </Tag>
      </p>
      <p class="bothy-difference">
        {pieces.map((piece, nth) =>
          piece.kind === 'same' ? (
            piece.text
          ) : piece.kind === 'added' ? (
            <ins key={nth}>
              <span class="nhsuk-u-visually-hidden">{words.in}</span>
              {piece.text}
            </ins>
          ) : (
            <del key={nth}>
              <span class="nhsuk-u-visually-hidden">{words.out}</span>
              {piece.text}
            </del>
          ),
        )}
      </p>
    </Panel>
  );
}
