import { Lines, useWords } from '../../design/index.ts';
import { blocksOf, filled, type ToolText } from '../core/tools-text.ts';
import type { Facts, OwnWords } from '../index.ts';

type Props = { name: ToolText; words: OwnWords; facts: Facts; level?: 2 | 3 };

/** One of the texts for practices: the programme's own words, or ours, with what is so here filled in. */
export function ToolWords({ name, words, facts, level = 3 }: Props) {
  const { ours } = useWords().tools;
  return <TextBlocks text={filled(words.get(name) ?? ours[name], facts)} level={level} />;
}

function TextBlocks({ text, level }: { text: string; level: 2 | 3 }) {
  const Heading = `h${level}` as const;
  return (
    <>
      {blocksOf(text).map((block, nth) =>
        block.kind === 'list' ? (
          <ul class="nhsuk-list nhsuk-list--bullet" key={nth}>
            {block.items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        ) : block.kind === 'heading' ? (
          <Heading key={nth}>{block.text}</Heading>
        ) : (
          <p key={nth}>
            <Lines text={block.text} />
          </p>
        ),
      )}
    </>
  );
}
