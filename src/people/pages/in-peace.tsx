import type { MiddlewareHandler } from 'hono';
import { Prose, useWords } from '../../design/index.ts';
import { type Door, readsOf, show } from '../../identity/index.ts';
import { uuid } from '../../platform/database.ts';
import { readForm } from '../../platform/forms.ts';
import { isClosedToTheDead } from '../in-peace.ts';
import type { People } from '../index.ts';
import { nameOf, type Person } from '../person.ts';
import { PersonPage } from './person-page.tsx';

/** Stands before every page about a person: nobody who has died is asked, measured, met or connected. What was typed is given back. */
export const leaveInPeace =
  (people: Pick<People, 'see'>): MiddlewareHandler<Door> =>
  async (c, next) => {
    const [, , id = '', ...rest] = c.req.path.split('/');
    const asker = c.get('asker');
    if (!asker || !uuid.test(id) || !isClosedToTheDead(c.req.method, rest.join('/'))) return next();
    const found = await people.see(asker, id);
    if (!found.ok || !found.value.died) return next();
    readsOf(c, id);
    const typed = c.req.method === 'POST' ? Object.values(await readForm(c)).flat() : [];
    const words = typed.filter((each): each is string => typeof each === 'string' && each.trim().includes(' '));
    return show(c, <InPeacePage person={found.value} typed={words} />, 409);
  };

function InPeacePage({ person, typed }: { person: Person; typed: readonly string[] }) {
  const words = useWords().died.inPeace;
  return (
    <PersonPage person={person} title={words.title(nameOf(person))}>
      <p>{words.text}</p>
      {typed.length > 0 && (
        <>
          <p>{words.typed}</p>
          <Prose text={typed.join('\n\n')} />
        </>
      )}
      <p>
        <a href={`/people/${person.id}`}>{words.back}</a>
      </p>
    </PersonPage>
  );
}
