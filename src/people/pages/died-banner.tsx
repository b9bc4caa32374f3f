import { formatDate, InsetText, useWords } from '../../design/index.ts';
import { nameOf, type Person } from '../person.ts';

/** Said quietly at the head of every page about somebody who has died. */
export function DiedBanner({ person }: { person: Person }) {
  const words = useWords().died;
  if (!person.died) return null;
  const name = nameOf(person);
  return (
    <InsetText>
      <p>
        <strong>{person.died.on ? words.bannerOn(name, formatDate(person.died.on)) : words.banner(name)}</strong> {words.bannerMore}{' '}
        <a href={`/people/${person.id}/died`}>{words.see}</a>
      </p>
    </InsetText>
  );
}
