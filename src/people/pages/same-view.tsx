import { ActionLink, Button, Form, formatDate, HiddenText, Panel, useWords } from '../../design/index.ts';
import { firstNameOf, nameOf } from '../person.ts';
import { PersonPage } from './person-page.tsx';
import type { Same } from '../index.ts';

/** Who else may be this person, and what was made one before. */
export function SamePage({ person, likely, past, names }: Same) {
  const words = useWords().joining;
  const here = `/people/${person.id}/same`;
  return (
    <PersonPage person={person} title={words.title}>
      <p class="nhsuk-body-l">{words.lead(firstNameOf(person))}</p>
      <Panel heading={words.maybe}>
        {likely.length === 0 && <p>{words.nobody}</p>}
        {likely.map((each) => (
          <div key={each.id}>
            <p>
              <strong>{nameOf(each)}</strong>, {words.born(formatDate(each.dateOfBirth))}
              {each.place && `, ${each.place}`}
            </p>
            <ActionLink href={`${here}/${each.id}`}>
              {words.compare}
              <HiddenText> {words.about(nameOf(each))}</HiddenText>
            </ActionLink>
          </div>
        ))}
      </Panel>
      {past.length > 0 && (
        <Panel heading={words.past}>
          {past.map(({ id, person: gone, at, by, last }) => (
            <div key={id}>
              <p>{words.pastLine(nameOf(gone), formatDate(at), names.get(by)?.name ?? words.somebody)}</p>
              {last ? (
                <Form action={`${here}/undo/${id}`}>
                  <p class="bothy-note">{words.undoNote}</p>
                  <Button variant="secondary" small preventDoubleClick>
                    {words.undo}
                  </Button>
                </Form>
              ) : (
                <p class="bothy-note">{words.undoLater}</p>
              )}
            </div>
          ))}
        </Panel>
      )}
    </PersonPage>
  );
}
