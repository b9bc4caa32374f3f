import { Heading, Table, Tag, useWords } from '../../design/index.ts';
import { findCode } from '../core/codebook.ts';
import { type Span, touch } from '../core/codebook-passages.ts';
import type { CompareSeen } from '../index.ts';
import { Figures } from './coding-figures.tsx';
import { CodeTag, CodingPage } from './coding-words.tsx';

/** One story, sentence by sentence: who marked it with what. */
export function ComparePage({ seen: { text, codes, found, names } }: { seen: CompareSeen }) {
  const words = useWords().coding;
  const coders = text.codings.map(({ coder }) => coder);
  const nameOf = (coder: string) => names.get(coder) ?? words.thoughts.somebody;
  const nameIn = (code: string) => findCode(codes, code)?.name ?? '';
  const markedBy = (sentence: Span) => {
    const given = text.codings.flatMap(({ coder, passages }) =>
      [...new Set(passages.filter((passage) => touch(passage, sentence)).map(({ code }) => code))].map((code) => ({ code, coder })),
    );
    return [...Map.groupBy(given, ({ code }) => code)]
      .map(([code, by]) => ({ code, by: by.map(({ coder }) => nameOf(coder)).toSorted() }))
      .toSorted((a, b) => b.by.length - a.by.length || nameIn(a.code).localeCompare(nameIn(b.code)));
  };
  return (
    <CodingPage
      title={words.text.compare}
      caption={text.title || words.untitled}
      back={{ href: `/coding/stories/${text.id}`, text: text.title || words.untitled }}
      wide
    >
      <p>{words.text.compareIntro}</p>
      <Table<Span>
        caption={words.text.compare}
        captionHidden
        rows={text.sentences}
        columns={[
          { header: words.text.sentence, cell: ({ from, to }) => text.words.slice(from, to) },
          {
            header: words.text.marked,
            cell: (sentence) => {
              const marks = markedBy(sentence);
              if (!marks.length) return words.text.nobody;
              return (
                <ul class="bothy-marks">
                  {marks.map(({ code, by }) => (
                    <li key={code}>
                      <CodeTag code={findCode(codes, code)} />
                      <span class="bothy-note">{by.join(', ')} </span>
                      {by.length < coders.length && <Tag colour="orange">{words.text.differ}</Tag>}
                    </li>
                  ))}
                </ul>
              );
            },
          },
        ]}
      />
      <Heading level={2}>{words.text.agreement}</Heading>
      <Figures all={found.all} names={names} />
    </CodingPage>
  );
}
