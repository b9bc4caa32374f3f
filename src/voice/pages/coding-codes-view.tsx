import { ActionLink, Button, type Errors, FileField, Form, InsetText, Panel, Table, Tag, useWords } from '../../design/index.ts';
import { type Code, findCode, inTree } from '../core/codebook.ts';
import type { CodebookSeen } from '../index.ts';
import { CodeTag, CodingPage } from './coding-words.tsx';

type Props = { seen: CodebookSeen; errors?: Errors; added?: { added: number; known: number } };
type Line = { code: Code; depth: number };

export function CodebookPage({ seen: { codes, used }, errors, added }: Props) {
  const words = useWords().coding;
  return (
    <CodingPage title={words.parts.codes} part="codes" errors={errors}>
      {added && <InsetText>{words.codes.broughtIn(added.added, added.known)}</InsetText>}
      <p>{words.codes.intro}</p>
      <ActionLink href="/coding/codes/new">{words.codes.add}</ActionLink>
      <Table<Line>
        caption={words.codes.caption}
        captionHidden
        rows={inTree(codes)}
        columns={[
          { header: words.codes.name, cell: ({ code, depth }) => <Name code={code} depth={depth} codes={codes} />, rowHeader: true },
          { header: words.codes.description, cell: ({ code }) => code.description },
          { header: words.codes.used, cell: ({ code }) => (code.codable ? (used.get(code.id) ?? 0) : ''), numeric: true },
        ]}
      />
      <Panel heading={words.codes.file}>
        <p>{words.codes.fileText}</p>
        <p>
          <a href="/coding/codebook.qdc">{words.codes.download}</a>
        </p>
        <p>{words.codes.projectText}</p>
        <Form action="/coding/project.qdpx">
          <Button variant="secondary">{words.codes.downloadProject}</Button>
        </Form>
      </Panel>
      <Panel heading={words.codes.bring}>
        <Form action="/coding/codes/bring-in" upload>
          <FileField name="file" label={words.codes.bringFile} hint={words.codes.bringHint} accept=".qdc,application/xml" errors={errors} />
          <Button variant="secondary">{words.codes.bringButton}</Button>
        </Form>
      </Panel>
    </CodingPage>
  );
}

function Name({ code, depth, codes }: Line & { codes: readonly Code[] }) {
  const words = useWords().coding.codes;
  return (
    <span class={`bothy-tree bothy-tree--${Math.min(depth, 4)}`}>
      <a href={`/coding/codes/${code.id}`}>
        <CodeTag code={code} />
      </a>
      {code.state === 'retired' && <Tag colour="grey">{words.retired}</Tag>}
      {code.state === 'merged' && <Tag colour="grey">{words.merged(findCode(codes, code.into ?? '')?.name ?? '')}</Tag>}
    </span>
  );
}
