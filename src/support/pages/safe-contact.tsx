import { SummaryList, useWords, WarningCallout } from '../../design/index.ts';
import type { Person } from '../../people/index.ts';

/** Said before anything else on a page from which somebody may ring. */
export function VoicemailWarning({ person }: { person: Person }) {
  const words = useWords().support;
  if (person.safeContact.voicemailOk !== false && !person.safeContact.note) return null;
  return (
    <WarningCallout heading={person.safeContact.voicemailOk === false ? words.person.voicemailNo : words.person.careful} headingLevel={2}>
      {person.safeContact.note || words.attempt.voicemail}
    </WarningCallout>
  );
}

export function SafeContactFacts({ person }: { person: Person }) {
  const words = useWords().support.person;
  const { channel } = useWords().people;
  const { channels, voicemailOk } = person.safeContact;
  const voicemail = voicemailOk === null ? words.voicemailUnknown : voicemailOk ? words.voicemailYes : words.voicemailNo;
  const rows = [
    { key: words.reachBy, value: channels.length ? channels.map((each) => channel[each]).join(', ') : words.notAsked },
    ...(person.phone ? [{ key: words.phone, value: <PhoneNumber number={person.phone} voicemail={voicemail} /> }] : []),
    ...(person.email ? [{ key: words.email, value: person.email }] : []),
    ...(person.accessNeeds ? [{ key: words.access, value: person.accessNeeds }] : []),
  ];
  return <SummaryList rows={rows} lastBorder={false} />;
}

export const PhoneLink = ({ number }: { number: string }) => <a href={`tel:${number.replaceAll(/[^+\d]/g, '')}`}>{number}</a>;

const PhoneNumber = ({ number, voicemail }: { number: string; voicemail: string }) => (
  <>
    <PhoneLink number={number} />
    <span class="bothy-note">{voicemail}</span>
  </>
);
