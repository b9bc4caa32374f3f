import { Button, Checkboxes, Chips, Form, InsetText, Page, Panel, Radios, SummaryList, TextField, useWords } from '../../design/index.ts';
import type { Errors, Typed } from '../../platform/forms.ts';
import { type Line, type Meaning, type Relation, relations } from '../crosswalk.ts';
import type { OneTerm } from '../index.ts';
import { needs } from '../need.ts';
import { audiences } from '../service.ts';
import { webAddress } from '../taxonomy.ts';
import { Licence } from './taxonomies-view.tsx';
import { useMeaning } from './terms-view.tsx';

type Props = { one: OneTerm; typed?: Typed; errors?: Errors; stale: boolean };

export function TermView({ one, typed, errors, stale }: Props) {
  const { term: words, list } = useWords().taxonomies;
  const { taxonomy, term, match, links } = one;
  const say = useMeaning();
  const lists = `/taxonomies/${taxonomy.id}`;
  return (
    <Page title={term.name} caption={taxonomy.name} back={{ href: lists, text: list.back }} {...(errors && { errors })}>
      {term.retired && <InsetText>{words.retired}</InsetText>}
      <About one={one} />
      {stale && (
        <Panel heading={words.savedNow} soft>
          <p>{match.lines ? say(savedIn(match.lines)) : words.parentNone}</p>
        </Panel>
      )}
      {term.suggested && <InsetText>{words.suggestion(say(term.suggested))}</InsetText>}
      <Form action={`${lists}/words/${term.id}`} values={typed ?? valuesOf(one)} rowVersion={match.version}>
        <Radios
          name="settled"
          label={words.settled}
          labelSize="m"
          options={[
            { value: 'itself', text: words.itself, hint: words.itselfHint },
            { value: 'parent', text: term.parentName ? `${words.parent}: ${term.parentName}` : words.parentNone },
          ]}
        />
        <NeedChips />
        <Radios
          name="relation"
          label={words.relation}
          labelSize="s"
          hint={words.relationHint}
          options={relations.map((value) => ({ value, text: words.relations[value] }))}
        />
        {links.length > 0 && (
          <Checkboxes
            name="links"
            label={words.links}
            labelSize="s"
            options={links.map(({ id, name, taxonomy: of }) => ({ value: id, text: [name, of && `(${of})`].filter(Boolean).join(' ') }))}
          />
        )}
        <TextField name="link" label={words.link} labelSize="s" hint={words.linkHint} optional />
        <Button>{words.save}</Button>
      </Form>
      <p class="bothy-note">
        <Licence taxonomy={taxonomy} />
      </p>
    </Page>
  );
}

function NeedChips() {
  const { taxonomies, directory } = useWords();
  return (
    <>
      <Chips
        name="needs"
        label={taxonomies.term.needs}
        labelSize="s"
        options={needs.map((value) => ({ value, text: directory.needs[value] }))}
      />
      <Chips
        name="audiences"
        label={taxonomies.term.audiences}
        labelSize="s"
        options={audiences.map((value) => ({ value, text: directory.audiences[value] }))}
      />
    </>
  );
}

function About({ one: { term } }: { one: OneTerm }) {
  const { term: words, list } = useWords().taxonomies;
  const say = useMeaning();
  const address = webAddress(term.termUri);
  const meaning = term.how === 'none' ? list.unsaid : say(term.meaning);
  const how = term.how === 'inherited' ? list.fromAbove(term.from) : term.how === 'linked' ? list.fromTwin(term.from) : '';
  return (
    <SummaryList
      rows={[
        ...(term.code ? [{ key: words.code, value: term.code }] : []),
        ...(term.description ? [{ key: words.description, value: term.description }] : []),
        ...(term.parentName ? [{ key: words.wider, value: term.parentName }] : []),
        ...(address ? [{ key: words.address, value: <a href={address}>{address}</a> }] : []),
        { key: words.now, value: [meaning, how].filter(Boolean).join(', ') },
      ]}
    />
  );
}

/** What the form shows at first: what was said, or what its words suggest. */
function valuesOf({ match, term, links }: OneTerm): Typed {
  const meaning = match.lines ? savedIn(match.lines) : (term.suggested ?? { needs: [], audiences: [] });
  return {
    settled: match.lines || term.suggested || term.how === 'none' ? 'itself' : 'parent',
    needs: [...meaning.needs],
    audiences: [...meaning.audiences],
    relation: relationIn(match.lines),
    links: links.map(({ id }) => id),
  };
}

const relationIn = (lines: readonly Line[] | null): Relation => lines?.[0]?.relation ?? 'narrower';

/** All that was said, whether or not it counts. */
const savedIn = (lines: readonly Line[]): Meaning => ({
  needs: lines.flatMap((line) => ('list' in line && line.list === 'bothy-needs' ? [line.code] : [])),
  audiences: lines.flatMap((line) => ('list' in line && line.list === 'bothy-circumstances' ? [line.code] : [])),
});
