import { Button, DateField, Details, Form, Radios, TextField, useWords } from '../../design/index.ts';
import type { Errors, Typed } from '../../platform/forms.ts';
import { pauseReasons } from '../room.ts';

type Props = { action: string; all?: boolean; typed?: Typed | undefined; errors?: Errors | undefined };

const fields = ['reason', 'pauseNote', 'pauseUntil', 'pauseDay'];

/** Stops requests for a while. Closed until somebody wants it, or has got something wrong in it. */
export function PauseFields({ action, all, typed, errors }: Props) {
  const { pause: words } = useWords().room;
  const wrong = fields.some((field) => errors && field in errors);
  return (
    <Details summary={all ? words.headingAll : words.heading} open={wrong} expander>
      <p>{words.intro}</p>
      <Form action={action} values={typed}>
        <Radios
          name="pauseUntil"
          label={words.until}
          labelSize="s"
          options={[
            { value: 'day', text: words.untilDay, reveal: <DateField name="pauseDay" label={words.day} hint={words.dayHint} /> },
            { value: 'notice', text: words.notice },
          ]}
        />
        <Radios
          name="reason"
          label={words.reason}
          hint={words.reasonHint}
          labelSize="s"
          options={pauseReasons.map((value) => ({ value, text: words.reasons[value] }))}
        />
        <TextField name="pauseNote" label={words.note} optional />
        <Button variant="secondary" preventDoubleClick>
          {all ? words.buttonAll : words.button}
        </Button>
      </Form>
    </Details>
  );
}
