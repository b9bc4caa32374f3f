import { Button, EmptyState, Form, formatDateTime, HiddenText, Lines, Panel, Select, useWords } from '../../design/index.ts';
import { PersonPage } from '../../people/index.ts';
import type { Contact, ContactsSeen, OwnTag } from '../index.ts';

/** The words of a tag: Bothy's, or the programme's own. */
const useTagText = (own: readonly OwnTag[]) => {
  const words = useWords().contacts.tags;
  return (tag: string): string => words[tag] ?? own.find(({ id }) => id === tag)?.name ?? '';
};

export const Tags = ({ tags, own }: { tags: readonly string[]; own: readonly OwnTag[] }) => {
  const text = useTagText(own);
  const said = tags.map(text).filter(Boolean);
  if (!said.length) return null;
  return (
    <ul class="bothy-did">
      {said.map((each) => (
        <li key={each}>{each}</li>
      ))}
    </ul>
  );
};

export type Filter = { who: string; tag: string };

/** Every contact of a person, to be searched and printed. */
export function ContactsPage({ seen, filter, timeZone }: { seen: ContactsSeen; filter: Filter; timeZone: string }) {
  const { person, contacts, tags, names } = seen;
  const words = useWords().contacts.page;
  const text = useTagText(tags);
  const shown = contacts.filter(({ by, tags: done }) => (!filter.who || by === filter.who) && (!filter.tag || done.includes(filter.tag)));
  const counted = shown.filter(({ struck }) => !struck);
  const writers = [...new Set(contacts.map(({ by }) => by))].map((id) => ({ value: id, text: names.get(id)?.name ?? id }));
  const used = [...new Set(contacts.flatMap((contact) => contact.tags))].map((tag) => ({ value: tag, text: text(tag) }));
  return (
    <PersonPage person={person} title={words.title}>
      <div class="bothy-no-print">
        <Form action={`/people/${person.id}/contacts`} method="get" autoSubmit>
          <div class="bothy-filters">
            <Select name="who" label={words.who} value={filter.who} options={[{ value: '', text: words.anybody }, ...writers]} />
            <Select name="tag" label={words.tag} value={filter.tag} options={[{ value: '', text: words.anything }, ...used]} />
            <Button small variant="secondary">
              {words.show}
            </Button>
          </div>
        </Form>
        <print-button hidden>
          <Button type="button" variant="secondary" small>
            {useWords().design.print}
          </Button>
        </print-button>
      </div>
      {shown.length === 0 ? (
        <EmptyState title={words.none}>
          <p>{words.noneText}</p>
        </EmptyState>
      ) : (
        <>
          <p>
            {words.total(
              counted.length,
              counted.reduce((sum, { minutes }) => sum + minutes, 0),
            )}
          </p>
          {shown.map((contact) => (
            <OneContact contact={contact} seen={seen} timeZone={timeZone} key={contact.id} />
          ))}
        </>
      )}
    </PersonPage>
  );
}

function OneContact({ contact, seen, timeZone }: { contact: Contact; seen: ContactsSeen; timeZone: string }) {
  const words = useWords().contacts.page;
  const { channels } = useWords().support;
  const when = formatDateTime(contact.happenedAt, { timeZone });
  return (
    <Panel heading={`${when}: ${channels[contact.channel].toLowerCase()}`}>
      {contact.struck ? (
        <p class="bothy-note">{words.struck(seen.names.get(contact.struck.by)?.name ?? '', contact.struck.why)}</p>
      ) : (
        <ContactContents contact={contact} tags={seen.tags} />
      )}
      <p class="bothy-note">
        {seen.names.get(contact.by)?.name}
        {contact.rowVersion > 1 && !contact.struck && ` · ${words.corrected}`}
        {' · '}
        <a href={`/people/${contact.person}/contacts/${contact.id}`}>
          {words.open}
          <HiddenText>{words.of(when)}</HiddenText>
        </a>
      </p>
    </Panel>
  );
}

export function ContactContents({ contact, tags }: { contact: Contact; tags: readonly OwnTag[] }) {
  const { person: words } = useWords().support;
  const more = useWords().contacts;
  const { channels } = useWords().support;
  const { note, place, present, nextStep, debrief, minutes, channel, travelMinutes, travelKm, outcome } = contact;
  const facts = [
    outcome === 'could-not-come' && more.outcomes['could-not-come'],
    [words.contactLine(channels[channel], minutes), place].filter(Boolean).join(', '),
    present && words.with(present),
    (travelMinutes !== null || travelKm !== null) && more.page.travelled(travelMinutes, travelKm),
    nextStep && words.nextStep(nextStep),
    debrief && words.debrief,
  ].filter(Boolean);
  return (
    <>
      <p>
        <Lines text={note} />
      </p>
      <Tags tags={contact.tags} own={tags} />
      <ul class="nhsuk-list bothy-note">
        {facts.map((fact) => (
          <li key={String(fact)}>{fact}</li>
        ))}
      </ul>
    </>
  );
}
