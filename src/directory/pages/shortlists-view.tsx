import { Button, EmptyState, Form, formatDate, Heading, Page, Panel, TextField, useWords } from '../../design/index.ts';
import type { Errors, Typed } from '../../platform/forms.ts';
import type { Lists } from '../index.ts';
import type { Shortlist } from '../shortlist.ts';

type Props = { lists: Lists; removed: Shortlist | undefined; timeZone: string; typed?: Typed; errors?: Errors };

/** All the lists of one worker. */
export function ShortlistsPage({ lists: { own, ofPeople }, removed, timeZone, typed = {}, errors }: Props) {
  const words = useWords().shortlists;
  return (
    <Page title={words.title} {...(errors && { errors })}>
      <p>{words.intro}</p>
      {removed && (
        <Form action={`/shortlists/${removed.id}/restore`}>
          <Button variant="secondary">{words.one.restoreName(removed.name)}</Button>
        </Form>
      )}
      {own.length + ofPeople.length === 0 && (
        <EmptyState title={words.none}>
          <p>{words.noneText}</p>
          <p>
            <a href="/services">{words.find}</a>
          </p>
        </EmptyState>
      )}
      {own.length > 0 && (
        <Panel heading={words.own}>
          <ListOfLists lists={own.map((list) => ({ list, name: list.name }))} timeZone={timeZone} />
        </Panel>
      )}
      {ofPeople.length > 0 && (
        <Panel heading={words.ofPeople}>
          <ListOfLists lists={ofPeople.map(({ list, person }) => ({ list, name: `${person.name}: ${list.name}` }))} timeZone={timeZone} />
        </Panel>
      )}
      <Heading level={2} class="nhsuk-heading-m">
        {words.beginTitle}
      </Heading>
      <Form action="/shortlists" values={typed}>
        <TextField name="name" label={words.name} hint={words.nameHint} width={30} />
        <Button variant="secondary">{words.begin}</Button>
      </Form>
    </Page>
  );
}

function ListOfLists({ lists, timeZone }: { lists: readonly { list: Shortlist; name: string }[]; timeZone: string }) {
  const words = useWords().shortlists;
  return (
    <ul class="nhsuk-list bothy-lists">
      {lists.map(({ list, name }) => (
        <li key={list.id}>
          <a href={`/shortlists/${list.id}`}>{name}</a>{' '}
          <span class="bothy-note">
            {[words.count(list.items.length), words.begunOn(formatDate(list.madeAt, { timeZone }))].join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );
}
