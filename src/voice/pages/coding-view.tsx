import { Button, Details, EmptyState, type Errors, Form, HiddenText, InsetText, Select, Table, Tag, useWords } from '../../design/index.ts';
import type { Typed } from '../../platform/forms.ts';
import type { TextsSeen } from '../index.ts';
import { Thoughts } from './coding-thoughts.tsx';
import { CodingPage, day } from './coding-words.tsx';

type Line = TextsSeen['texts'][number];
type Props = { seen: TextsSeen; me: string; values?: Typed; errors?: Errors };

export function TextsPage({ seen, me, values, errors }: Props) {
  const words = useWords().coding;
  return (
    <CodingPage title={words.title} part="texts" errors={errors}>
      <p>{words.intro}</p>
      <Table<Line>
        caption={words.list.caption}
        captionHidden
        rows={seen.texts}
        empty={
          <EmptyState title={words.list.none}>
            <p>{words.list.noneText}</p>
          </EmptyState>
        }
        columns={[
          {
            header: words.list.story,
            cell: ({ id, title }) => <a href={`/coding/stories/${id}`}>{title || words.untitled}</a>,
            rowHeader: true,
          },
          { header: words.list.told, cell: ({ toldOn, teller }) => `${day(toldOn)} · ${words.tellers[teller]}` },
          { header: words.list.size, cell: ({ sentences }) => words.sentences(sentences.length) },
          { header: words.list.mine, cell: (line) => <Mine line={line} /> },
          { header: words.list.others, cell: (line) => <Finished line={line} wanted={seen.wanted} /> },
        ]}
      />
      {seen.gone > 0 && <InsetText>{words.gone(seen.gone)}</InsetText>}
      {seen.texts.length > 0 && <p>{words.plan.is(seen.wanted)}</p>}
      {seen.mayPlan && <Plan wanted={seen.wanted} />}
      <Thoughts heading={words.thoughts.whole} action="/coding/thoughts" {...seen} {...{ me, values, errors }} />
    </CodingPage>
  );
}

function Mine({ line: { own } }: { line: Line }) {
  const words = useWords().coding.list.state;
  if (!own) return <>{words.none}</>;
  return <Tag colour={own.doneAt ? 'green' : 'yellow'}>{own.doneAt ? words.done : words.begun}</Tag>;
}

function Finished({ line: { id, title, done, open, own }, wanted }: { line: Line; wanted: number }) {
  const words = useWords().coding;
  return (
    <>
      {words.list.doneOf(done, wanted)}
      {open && wanted > 1 && (!own || own.doneAt) && (
        <>
          {' · '}
          <a href={`/coding/stories/${id}/compare`}>
            {words.list.open}
            <HiddenText>: {title || words.untitled}</HiddenText>
          </a>
        </>
      )}
    </>
  );
}

function Plan({ wanted }: { wanted: number }) {
  const words = useWords().coding.plan;
  const options = Object.entries(words.options).map(([value, text]) => ({ value, text }));
  return (
    <Details summary={words.heading}>
      <Form action="/coding/plan">
        <Select name="coders" label={words.label} hint={words.hint} value={String(wanted)} options={options} />
        <Button variant="secondary">{words.save}</Button>
      </Form>
    </Details>
  );
}
