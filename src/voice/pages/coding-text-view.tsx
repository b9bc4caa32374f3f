import {
  Button,
  Checkboxes,
  Columns,
  Details,
  type Errors,
  Fieldset,
  Form,
  Heading,
  Hidden,
  HiddenText,
  InsetText,
  Lines,
  Panel,
  useWords,
} from '../../design/index.ts';
import type { Typed } from '../../platform/forms.ts';
import { type Code, findCode, inTree, pathTo } from '../core/codebook.ts';
import { type Passage, type Span, touch } from '../core/codebook-passages.ts';
import type { TextSeen } from '../index.ts';
import { Thoughts } from './coding-thoughts.tsx';
import { CodeTag, CodingPage, day } from './coding-words.tsx';

type Props = { seen: TextSeen; me: string; values?: Typed; errors?: Errors };

/** One story, and what the reader marks in it. */
export function TextPage({ seen, me, values, errors }: Props) {
  const words = useWords().coding;
  const { text, own, wanted } = seen;
  const action = `/coding/stories/${text.id}`;
  const marking = own && !own.doneAt;
  return (
    <CodingPage
      title={text.title || words.untitled}
      caption={`${words.tellers[text.teller]} · ${day(text.toldOn)}`}
      back={{ href: '/coding', text: words.title }}
      errors={errors}
      wide={Boolean(marking)}
    >
      {!own && <Begin seen={seen} action={action} />}
      {marking ? <Marking seen={seen} action={action} values={values} errors={errors} /> : <Lines text={text.words} />}
      {own?.doneAt && <Finished seen={seen} action={action} />}
      {own && <Marked text={text.words} passages={own.passages} codes={seen.codes} action={marking ? action : undefined} />}
      {marking && (
        <Panel soft>
          <Form action={`${action}/finish`}>
            <p>{words.text.finishHint}</p>
            <Button>{words.text.finish}</Button>
          </Form>
        </Panel>
      )}
      {seen.seesOthers && wanted > 1 && (
        <p>
          {words.text.sees} <a href={`${action}/compare`}>{words.text.compare}</a>
        </p>
      )}
      <Thoughts heading={words.thoughts.heading} action={`${action}/thoughts`} {...seen} {...{ me, values, errors }} />
    </CodingPage>
  );
}

function Begin({ seen, action }: { seen: TextSeen; action: string }) {
  const words = useWords().coding.text;
  return (
    <Panel soft>
      <p>{seen.open && seen.wanted > 1 ? words.late : words.beginText}</p>
      <Form action={`${action}/begin`}>
        <Button>{words.begin}</Button>
      </Form>
    </Panel>
  );
}

function Finished({ seen: { open, done, wanted }, action }: { seen: TextSeen; action: string }) {
  const words = useWords().coding.text;
  return (
    <InsetText>
      <p>{words.finished}</p>
      {!open && (
        <Form action={`${action}/go-on`}>
          <p>{words.waits(done, wanted)}</p>
          <Button variant="link">{words.goOn}</Button>
        </Form>
      )}
    </InsetText>
  );
}

type MarkingProps = { seen: TextSeen; action: string; values: Typed | undefined; errors: Errors | undefined };

function Marking({ seen: { text, own, codes }, action, values, errors }: MarkingProps) {
  const words = useWords().coding.text;
  const passages = own?.passages ?? [];
  const sentences = text.sentences.map((sentence, index) => ({
    value: String(index),
    text: <Sentence words={text.words} sentence={sentence} passages={passages} codes={codes} />,
  }));
  return (
    <Form action={`${action}/mark`} values={values}>
      <Hidden name="version" value={String(text.version)} />
      <Columns split="two-thirds">
        <div>
          <Checkboxes name="sentence" label={words.tick} labelSize="m" hint={words.tickHint} options={sentences} errors={errors} />
          <FreeChoice words={text.words} />
        </div>
        <div class="bothy-code-choice">
          <CodeChoice codes={codes} errors={errors} />
          <Button>{words.give}</Button>
        </div>
      </Columns>
    </Form>
  );
}

function Sentence({
  words,
  sentence,
  passages,
  codes,
}: {
  words: string;
  sentence: Span;
  passages: readonly Passage[];
  codes: readonly Code[];
}) {
  const given = [...new Set(passages.filter((passage) => touch(passage, sentence)).map(({ code }) => code))];
  return (
    <>
      {words.slice(sentence.from, sentence.to)}
      {given.map((code) => (
        <>
          <CodeTag code={findCode(codes, code)} given key={code} />
        </>
      ))}
    </>
  );
}

/** Only where there is JavaScript, which shows it: any words of the text, in place of whole sentences. */
function FreeChoice({ words: told }: { words: string }) {
  const words = useWords().coding.text;
  return (
    <div class="bothy-choose-words" data-choose-words hidden>
      <Details summary={words.freeHeading}>
        <p>{words.freeHint}</p>
        <div class="bothy-choose-words__text" data-words>
          {told}
        </div>
        <p aria-live="polite">
          <strong>{words.freeChosen}</strong> <span data-chosen />
        </p>
        <Button variant="link" type="button">
          {words.freeClear}
        </Button>
      </Details>
      <input type="hidden" name="from" />
      <input type="hidden" name="to" />
    </div>
  );
}

/** Codes under their headings; those that stand alone come last. */
function CodeChoice({ codes, errors }: { codes: readonly Code[]; errors: Errors | undefined }) {
  const words = useWords().coding.text;
  const usable = inTree(codes)
    .map(({ code }) => code)
    .filter(({ codable, state }) => codable && state === 'in-use');
  const under = Map.groupBy(usable, (code) => pathTo(codes, code.id).at(-1)!);
  const own = usable.filter((code) => under.get(code)?.length === 1);
  const groups = [...under].filter(([top]) => !own.includes(top));
  const choice = (code: Code) => ({ value: code.id, text: <CodeTag code={code} />, ...(code.useWhen && { hint: code.useWhen }) });
  const first = groups[0]?.[0];
  return (
    <Fieldset legend={words.codes} legendSize="m">
      <p class="bothy-note">{words.codesHint}</p>
      {own.length > 0 && <Checkboxes name="code" id="code-own" options={own.map(choice)} errors={errors} />}
      {groups.map(([top, codesOfTop]) => (
        <Details summary={top.name} open={top === first || errors?.['code'] !== undefined} key={top.id}>
          <Checkboxes
            name="code"
            id={top === first && !own.length ? 'code' : `code-${top.id}`}
            options={codesOfTop.map(choice)}
            errors={top === first && !own.length ? errors : {}}
          />
        </Details>
      ))}
    </Fieldset>
  );
}

type MarkedProps = { text: string; passages: readonly Passage[]; codes: readonly Code[]; action: string | undefined };

function Marked({ text, passages, codes, action }: MarkedProps) {
  const words = useWords().coding.text;
  return (
    <section id="marked">
      <Heading level={2}>{words.heading}</Heading>
      {passages.length === 0 && <p>{words.none}</p>}
      <ul class="bothy-passages">
        {passages.map((passage) => {
          const code = findCode(codes, passage.code);
          return (
            <li key={passage.id}>
              <CodeTag code={code} />
              <blockquote>{text.slice(passage.from, passage.to)}</blockquote>
              {action && (
                <Form action={`${action}/passages/${passage.id}/remove`}>
                  <Button variant="link">
                    {words.uncode}
                    <HiddenText> {code?.name}</HiddenText>
                  </Button>
                </Form>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
