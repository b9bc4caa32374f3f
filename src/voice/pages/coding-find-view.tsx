import { EmptyState, Heading, InsetText, Switch, Table, useWords } from '../../design/index.ts';
import { type Grouping, groupings } from '../core/codebook-find.ts';
import type { CodingCount, FindSeen } from '../index.ts';
import type { Words } from '../../../locales/en/index.ts';
import { CodeTag, CodingPage, day } from './coding-words.tsx';

type Row = FindSeen['rows'][number];

/** What a group is called. */
export function groupName(
  words: Words,
  by: Grouping,
  group: { key: string; others?: true },
  practices: ReadonlyMap<string, string>,
): string {
  const { find, tellers } = words.coding;
  if (group.others) return find.others;
  if (by === 'practice') return practices.get(group.key) ?? find.noPractice;
  if (by === 'teller') return tellers[group.key as keyof typeof tellers] ?? group.key;
  if (by === 'quarter') return group.key;
  return words.directory.needs[group.key as keyof Words['directory']['needs']] ?? find.noNeed;
}

/** Codes by groups of stories, and the passages of one code. */
export function FindPage({ seen }: { seen: FindSeen }) {
  const every = useWords();
  const words = every.coding;
  const { rows, groups, by, code, waiting, gone } = seen;
  const cell = ({ texts, passages }: CodingCount) => words.find.cell(texts, passages);
  const at = (grouping: Grouping, id?: string) => `/coding/find?by=${grouping}${id ? `&code=${id}` : ''}`;
  return (
    <CodingPage title={words.parts.find} part="find" wide>
      <p>{words.find.intro}</p>
      <Switch
        label={words.find.by}
        labelShown
        links={groupings.map((each) => ({ href: at(each, code?.id), text: words.find.groupings[each], current: each === by }))}
      />
      {rows.length === 0 ? (
        <EmptyState title={words.find.none}>
          <p>{words.find.noneText}</p>
        </EmptyState>
      ) : (
        <>
          {!groups && <InsetText>{words.find.notSplit}</InsetText>}
          <p class="bothy-note">{words.find.cellHint}</p>
          <Table<Row>
            caption={words.parts.find}
            captionHidden
            rows={rows}
            columns={[
              {
                header: words.find.code,
                rowHeader: true,
                cell: ({ code: each }) => (
                  <a href={`${at(by, each.id)}#passages`}>
                    <CodeTag code={each} />
                  </a>
                ),
              },
              { header: words.find.groupSize(words.find.all, seen.texts.length), cell: ({ all }) => cell(all), numeric: true },
              ...(groups ?? []).map((group, index) => ({
                header: words.find.groupSize(groupName(every, by, group, seen.practices), group.texts.length),
                cell: (row: Row) => cell(row.groups[index]!),
                numeric: true,
              })),
            ]}
          />
          <p>
            <a href={`/coding/find.csv?by=${by}`}>{words.find.csv}</a>
          </p>
        </>
      )}
      {waiting > 0 && <p class="bothy-note">{words.agreement.waiting(waiting)}</p>}
      {gone > 0 && <InsetText>{words.gone(gone)}</InsetText>}
      {code && <Passages seen={seen} name={code.name} />}
    </CodingPage>
  );
}

function Passages({ seen: { found }, name }: { seen: FindSeen; name: string }) {
  const words = useWords().coding;
  return (
    <section id="passages">
      <Heading level={2}>{words.find.passagesOf(name)}</Heading>
      {found.length === 0 && <p>{words.text.none}</p>}
      {found.map(({ text, passages }) => (
        <div key={text.id}>
          <Heading level={3}>
            <a href={`/coding/stories/${text.id}`}>{text.title || words.untitled}</a>
          </Heading>
          <p class="bothy-note">
            {words.tellers[text.teller]} · {day(text.toldOn)}
          </p>
          <ul class="bothy-passages">
            {passages.map(({ from, to, coders }) => (
              <li key={from}>
                <blockquote>{text.words.slice(from, to)}</blockquote>
                <span class="bothy-note">{words.find.saidBy(coders.length, text.codings.filter(({ doneAt }) => doneAt).length)}</span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
