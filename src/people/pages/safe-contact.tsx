import { Chips, Radios, TextField, useWords } from '../../design/index.ts';
import { channels } from '../person.ts';

/** How it is safe to reach somebody: the same questions wherever they are asked. */
export function SafeContactFields() {
  const words = useWords().people;
  return (
    <>
      <TextField name="phone" label={words.phone} type="tel" width={20} optional />
      <Chips
        name="channels"
        label={words.channels}
        labelSize="s"
        optional
        options={channels.map((value) => ({ value, text: words.channel[value] }))}
      />
      <Radios
        name="voicemail"
        label={words.voicemail}
        labelSize="s"
        optional
        inline
        options={[
          { value: 'yes', text: words.yes },
          { value: 'no', text: words.no },
        ]}
      />
      <TextField name="contactNote" label={words.contactNote} hint={words.contactNoteHint} optional />
    </>
  );
}
