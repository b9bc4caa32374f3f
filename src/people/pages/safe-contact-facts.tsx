import { formatDate, Lines, SummaryList, useWords } from '../../design/index.ts';
import type { Person } from '../person.ts';

const PhoneLink = ({ number }: { number: string }) => <a href={`tel:${number.replaceAll(/[^+\d]/g, '')}`}>{number}</a>;

type Row = { key: string; value: string };

/** What somebody wishes beyond the ways, each in a line; for whoever is about to get in touch. */
export function useWishLines({ safeContact, wishes }: Pick<Person, 'safeContact' | 'wishes'>): Row[] {
  const words = useWords().reaching.facts;
  const { days, from, until, says, number, ourNumber, mayKnow, mustNotKnow, barred, notBefore } = wishes;
  const timed = days.length > 0 || from !== '' || until !== '';
  return [
    mustNotKnow && { key: words.mustNotKnow, value: mustNotKnow },
    barred.length > 0 && { key: words.barred, value: barred.join('\n') },
    safeContact.note && { key: words.care, value: safeContact.note },
    number !== 'any' && { key: words.number, value: number === 'hidden' ? words.hidden : words.ours(ourNumber) },
    says === 'ring-only' && { key: words.says, value: words.ringOnly },
    timed && { key: words.when, value: words.on(days, from, until) },
    notBefore !== null && { key: words.notBefore, value: formatDate(notBefore) },
    mayKnow && { key: words.mayKnow, value: mayKnow },
  ].filter((row) => typeof row === 'object');
}

/** How to reach somebody, at a glance. */
export function SafeContactFacts({ person, links = true }: { person: Person; links?: boolean }) {
  const { facts } = useWords().reaching;
  const { tell } = useWords().died;
  const { channel } = useWords().people;
  const { channels, voicemailOk } = person.safeContact;
  const voicemail = voicemailOk === null ? facts.voicemailUnknown : voicemailOk ? facts.voicemailYes : facts.voicemailNo;
  const phone = (
    <>
      <PhoneLink number={person.phone} />
      <span class="bothy-note">{voicemail}</span>
    </>
  );
  const rows = [
    { key: facts.ways, value: channels.length ? channels.map((each) => channel[each]).join(', ') : facts.notAsked },
    ...(person.phone ? [{ key: facts.phone, value: phone }] : []),
    ...(person.email ? [{ key: facts.email, value: person.email }] : []),
    ...useWishLines(person).map(({ key, value }) => ({ key, value: <Lines text={value} /> })),
    ...(person.wishes.reviewOn ? [{ key: facts.reviewOn, value: formatDate(person.wishes.reviewOn) }] : []),
  ];
  return (
    <>
      {person.wishes.stoppedAt && <p class="bothy-late">{facts.stopped}</p>}
      <SummaryList rows={rows} lastBorder={false} />
      {links && (
        <p>
          <a href={`/people/${person.id}/safe-contact`}>{facts.change}</a>
          <br />
          <a href={`/people/${person.id}/messages`}>{facts.messages}</a>
          <br />
          <a href={`/people/${person.id}/died`}>{tell}</a>
        </p>
      )}
    </>
  );
}
