import { Button, DateField, Form, Hidden, Radios, Select, TextArea, TextField, useWords, type Words } from '../../design/index.ts';
import type { Typed } from '../../platform/forms.ts';
import { pauseChoices } from './answer-form.ts';
import { answersTo, type AnswerName, type Connection, refusals } from '../index.ts';

/** The organisation's own words, or those of a link worker who writes down what they heard. */
export type Voice = Words['connections']['reply']['voice'];
type Props = { connection: Connection; action: string; today: string; values: Typed; button: string; voice: Voice };

/** What can be answered now, and what goes with each answer. */
export function AnswerFields({ connection, action, today, values, button, voice }: Props) {
  const words = useWords().connections.reply;
  const day = (name: string) => <DateField name={name} label={words.on} hint={words.onHint} value={today} />;
  const reveals: Partial<Record<AnswerName, preact.JSX.Element>> = {
    'waiting-list': (
      <TextField name="weeks" label={words.weeks} hint={words.weeksHint} width={3} inputmode="numeric" suffix={words.weeksSuffix} />
    ),
    came: day('cameOn'),
    'did-not-come': day('missedOn'),
    'cannot-help': (
      <Radios
        name="reason"
        label={voice.reasonLabel}
        labelSize="s"
        options={refusals.map((value) => ({ value, text: voice.reasons[value], reveal: value === 'full' && <PauseChoice /> }))}
      />
    ),
  };
  const text = (name: AnswerName) => {
    if (name === 'waiting-list' && connection.status === 'on-hold') return voice.waitChanged;
    return connection.status !== 'requested' && name in voice.later ? voice.later[name as keyof Voice['later']] : voice.answers[name];
  };
  return (
    <Form action={action} values={{ ...values, version: undefined }}>
      <Hidden name="version" value={String(connection.rowVersion)} />
      <Radios
        name="answer"
        label={voice.answer}
        labelSize="m"
        options={answersTo(connection).map((name) => ({
          value: name,
          text: text(name),
          reveal: reveals[name],
          divided: name === 'message',
        }))}
      />
      <TextArea name="note" label={voice.note} hint={voice.noteHint} rows={3} maxLength={1000} />
      <Button preventDoubleClick>{button}</Button>
    </Form>
  );
}

/** Whoever is full may want no more requests for a while. */
function PauseChoice() {
  const words = useWords().room.full;
  const weeks = pauseChoices.map((each) => ({ value: String(each), text: words.weeks(each) }));
  return <Select name="pauseWeeks" label={words.label} hint={words.hint} options={[{ value: '', text: words.no }, ...weeks]} />;
}
