import { Button, Details, EmptyState, Form, Hidden, Panel, PublicPage, Select, useWords } from '../../../design/index.ts';
import type { Tiles } from '../../../platform/config.ts';
import type { Errors, Typed } from '../../../platform/forms.ts';
import { isRestricted, needs } from '../../need.ts';
import type { Search } from '../../search.ts';
import { searchLine } from '../facts.tsx';
import { Understood } from '../understood.tsx';
import type { Frame } from './door.tsx';
import type { ShownResults } from './on-map.ts';
import { PublicResults, withCode } from './result-list.tsx';
import { PublicSearchForm } from './search-form.tsx';

type Props = {
  frame: Frame;
  search: Search;
  typed: Typed;
  errors: Errors | undefined;
  shown: ShownResults | undefined;
  towns: readonly string[];
  link: string;
  tiles: Tiles | undefined;
  quiet: boolean;
};

export function ResultsPage({ frame, search, typed, errors, shown, towns, link, tiles, quiet }: Props) {
  const { publicDirectory: words, directory } = useWords();
  const { home } = frame;
  const at = `${home}/services`;
  const form = <PublicSearchForm home={home} towns={towns} typed={typed} />;
  return (
    <PublicPage
      title={words.results}
      home={home}
      back={{ href: home, text: words.back }}
      errors={errors}
      meta={{ noIndex: true, tabTitle: words.quietTitle }}
    >
      {!shown ? (
        form
      ) : (
        <>
          <p>{searchLine(search, directory)}</p>
          <Understood results={shown} without={(code) => withCode(at, link, 'not', code)} />
          {shown.total === 0 && (
            <EmptyState title={words.nothing}>
              <p>{words.nothingText}</p>
            </EmptyState>
          )}
          <Details summary={words.change} open={shown.total === 0}>
            {form}
          </Details>
          {shown.total > 0 && <PublicResults shown={shown} frame={frame} at={at} link={link} tiles={tiles} />}
          {!quiet && (
            <TellUs home={home} link={link} asks={!search.needs.length && !shown.question.parts.some((part) => part.needs.length)} />
          )}
        </>
      )}
    </PublicPage>
  );
}

/** One press where the search says what was needed; one choice more where it does not. */
function TellUs({ home, link, asks }: { home: string; link: string; asks: boolean }) {
  const { publicDirectory, directory } = useWords();
  const { tell } = publicDirectory;
  const open = needs.filter((need) => !isRestricted(need));
  return (
    <Panel heading={tell.heading} soft>
      <p>{tell.text}</p>
      <Form action={`${home}/gaps`}>
        <Hidden name="link" value={link} />
        {asks && (
          <Select name="need" label={tell.need} value="other" options={open.map((value) => ({ value, text: directory.needs[value] }))} />
        )}
        <Button variant="secondary" small>
          {tell.button}
        </Button>
      </Form>
    </Panel>
  );
}
