import { Lines, useWords, WarningCallout } from '../../design/index.ts';
import { type Person, useWishLines } from '../../people/index.ts';

/** Said before anything else on a page from which somebody may ring. */
export function VoicemailWarning({ person }: { person: Person }) {
  const words = useWords().support;
  const lines = useWishLines(person);
  const noVoicemail = person.safeContact.voicemailOk === false;
  if (person.died || (!noVoicemail && !lines.length)) return null;
  return (
    <WarningCallout heading={noVoicemail ? words.person.voicemailNo : words.person.careful} headingLevel={2}>
      {noVoicemail && !lines.length && <p>{words.attempt.voicemail}</p>}
      {lines.map(({ key, value }) => (
        <p key={key}>
          <strong>{key}:</strong> <Lines text={value} />
        </p>
      ))}
    </WarningCallout>
  );
}

export const PhoneLink = ({ number }: { number: string }) => <a href={`tel:${number.replaceAll(/[^+\d]/g, '')}`}>{number}</a>;
