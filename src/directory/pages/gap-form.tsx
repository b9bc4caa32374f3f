import * as z from 'zod';
import { Button, Chips, Form, Hidden, Radios, TextArea, TextField, useWords } from '../../design/index.ts';
import type { Typed } from '../../platform/forms.ts';
import type { Words } from '../../../locales/en/index.ts';
import { isNeed, needs } from '../need.ts';
import { whys } from '../gap.ts';

export const gapForm = (words: Words['directory']['gap']) =>
  z.object({
    gapNeed: z
      .array(z.string())
      .transform((texts) => [...new Set(texts.filter(isNeed))])
      .refine((chosen) => chosen.length > 0, words.needMissing),
    gapPlace: z
      .string()
      .default('')
      .transform((text) => text.trim())
      .refine((text) => text.length <= 100, words.placeTooLong),
    why: z.enum(whys, { error: words.whyMissing }),
    note: z
      .string()
      .default('')
      .transform((text) => text.trim())
      .refine((text) => text.length <= 1000, words.noteTooLong),
  });

type Props = { typed: Typed; person: { id: string; name: string } | undefined; link: string; action?: string; button?: string };

/** `link` is the address of the search to go back to: its codes and ids. */
export function GapForm({ typed, person, link, action = '/gaps', button }: Props) {
  const { gap, needs: needNames } = useWords().directory;
  return (
    <Form action={action} values={typed} draft>
      <Hidden name="link" value={link} />
      {person && <Hidden name="for" value={person.id} />}
      <p>{gap.intro}</p>
      {person && <p>{gap.forPerson(person.name)}</p>}
      <Chips name="gapNeed" label={gap.needs} labelSize="s" options={needs.map((value) => ({ value, text: needNames[value] }))} />
      <TextField name="gapPlace" label={gap.place} labelSize="s" hint={gap.placeHint} optional width={20} />
      <Radios name="why" label={gap.why} labelSize="s" options={whys.map((value) => ({ value, text: gap.whys[value] }))} />
      <TextArea name="note" label={gap.note} labelSize="s" hint={gap.noteHint} optional rows={3} maxLength={1000} />
      <Button variant="secondary">{button ?? gap.button}</Button>
    </Form>
  );
}
