import {
  Button,
  type Errors,
  Form,
  formatDateTime,
  Lines,
  NotificationBanner,
  Panel,
  TextArea,
  useWords,
  type Values,
} from '../../design/index.ts';
import { type Person, PersonPage } from '../../people/index.ts';
import { isOver, type Raised, type Worry } from '../raised.ts';
import type { RaisedSeen } from '../index.ts';

type Props = { seen: RaisedSeen; person: string; timeZone: string };

/** On somebody's page, until a lead and a link worker have both looked again. */
export function RaisedPanel({ seen, person, timeZone }: Props) {
  const words = useWords().safety.raised;
  const open = seen.raised.filter((raised) => !isOver(raised));
  if (!open.length) return null;
  return (
    <NotificationBanner title={words.title} id="raised">
      {open.map((raised) => (
        <div key={raised.id}>
          <RaisedFacts raised={raised} seen={seen} timeZone={timeZone} />
          {seen.part(raised) && (
            <Button small href={`/people/${person}/in-danger/${raised.id}`}>
              {words.sayHow}
            </Button>
          )}
        </div>
      ))}
    </NotificationBanner>
  );
}

type LookProps = { person: Person; raised: Raised; seen: RaisedSeen; timeZone: string; values?: Values; errors?: Errors };

/** What was raised, whole, and how the person is now. */
export function LookAgainPage({ person, raised, seen, timeZone, values = {}, errors }: LookProps) {
  const words = useWords().safety.raised;
  const part = seen.part(raised);
  return (
    <PersonPage person={person} title={words.title} errors={errors}>
      <Panel>
        <RaisedFacts raised={raised} seen={seen} timeZone={timeZone} />
      </Panel>
      {part && (
        <Form action={`/people/${person.id}/in-danger/${raised.id}`} values={values}>
          <TextArea name="note" label={words.howNow} labelSize="m" hint={words.howNowHint[part]} rows={4} />
          <Button preventDoubleClick>{words.looked}</Button>
        </Form>
      )}
    </PersonPage>
  );
}

/** What worried somebody, in one line. */
export const worriesIn = ({ worries }: Raised, words: Readonly<Record<Worry, string>>): string =>
  worries.map((worry, nth) => (nth ? words[worry].toLowerCase() : words[worry])).join(', ');

/** What was raised, by whom, what was done, and who has looked since. */
export function RaisedFacts({ raised, seen, timeZone }: Pick<Props, 'seen' | 'timeZone'> & { raised: Raised }) {
  const { raised: words, danger } = useWords().safety;
  const name = (id: string | null) => (id ? (seen.names.get(id)?.name ?? words.somebody) : words.themselves);
  const looks = (['lead', 'worker'] as const).map((part) => {
    const look = raised[part];
    return look ? words.hasLooked[part](name(look.by), formatDateTime(look.at, { timeZone }), look.note) : words.toLook[part];
  });
  return (
    <>
      <p class="nhsuk-notification-banner__heading">{worriesIn(raised, danger.worries) || words.pressed}</p>
      <p>{words.raised(name(raised.raisedBy), formatDateTime(raised.raisedAt, { timeZone }))}</p>
      {raised.did.length > 0 && <p>{words.did(raised.did.map((deed) => danger.deeds[deed].toLowerCase()).join(', '))}</p>}
      {raised.words && (
        <p>
          <Lines text={raised.words} />
        </p>
      )}
      <ul class="bothy-looks">
        {looks.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}
