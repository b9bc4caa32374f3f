import {
  Button,
  type Errors,
  Details,
  Form,
  formatDate,
  Panel,
  SummaryList,
  TextArea,
  useChrome,
  useWords,
  type Values,
  WarningCallout,
} from '../../design/index.ts';
import { type Asker, HelpLines } from '../../identity/index.ts';
import { PersonPage } from '../../people/index.ts';
import { type CalendarDay, daysBetween } from '../../platform/calendar.ts';
import type { ResultSeen } from '../index.ts';
import { textIn } from '../instrument.ts';
import { alarmsIn } from '../score.ts';
import { figure } from './asked.ts';
import { ChangeWords } from './change-words.tsx';

/** For so long the card asks whoever opens the answers to act; later it says what was. */
const actWithinDays = 7;

type Props = { seen: ResultSeen; asker: Asker; today: CalendarDay; values?: Values; errors?: Errors };

/** What somebody answered and what it comes to. An answer that tells of danger comes before all else. */
export function ResultPage({ seen, asker, today, values = {}, errors }: Props) {
  const words = useWords().measures;
  const { lang } = useChrome();
  const { person, measure, instrument, scales, pairs } = seen;
  const counts = measure.state === 'complete' || measure.state === 'part';
  const alarmed = measure.alarmed && measure.state !== 'struck';
  const rung = alarmsIn(instrument.alarms, measure.answers);
  const tells = (rung.length ? rung : instrument.alarms).map((each) => textIn(each.tells, lang));
  const point = words.points[measure.point];
  return (
    <PersonPage
      person={person}
      title={words.result.title(textIn(instrument.name, lang))}
      back={{ href: `/people/${person.id}/measures`, text: words.title }}
      errors={errors}
    >
      {alarmed && daysBetween(measure.takenOn, today) <= actWithinDays && <DangerCard asker={asker} person={person.id} tells={tells} />}
      {alarmed && daysBetween(measure.takenOn, today) > actWithinDays && <p>{words.result.dangerThen}</p>}
      <p>
        {measure.state === 'declined'
          ? words.history.declined(words.whysNot[measure.whyNot ?? 'other'])
          : words.result.how(words.modes[measure.mode], point, formatDate(measure.takenOn, { lang }))}{' '}
        {measure.interpreter && words.result.interpreter} {measure.proxy && words.result.proxy} {seen.by && words.result.by(seen.by.name)}
      </p>
      {measure.state === 'struck' && <p>{words.result.struck(measure.note)}</p>}
      {counts && <Scores seen={seen} />}
      {pairs.map((pair) => {
        const scale = scales.find(({ id }) => id === pair.scale);
        return scale && <ChangeWords key={pair.scale} pair={pair} scale={scale} />;
      })}
      {measure.state === 'declined' ? measure.note && <p>{measure.note}</p> : <AnswersPanel seen={seen} />}
      <p class="bothy-note">{words.result.never}</p>
      {measure.state !== 'struck' && (
        <Details summary={words.result.strike} open={errors !== undefined}>
          <p>{words.result.strikeText}</p>
          <Form action={`/people/${person.id}/measures/results/${measure.id}/strike`} values={values} rowVersion={measure.rowVersion}>
            <TextArea name="note" label={words.result.strikeNote} rows={2} />
            <Button variant="secondary" small preventDoubleClick>
              {words.result.strikeButton}
            </Button>
          </Form>
        </Details>
      )}
    </PersonPage>
  );
}

/** Who to ring now, for whoever is with the person. */
function DangerCard({ asker, person, tells }: { asker: Asker; person: string; tells: readonly string[] }) {
  const words = useWords().measures.result;
  return (
    <WarningCallout heading={words.danger} headingLevel={2}>
      <p>{words.dangerText(tells)}</p>
      <HelpLines lines={asker.programme.settings.inDanger} />
      <p>{words.dangerTold}</p>
      <Button variant="warning" href={`/people/${person}/in-danger`}>
        {words.dangerNext}
      </Button>
    </WarningCallout>
  );
}

function Scores({ seen: { measure, scales } }: { seen: ResultSeen }) {
  const words = useWords().measures.result;
  const { lang } = useChrome();
  const nameOf = (id: string) => textIn(scales.find((scale) => scale.id === id)?.name ?? {}, lang);
  const scored = measure.scores.map(({ scale: id, value, raw, band }) => {
    const scale = scales.find((each) => each.id === id);
    const named = scale && band !== null ? scale.bands[band] : undefined;
    const extra = [named && textIn(named.name, lang), raw !== value && words.raw(figure(raw))].filter(Boolean).join(', ');
    return { key: nameOf(id), value: extra ? `${figure(value)} (${extra})` : figure(value) };
  });
  const rest = measure.unscored.map(({ scale, answered, of, needed }) => ({
    key: nameOf(scale),
    value: words.unscored(answered, of, needed),
  }));
  return (
    <Panel heading={words.scores}>
      <SummaryList rows={[...scored, ...rest]} />
    </Panel>
  );
}

function AnswersPanel({ seen: { measure, items } }: { seen: ResultSeen }) {
  const words = useWords().measures.result;
  const { lang } = useChrome();
  if (Object.keys(measure.answers).length === 0) return <p>{words.hand}</p>;
  const said = (item: (typeof items)[number]): string => {
    const value = measure.answers[item.id];
    if (value === undefined) return words.none;
    if (item.answering.kind === 'scale') return String(value);
    const option = item.answering.options.find((each) => each.value === value);
    return option ? textIn(option.text, lang) : String(value);
  };
  return (
    <Panel heading={words.answers}>
      <SummaryList rows={items.map((item) => ({ key: textIn(item.text, lang), value: said(item) }))} />
    </Panel>
  );
}
