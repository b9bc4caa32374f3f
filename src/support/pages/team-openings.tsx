import { Button, Form, HiddenText, Radios, TextField, useWords } from '../../design/index.ts';
import { nameOf } from '../../people/index.ts';
import type { Alert } from '../alert.ts';
import { verdicts } from '../restricted.ts';
import type { TeamProps } from './team-props.ts';

/** A lead says whether it was right to open what is kept apart. */
export function ReviewForm({ alert, team, typed }: TeamProps & { alert: Alert }) {
  const words = useWords().safety.restricted;
  const opening = team.openings.get(alert.about.id);
  if (!opening) return null;
  const mine = typed?.of === opening.id ? typed : undefined;
  const person = alert.person ? team.people.get(alert.person) : undefined;
  return (
    <>
      <p>
        {words.reasons[opening.reason]}: {opening.words}
      </p>
      <Form action={`/team/openings/${opening.id}`} values={mine?.typed}>
        <Radios
          id={`verdict-${opening.id}`}
          name="verdict"
          label={words.verdict}
          labelSize="s"
          options={verdicts.map((value) => ({ value, text: words.verdicts[value] }))}
          errors={mine?.errors ?? {}}
          inline
        />
        <TextField
          id={`note-${opening.id}`}
          name="note"
          label={words.note}
          labelSize="s"
          hint={words.noteHint}
          errors={mine?.errors ?? {}}
          optional
        />
        <Button small preventDoubleClick>
          {words.review}
          <HiddenText>{person ? `: ${nameOf(person)}` : ''}</HiddenText>
        </Button>
      </Form>
    </>
  );
}
