import {
  Button,
  ButtonRow,
  EmptyState,
  Form,
  formatDate,
  HiddenText,
  Panel,
  PrintLetter,
  useChrome,
  useWords,
} from '../../design/index.ts';
import type { Asker } from '../../identity/index.ts';
import { nameOf, PersonPage } from '../../people/index.ts';
import type { MeasuresSeen } from '../index.ts';
import { textIn } from '../instrument.ts';
import { HistoryPanel } from './history.tsx';

/** What to ask somebody now, what waits for their answer, and all that they have answered. */
export function MeasuresPage({ seen }: { seen: MeasuresSeen }) {
  const words = useWords().measures;
  const { person, histories, names } = seen;
  return (
    <PersonPage person={person} section="measures" title={words.title}>
      <p class="bothy-note">{words.about}</p>
      {!person.died && <DuePanel seen={seen} />}
      {seen.open.length > 0 && <OpenPanel seen={seen} />}
      <h2 class="nhsuk-heading-m">{words.history.heading}</h2>
      {histories.length === 0 ? (
        <EmptyState title={words.history.none}>
          <p>{words.history.noneText}</p>
        </EmptyState>
      ) : (
        <>
          <p>
            <a href={`/people/${person.id}/measures/print`}>{words.history.print}</a>
          </p>
          {histories.map((history) => (
            <HistoryPanel key={history.instrument.id} history={history} name={nameOf(person)} person={person.id} names={names} />
          ))}
        </>
      )}
    </PersonPage>
  );
}

const useNames = (seen: MeasuresSeen) => {
  const { lang } = useChrome();
  const all = [...seen.offered.map(({ instrument }) => instrument), ...seen.histories.map(({ instrument }) => instrument)];
  return (id: string): string => {
    const found = all.find((each) => each.id === id);
    return found ? textIn(found.name, lang) : id;
  };
};

function DuePanel({ seen }: { seen: MeasuresSeen }) {
  const words = useWords().measures.due;
  const { lang } = useChrome();
  const name = useNames(seen);
  const { now, room, quiet } = seen.due;
  const ask = (id: string) => `/people/${seen.person.id}/measures/ask/${id}`;
  const others = seen.offered.filter(({ instrument }) => !now.some((due) => due.instrument === instrument.id));
  return (
    <Panel heading={words.heading}>
      {now.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <ul class="nhsuk-list">
          {now.map((due) => (
            <li key={due.instrument}>
              <a href={ask(due.instrument)}>
                <strong>{name(due.instrument)}</strong>
              </a>
              <br />
              <span class="bothy-note">
                {useWords().measures.points[due.point]}. {words.takes(due.minutes)}.
              </span>
            </li>
          ))}
        </ul>
      )}
      {room.length > 0 && <p class="bothy-note">{words.room(room.map((due) => name(due.instrument)).join(', '))}</p>}
      {quiet.map(({ instrument, until }) => (
        <p class="bothy-note" key={instrument}>
          {words.quiet(name(instrument), formatDate(until, { lang }))}
        </p>
      ))}
      {others.length > 0 && (
        <>
          <h3 class="nhsuk-heading-xs">{words.other}</h3>
          <p>
            {others.map(({ instrument }, n) => (
              <span key={instrument.id}>
                {n > 0 && ' · '}
                <a href={ask(instrument.id)}>{name(instrument.id)}</a>
              </span>
            ))}
          </p>
        </>
      )}
    </Panel>
  );
}

function OpenPanel({ seen }: { seen: MeasuresSeen }) {
  const words = useWords().measures.open;
  const { lang } = useChrome();
  const name = useNames(seen);
  return (
    <Panel heading={words.heading} soft>
      {seen.open.map((measure) => {
        const at = `/people/${seen.person.id}/measures/sent/${measure.id}`;
        const line = (measure.state === 'begun' ? words.begun : words.sent)(
          name(measure.instrument),
          formatDate(measure.takenOn, { lang }),
        );
        return (
          <div key={measure.id}>
            <p>{line}</p>
            <ButtonRow>
              <Form action={`${at}/again`}>
                <Button variant="secondary" small preventDoubleClick>
                  {words.again} <HiddenText>{name(measure.instrument)}</HiddenText>
                </Button>
              </Form>
              <Form action={`${at}/withdraw`}>
                <Button variant="secondary" small preventDoubleClick>
                  {words.withdraw} <HiddenText>{name(measure.instrument)}</HiddenText>
                </Button>
              </Form>
            </ButtonRow>
          </div>
        );
      })}
    </Panel>
  );
}

/** For the person to have, or for a meeting. */
export function MeasuresPrint({ seen, asker, now }: { seen: MeasuresSeen; asker: Asker; now: Date }) {
  const words = useWords().measures;
  const { person, histories, names } = seen;
  return (
    <PrintLetter
      title={words.history.printTitle(nameOf(person))}
      programme={asker.programme.name}
      to={nameOf(person)}
      from={asker.programme.name}
      date={now}
      back={{ href: `/people/${person.id}/measures`, text: words.title }}
    >
      <p>{words.about}</p>
      {histories.map((history) => (
        <HistoryPanel key={history.instrument.id} history={history} name={nameOf(person)} person={person.id} names={names} print />
      ))}
    </PrintLetter>
  );
}
