import {
  Button,
  Details,
  type Errors,
  Form,
  InsetText,
  Lines,
  Panel,
  Select,
  SummaryList,
  Tag,
  TextArea,
  TextField,
  useWords,
} from '../../design/index.ts';
import type { Typed } from '../../platform/forms.ts';
import { type Code, findCode, inTree } from '../core/codebook.ts';
import type { CodebookSeen, CodeSeen } from '../index.ts';
import { Thoughts } from './coding-thoughts.tsx';
import { CodeTag, CodingPage, day } from './coding-words.tsx';

type Again = { values?: Typed | undefined; errors?: Errors | undefined; stale?: boolean };

export function AddCodePage({ seen: { codes }, values, errors }: Again & { seen: CodebookSeen }) {
  const words = useWords().coding.codes;
  return (
    <CodingPage title={words.addTitle} back={{ href: '/coding/codes', text: useWords().coding.parts.codes }} errors={errors}>
      <Form action="/coding/codes/new" values={values}>
        <Fields codes={codes} errors={errors} />
        <Button>{words.save}</Button>
      </Form>
    </CodingPage>
  );
}

export function CodePage({ seen, me, values, errors, stale }: Again & { seen: CodeSeen; me: string }) {
  const words = useWords().coding;
  const { code, codes, path, used, memos, names } = seen;
  const action = `/coding/codes/${code.id}`;
  const into = code.into === null ? undefined : findCode(codes, code.into);
  return (
    <CodingPage
      title={code.name}
      caption={path.map(({ name }) => name).join(' · ') || words.parts.codes}
      back={{ href: '/coding/codes', text: words.parts.codes }}
      errors={errors}
    >
      {stale && (
        <InsetText>{[words.codes.stale, code.name, code.description, code.useWhen, code.notWhen].filter(Boolean).join(' · ')}</InsetText>
      )}
      <p>
        <CodeTag code={code} /> {!code.codable && <Tag colour="grey">{words.codes.heading}</Tag>}{' '}
        {code.state === 'retired' && <Tag colour="grey">{words.codes.retired}</Tag>}
        {into && <Tag colour="grey">{words.codes.merged(into.name)}</Tag>}
      </p>
      <Meaning code={code} top={path.at(-1) ?? code} />
      {code.codable && (
        <p>
          {words.codes.usedIn(used.get(code.id) ?? 0)} <a href={`/coding/find?code=${code.id}#passages`}>{words.codes.seePassages}</a>
        </p>
      )}
      <Details summary={words.codes.change} open={stale || errors !== undefined}>
        <Form action={action} values={values} rowVersion={code.rowVersion}>
          <Fields codes={codes} code={code} errors={errors} />
          <Button>{words.codes.save}</Button>
        </Form>
      </Details>
      <Ending seen={seen} action={action} values={values} errors={errors} />
      <History seen={seen} />
      <Thoughts heading={words.thoughts.heading} action={`${action}/thoughts`} thoughts={memos} {...{ names, me, values, errors }} />
    </CodingPage>
  );
}

function Meaning({ code, top }: { code: Code; top: Code }) {
  const words = useWords().coding.codes;
  const isSource = (key: string | null): key is keyof typeof words.sourceOf => key !== null && Object.hasOwn(words.sourceOf, key);
  const rows = [
    { key: words.description, value: code.description },
    { key: words.useWhen, value: code.useWhen },
    { key: words.notWhen, value: code.notWhen },
    { key: words.sourceLabel, value: code.shipped && isSource(top.shipped) ? words.sourceOf[top.shipped] : '' },
  ];
  return <SummaryList rows={rows.filter(({ value }) => value).map(({ key, value }) => ({ key, value: <Lines text={value} /> }))} />;
}

function Fields({ codes, code, errors }: { codes: readonly Code[]; code?: Code; errors: Errors | undefined }) {
  const words = useWords().coding.codes;
  const places = inTree(codes)
    .filter(({ code: each }) => each.state === 'in-use' && each.id !== code?.id)
    .map(({ code: each, depth }) => ({ value: each.id, text: `${'– '.repeat(depth)}${each.name}` }));
  const colours = Object.entries(words.colours).map(([value, text]) => ({ value, text }));
  const other =
    code && !colours.some(({ value }) => value === code.colour) ? [{ value: code.colour, text: words.otherColour(code.colour) }] : [];
  return (
    <>
      {code?.shipped ? (
        <p class="bothy-note">{words.shippedHint}</p>
      ) : (
        <>
          <TextField name="name" label={words.name} value={code?.name} errors={errors} />
          <Select
            name="parent"
            label={words.parent}
            value={code?.parent ?? ''}
            options={[{ value: '', text: words.top }, ...places]}
            errors={errors}
          />
        </>
      )}
      <Select name="colour" label={words.colour} value={code?.colour ?? '#1f5f8b'} options={[...other, ...colours]} errors={errors} />
      <TextArea name="description" label={words.description} value={code?.description} rows={3} optional errors={errors} />
      <TextArea name="useWhen" label={words.useWhen} value={code?.useWhen} rows={2} optional errors={errors} />
      <TextArea name="notWhen" label={words.notWhen} value={code?.notWhen} rows={2} optional errors={errors} />
    </>
  );
}

/** Retiring, merging and bringing back: nothing is deleted. */
function Ending({ seen: { code, codes }, action, values, errors }: { seen: CodeSeen; action: string } & Again) {
  const words = useWords().coding.codes;
  if (code.state !== 'in-use')
    return (
      <Form action={`${action}/restore`}>
        <Button variant="secondary">{words.restore}</Button>
      </Form>
    );
  const others = inTree(codes).filter(({ code: each }) => each.codable && each.state === 'in-use' && each.id !== code.id);
  return (
    <>
      {code.codable && (
        <Details summary={words.merge} open={errors?.['into'] !== undefined}>
          <Form action={`${action}/merge`} values={values}>
            <p>{words.mergeText}</p>
            <Select
              name="into"
              label={words.mergeInto}
              options={[{ value: '', text: '' }, ...others.map(({ code: { id, name } }) => ({ value: id, text: name }))]}
              errors={errors}
            />
            <Button variant="secondary">{words.merge}</Button>
          </Form>
        </Details>
      )}
      <Details summary={words.retire}>
        <Form action={`${action}/retire`}>
          <p>{words.retireText}</p>
          <Button variant="secondary">{words.retire}</Button>
        </Form>
      </Details>
    </>
  );
}

function History({ seen: { versions, names } }: { seen: CodeSeen }) {
  const { codes: words, thoughts } = useWords().coding;
  return (
    <Panel heading={words.history}>
      {versions.length === 0 && <p>{words.historyNone}</p>}
      {versions.map(({ version, code, at, by }) => (
        <Details summary={words.version(version, names.get(by) ?? thoughts.somebody, day(at))} key={version}>
          <Lines
            text={[
              code.name,
              code.description,
              code.useWhen && `${words.useWhen}: ${code.useWhen}`,
              code.notWhen && `${words.notWhen}: ${code.notWhen}`,
            ]
              .filter(Boolean)
              .join('\n')}
          />
        </Details>
      ))}
    </Panel>
  );
}
