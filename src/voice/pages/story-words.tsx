import type { ComponentChildren } from 'preact';
import { Button, Checkboxes, Details, HiddenText, Lines, Table, Tag, useWords } from '../../design/index.ts';
import { type Flag, folded } from '../core/names.ts';
import type { StorySeen } from '../index.ts';
import { replacementFor } from './story-swap.ts';

/** What was flagged in the wording: each once, what must go first, with what could stand instead. */
export function Flags({ seen }: { seen: StorySeen }) {
  const words = useWords().stories.one;
  const { flags, left, others } = seen.flagged;
  if (flags.length === 0) return <p>{words.flagsNone}</p>;
  const rank = (flag: Flag) => (left.includes(flag) ? 0 : others.includes(flag) ? 1 : 2);
  const once = [...new Map(flags.map((flag) => [`${flag.kind} ${folded(flag.text)}`, flag])).values()].toSorted(
    (a, b) => rank(a) - rank(b),
  );
  return (
    <>
      {left.length > 0 && (
        <p>
          <strong>{words.flagsMust(new Set(left.map(({ text }) => folded(text))).size)}</strong>
        </p>
      )}
      {others.length > 0 && !seen.story.othersYes && <p>{words.flagsOthers}</p>}
      <Table
        caption={words.flags}
        captionHidden
        rows={once}
        columns={[
          { header: words.flag, rowHeader: true, cell: (flag) => flag.text },
          {
            header: words.what,
            cell: (flag) => <Tag colour={(['red', 'orange', 'grey'] as const)[rank(flag)]}>{words.kinds[flag.kind]}</Tag>,
          },
          {
            header: words.instead,
            cell: (flag) => {
              const instead = replacementFor(flag, seen.person?.pronouns ?? '', words.replacements);
              return instead === undefined ? (
                words.suggestions[flag.kind]
              ) : (
                <Button variant="link" name="swap" value={String(flags.indexOf(flag))}>
                  {words.use(instead)}
                  <HiddenText>{words.useFull(flag.text)}</HiddenText>
                </Button>
              );
            },
          },
        ]}
      />
      <Details summary={words.shown}>
        <Marked flags={flags} text={`${seen.story.title}\n${seen.story.words}`} />
      </Details>
      <Checkboxes
        name="cleared"
        label={words.cleared}
        labelSize="s"
        hint={words.clearedHint}
        inline
        values={seen.story.cleared}
        options={[...new Map(once.map((flag) => [folded(flag.text), flag.text]))].map(([value, text]) => ({ value, text }))}
      />
    </>
  );
}

function Marked({ text, flags }: { text: string; flags: readonly Flag[] }) {
  const parts: ComponentChildren[] = [];
  let at = 0;
  for (const flag of flags) {
    parts.push(<Lines text={text.slice(at, flag.from)} />, <mark>{flag.text}</mark>);
    at = flag.to;
  }
  return (
    <p>
      {parts}
      <Lines text={text.slice(at)} />
    </p>
  );
}
