import {
  Button,
  ButtonRow,
  Checkbox,
  Form,
  formatDate,
  formatShortDate,
  formatTime,
  InsetText,
  Panel,
  Radios,
  useWords,
} from '../../design/index.ts';
import type { Errors, Typed } from '../../platform/forms.ts';
import type { Joinable } from '../merge.ts';
import type { Person } from '../person.ts';
import { PersonPage } from './person-page.tsx';
import type { Pair } from '../index.ts';

type Props = Pair & { values: Typed; errors?: Errors };

/** Both records side by side: what is right where they differ, and what moves over. */
export function PairPage(props: Props) {
  const { kept, gone, differ, supports, names, refusal, timeZone, values, errors } = props;
  const words = useWords().joining;
  const { pair } = words;
  const says = useFact(props);
  const back = { href: `/people/${kept.id}/same`, text: words.title };
  return (
    <PersonPage person={kept} title={pair.title} back={back} errors={errors}>
      <p class="nhsuk-body-l">{pair.lead}</p>
      {refusal ? (
        <Refused refusal={refusal} timeZone={timeZone} />
      ) : (
        <Form action={`/people/${kept.id}/same/${gone.id}`} values={values}>
          {differ.length === 0 && <p>{pair.same}</p>}
          {differ.map(({ field, usual }) => (
            <Radios
              key={field}
              name={field}
              label={pair.take(words.fields[field])}
              labelSize="s"
              value={usual}
              options={[
                { value: 'kept', text: says(kept, field), hint: pair.stays },
                { value: 'gone', text: says(gone, field), hint: pair.goes },
              ]}
            />
          ))}
          {supports.length > 1 && (
            <Radios
              name="support"
              label={pair.support}
              hint={pair.supportHint}
              labelSize="s"
              options={supports.map(({ id, linkWorker, startedAt }) => ({
                value: id,
                text: pair.supportWith(names.get(linkWorker)?.name ?? words.somebody, formatDate(startedAt)),
              }))}
            />
          )}
          <Panel heading={pair.moves} soft>
            <Moves moves={props.moves} />
            <p>{pair.consent}</p>
            <p>{pair.aside}</p>
          </Panel>
          <Checkbox name="sure" label={pair.sure} checked={values['sure'] === 'yes'} />
          <ButtonRow>
            <Button variant="warning" preventDoubleClick>
              {pair.button}
            </Button>
            <a href={back.href}>{pair.leave}</a>
          </ButtonRow>
        </Form>
      )}
    </PersonPage>
  );
}

function Refused({ refusal, timeZone }: { refusal: NonNullable<Pair['refusal']>; timeZone: string }) {
  const { pair } = useWords().joining;
  const and = (all: readonly string[]) => new Intl.ListFormat('en-GB').format(all);
  const time = (at: Date) => `${formatShortDate(at, { timeZone })}, ${formatTime(at, { timeZone })}`;
  const times = typeof refusal === 'object' && 'atOnce' in refusal ? and(refusal.atOnce.map(time)) : '';
  return (
    <InsetText>
      <p>
        <strong>{pair.refusedTitle}</strong>
      </p>
      <p>
        {typeof refusal === 'string' ? pair.refused[refusal] : 'bothAt' in refusal ? pair.bothAt(and(refusal.bothAt)) : pair.atOnce(times)}
      </p>
    </InsetText>
  );
}

function useFact({ practices }: Pick<Props, 'practices'>) {
  const { joining, people } = useWords();
  return (person: Person, field: Joinable): string => {
    const nothing = joining.pair.nothing;
    if (field === 'dateOfBirth') return formatDate(person.dateOfBirth);
    if (field === 'practice') return (person.practice && practices.get(person.practice)?.name) || nothing;
    if (field !== 'safeContact') return person[field] || nothing;
    const { channels, voicemailOk, note } = person.safeContact;
    const ways = channels.map((channel) => people.channel[channel]).join(', ');
    const voicemail = voicemailOk === null ? '' : `${people.voicemail} ${voicemailOk ? people.yes : people.no}`;
    return [ways, voicemail, note].filter(Boolean).join('. ') || nothing;
  };
}

function Moves({ moves }: Pick<Props, 'moves'>) {
  const words = useWords().joining;
  const counts = new Map<string, number>();
  for (const [table, count] of moves) {
    const kind = words.kinds[table] ?? words.other;
    if (!words.hidden.includes(table)) counts.set(kind, (counts.get(kind) ?? 0) + count);
  }
  if (!counts.size) return <p>{words.pair.movesNothing}</p>;
  return (
    <ul class="nhsuk-list nhsuk-list--bullet">
      {[...counts].map(([kind, count]) => (
        <li key={kind}>{words.moved(count, kind)}</li>
      ))}
    </ul>
  );
}
