import { Button, ButtonRow, Panel, PrintLetter, useWords } from '../../design/index.ts';
import type { Asker } from '../../identity/index.ts';
import { firstNameOf, nameOf } from '../person.ts';
import { forAnybodysEyes } from '../looks.ts';
import { PersonPage } from './person-page.tsx';
import { Letters, Lists, Looks, Told } from './sharing-parts.tsx';
import type { Shared } from '../index.ts';

/** Who was told what of somebody, and who looked. */
export function SharingPage(shared: Shared) {
  const { person, told, letters, extracts, looks, more } = shared;
  const { sharing: words, consent } = useWords();
  const here = `/people/${person.id}/sharing`;
  return (
    <PersonPage person={person} title={words.title} back={{ href: `/people/${person.id}/consent`, text: consent.title }}>
      <p class="nhsuk-body-l">{words.lead(firstNameOf(person))}</p>
      <ButtonRow>
        <Button href={`${here}/print`} variant="secondary">
          {words.print}
        </Button>
        <Button href={`${here}/print?private=yes`} variant="secondary">
          {words.printRestricted}
        </Button>
      </ButtonRow>
      <p class="bothy-note">{words.printRestrictedText}</p>
      <Panel heading={words.services}>{told.length ? <Told told={told} /> : <p>{words.noServices}</p>}</Panel>
      <Panel heading={words.letters}>{letters.length ? <Letters {...shared} toThem={words.toThem} /> : <p>{words.noLetters}</p>}</Panel>
      <Panel heading={words.lists}>{extracts.length ? <Lists extracts={extracts} /> : <p>{words.noLists}</p>}</Panel>
      <Panel heading={words.looked}>
        <p>{words.lookedNote}</p>
        {looks.length ? <Looks {...shared} /> : <p>{words.nobodyLooked}</p>}
        {more && <p class="bothy-note">{words.older}</p>}
      </Panel>
    </PersonPage>
  );
}

type PrintProps = Shared & { asker: Asker; now: Date; withPrivate: boolean };

/** The same as a letter that the person can keep. What says something private stays out of it unless they want it in. */
export function SharingLetter({ asker, now, withPrivate, ...shared }: PrintProps) {
  const words = useWords().sharing;
  const { person, extracts } = shared;
  const { told, letters: shownLetters, looks: shownLooks } = withPrivate ? shared : forAnybodysEyes(shared);
  return (
    <PrintLetter
      title={words.letter.title}
      programme={asker.programme.name}
      to={nameOf(person)}
      from={asker.programme.name}
      date={now}
      back={{ href: `/people/${person.id}/sharing`, text: words.title }}
    >
      <p>{words.letter.intro(asker.programme.name)}</p>
      <h2 class="nhsuk-heading-s">{words.services}</h2>
      {told.length ? <Told told={told} /> : <p>{words.letter.noServices}</p>}
      <h2 class="nhsuk-heading-s">{words.letters}</h2>
      {shownLetters.length ? (
        <Letters letters={shownLetters} names={shared.names} toThem={words.letter.toThem} />
      ) : (
        <p>{words.letter.noLetters}</p>
      )}
      <h2 class="nhsuk-heading-s">{words.lists}</h2>
      {extracts.length ? <Lists extracts={extracts} /> : <p>{words.letter.noLists}</p>}
      <h2 class="nhsuk-heading-s">{words.letter.looked}</h2>
      <p>{words.lookedNote}</p>
      <Looks {...shared} looks={shownLooks} />
      {!withPrivate && <p>{words.letter.leftOut}</p>}
      <p>{words.letter.mind}</p>
    </PrintLetter>
  );
}
