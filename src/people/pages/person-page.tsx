import type { ComponentChildren } from 'preact';
import { Button, Page, type PageProps, Switch, useWords } from '../../design/index.ts';
import { nameOf, type Person } from '../person.ts';
import { DiedBanner } from './died-banner.tsx';

/** The parts of a person's record, each with a page of its own. */
const sections = ['record', 'plan', 'about', 'measures', 'appointments', 'stories', 'consent', 'details', 'safety'] as const;
export type PersonSection = (typeof sections)[number];

type Props = PageProps & { person: Person; section?: PersonSection | undefined; children: ComponentChildren };

/** The frame of every page about a person: whose it is, the way back to them, and who to ring when they may be in danger. */
export function PersonPage({ person, section, children, ...props }: Props) {
  return (
    <Page
      back={{ href: `/people/${person.id}`, text: nameOf(person) }}
      caption={nameOf(person)}
      actions={<InDanger person={person.id} />}
      {...props}
    >
      {section && <PersonSections person={person} section={section} />}
      <DiedBanner person={person} />
      {children}
    </Page>
  );
}

export function PersonSections({ person, section }: { person: Pick<Person, 'id'>; section: PersonSection }) {
  const words = useWords().people;
  const links = sections.map((each) => ({
    href: each === 'record' ? `/people/${person.id}` : `/people/${person.id}/${each}`,
    text: words.sections[each],
    current: each === section,
  }));
  return <Switch label={words.sectionsLabel} links={links} />;
}

/** Who to ring, and a place to say what worries you; about this person, where the page is about one. */
export const InDanger = ({ person }: { person: string }) => (
  <Button variant="warning" small href={`/people/${person}/in-danger`}>
    {useWords().people.inDanger}
  </Button>
);
