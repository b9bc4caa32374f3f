import { Button, Form, Hidden, Panel, useWords } from '../../design/index.ts';
import { nameOf } from '../person.ts';
import type { OneSection, Tie } from '../index.ts';

/** Offers to link somebody who matters to a person with their own record, when the asker may see both. */
export function MaybeKnown({ seen: { person, ties, maybe } }: { seen: OneSection }) {
  const words = useWords().aboutPerson;
  if (!ties.length && !maybe.length) return null;
  return (
    <Panel heading={maybe.length ? words.maybeKnown : words.known} soft>
      {maybe.length > 0 && <p>{words.maybeKnownText}</p>}
      {maybe.map((tie) => (
        <TieForm key={tie.row} about={person.id} tie={tie} other={tie.person.id} text={words.link(nameOf(tie.person))} />
      ))}
      {ties.map((tie) => (
        <div key={tie.row}>
          <p>
            <a href={`/people/${tie.person.id}`}>{nameOf(tie.person)}</a>
          </p>
          <TieForm about={person.id} tie={tie} other="" text={words.unlink} />
        </div>
      ))}
    </Panel>
  );
}

const TieForm = ({ about, tie, other, text }: { about: string; tie: Tie; other: string; text: string }) => (
  <Form action={`/people/${about}/about/people/link`}>
    <Hidden name="row" value={tie.row} />
    <Hidden name="other" value={other} />
    <Button variant="secondary" small>
      {text}
    </Button>
  </Form>
);
