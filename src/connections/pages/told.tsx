import { formatDate, Lines, SummaryList, useWords, WarningCallout } from '../../design/index.ts';
import type { Packet } from '../index.ts';

/** What an organisation is told of somebody: the same on the link worker's preview and on the organisation's page. */
export function Told({ packet }: { packet: Packet }) {
  const words = useWords().connections.told;
  const { name, phone, email, dateOfBirth, ageBand, address, place, accessNeeds, interpreter, matters, care, safely } = packet;
  const rows = [
    { key: words.name, value: <strong>{name}</strong> },
    phone && { key: words.phone, value: <a href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}>{phone}</a> },
    email && { key: words.email, value: email },
    dateOfBirth && { key: words.dateOfBirth, value: formatDate(dateOfBirth) },
    ageBand && { key: words.ageBand, value: words.age(ageBand) },
    address && { key: words.address, value: <Lines text={address} /> },
    place && { key: words.place, value: place },
    accessNeeds && { key: words.accessNeeds, value: <Lines text={accessNeeds} /> },
    interpreter && { key: words.interpreter, value: interpreter },
    matters && { key: words.matters, value: <Lines text={matters} /> },
    care && { key: words.care, value: <Lines text={care} /> },
  ].filter((row) => typeof row === 'object');
  return (
    <>
      {safely && (
        <WarningCallout heading={words.safelyTitle}>
          <p>
            {safely.only.length > 0 && `${words.only(safely.only)} `}
            {safely.noVoicemail && `${words.noVoicemail} `}
            {words.sayNothing}
          </p>
        </WarningCallout>
      )}
      <SummaryList rows={rows} lastBorder={false} />
    </>
  );
}
