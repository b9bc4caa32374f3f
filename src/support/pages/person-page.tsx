import type { ComponentChildren } from 'preact';
import { Button, Page, type PageProps, useWords } from '../../design/index.ts';
import { nameOf, type Person } from '../../people/index.ts';

/** The frame of every page about a person: whose it is, the way back to them, and who to ring when they may be in danger. */
export function PersonPage({ person, children, ...props }: PageProps & { person: Person; children: ComponentChildren }) {
  return (
    <Page back={{ href: `/people/${person.id}`, text: nameOf(person) }} caption={nameOf(person)} actions={<InDanger />} {...props}>
      {children}
    </Page>
  );
}

export const InDanger = () => (
  <Button variant="warning" small href="/in-danger">
    {useWords().support.person.inDanger}
  </Button>
);
