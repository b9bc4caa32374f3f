import { Lines, type TimelineEntry, useWords } from '../../design/index.ts';
import type { PersonRecord } from '../index.ts';
import { Tags } from './contacts-view.tsx';

/** Contacts and attempts together, newest first, with what was written. */
export function useTouches({ contacts, attempts, names, ownTags }: PersonRecord): TimelineEntry[] {
  const { person: words, channels, outcomes } = useWords().support;
  const who = (id: string) => names.get(id)?.name ?? words.somebody;
  const details = (lines: readonly string[]) => {
    const said = lines.filter(Boolean);
    return said.length
      ? said.map((line, n) => (
          <div key={n}>
            <Lines text={line} />
          </div>
        ))
      : undefined;
  };
  const counted = contacts.filter(({ struck }) => !struck);
  const reached = counted.map(({ happenedAt, channel, minutes, place, present, note, nextStep, debrief, by, tags }) => ({
    at: happenedAt,
    what: <strong>{[words.contactLine(channels[channel], minutes), place && words.at(place)].filter(Boolean).join(', ')}</strong>,
    who: who(by),
    detail: (
      <>
        {details([note, present && words.with(present), nextStep && words.nextStep(nextStep), debrief ? words.debrief : ''])}
        <Tags tags={tags} own={ownTags} />
      </>
    ),
  }));
  const tried = attempts.map(({ triedAt, channel, outcome, note, whyThisWay, by }) => ({
    at: triedAt,
    what: words.attemptLine(channels[channel], outcomes[outcome]),
    who: who(by),
    detail: details([note, whyThisWay && words.whyThisWay(whyThisWay)]),
  }));
  return [...reached, ...tried].sort((a, b) => b.at.getTime() - a.at.getTime());
}

/** Every event about the person, in words. */
export function useHistory({ events, names }: PersonRecord): TimelineEntry[] {
  const { person: words } = useWords().support;
  const { timeline } = useWords();
  const account = (id: string) => names.get(id)?.name ?? words.somebody;
  return events.map(({ at, type, by, data }) => ({
    at,
    what: timeline[type]?.(data, { account }) ?? type,
    who:
      by.kind === 'account' ? account(by.id) : { system: words.bothy, organisation: words.organisation, person: words.thePerson }[by.kind],
  }));
}
