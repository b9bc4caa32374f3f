import {
  Button,
  Checkbox,
  DateField,
  type Errors,
  Form,
  formatDate,
  InsetText,
  Page,
  Radios,
  Select,
  TextArea,
  TextField,
  useWords,
} from '../../design/index.ts';
import type { Typed } from '../../platform/forms.ts';
import { outcomes, presences } from '../core/steering.ts';
import type { MeetingSeen } from '../index.ts';

type Props = { seen: MeetingSeen; timeZone: string; values?: Typed | undefined; errors?: Errors | undefined; stale?: boolean | undefined };

const short = (text: string) => (text.length > 80 ? `${text.slice(0, 77).trimEnd()}…` : text);

const frameOf = ({ seen: { meeting }, timeZone, errors }: Props, title: (when: string) => string) => ({
  caption: title(formatDate(meeting.startsAt, { timeZone })),
  back: { href: `/steering/meetings/${meeting.id}` },
  errors,
});

/** Who was there, and what was said beside the decisions. */
export function HeldPage(props: Props) {
  const { meeting: words, noNames } = useWords().steering;
  const { seen, values, stale } = props;
  const { meeting, members, attendance } = seen;
  const options = [{ value: '', text: words.notSaid }, ...presences.map((value) => ({ value, text: words.presences[value] }))];
  return (
    <Page title={words.hold} {...frameOf(props, words.title)}>
      <p>{words.holdIntro}</p>
      {stale && <InsetText>{[words.stale, meeting.notes].filter(Boolean).join(' ')}</InsetText>}
      <Form action={`/steering/meetings/${meeting.id}/held`} values={values} rowVersion={meeting.rowVersion}>
        {members.map(({ id, name }) => (
          <Select name={`there-${id}`} label={name} value={attendance.get(id) ?? ''} options={options} key={id} />
        ))}
        <TextArea name="notes" label={words.notes} hint={`${words.notesHint} ${noNames.hint}`} value={meeting.notes} rows={5} optional />
        <Checkbox name="noNames" label={noNames.confirm} />
        <Button>{words.saveHeld}</Button>
      </Form>
    </Page>
  );
}

export function DecidePage(props: Props) {
  const { meeting: words, noNames } = useWords().steering;
  const { seen, values } = props;
  const { meeting, ideas, proposals } = seen;
  const about = [
    { value: '', text: words.aboutNothing },
    ...ideas.map(({ id, told }) => ({ value: `idea ${id}`, text: words.aboutIdea(short(told)) })),
    ...proposals.map(({ id, title, why }) => ({ value: `proposal ${id}`, text: words.aboutProposal(title, short(why)) })),
  ];
  return (
    <Page title={words.decide} {...frameOf(props, words.title)}>
      <Form action={`/steering/meetings/${meeting.id}/decide`} values={values}>
        <Select name="about" label={words.about} options={about} />
        <TextField name="what" label={words.what} />
        <Radios name="outcome" label={words.outcome} options={outcomes.map((value) => ({ value, text: words.outcomes[value] }))} />
        <TextArea name="reason" label={words.reason} hint={`${words.reasonHint} ${noNames.hint}`} rows={3} maxLength={2000} />
        <TextField name="otherwise" label={words.otherwise} optional />
        <Checkbox name="noNames" label={noNames.confirm} />
        <Button>{words.saveDecision}</Button>
      </Form>
    </Page>
  );
}

export function AgreePage(props: Props) {
  const words = useWords().steering.meeting;
  const { seen, values } = props;
  const { meeting, members, decisions } = seen;
  const owners = members.map(({ id, name }) => ({ value: id, text: name }));
  const from = decisions.map(({ id, number, what }) => ({ value: id, text: `${words.number(number)}: ${short(what)}` }));
  return (
    <Page title={words.addAction} {...frameOf(props, words.title)} errorIds={{ dueOn: 'dueOn-day' }}>
      <Form action={`/steering/meetings/${meeting.id}/agree`} values={values}>
        <TextField name="what" label={words.actionWhat} />
        <Select name="owner" label={words.owner} options={[{ value: '', text: words.notSaid }, ...owners]} />
        <DateField name="dueOn" label={words.due} />
        <Select
          name="decision"
          label={words.fromDecision}
          value={decisions.at(-1)?.id ?? ''}
          options={[{ value: '', text: words.noDecision }, ...from]}
        />
        <Button>{words.saveAction}</Button>
      </Form>
    </Page>
  );
}
