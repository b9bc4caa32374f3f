import {
  Button,
  ButtonRow,
  Checkbox,
  DateField,
  type Errors,
  Form,
  InsetText,
  Panel,
  Radios,
  Select,
  TextArea,
  TextField,
  useChrome,
  useWords,
  type Values,
  WarningCallout,
} from '../../design/index.ts';
import { PersonPage } from '../../people/index.ts';
import type { BeforeAsking } from '../index.ts';
import { points, rangeOf, textIn } from '../instrument.ts';
import { whysNot } from '../measure.ts';
import { fieldOf, figure } from './asked.ts';
import { Question } from './question.tsx';

type Props = { before: BeforeAsking; today: string; values?: Values; errors?: Errors; offer?: { again: boolean; keepPart: boolean } };

/** Where a link worker asks the questions, by themselves or reading from a paper form. */
export function AskPage({ before, today, values = {}, errors, offer = { again: false, keepPart: false } }: Props) {
  const words = useWords().measures;
  const { lang } = useChrome();
  const { person, registered, items, byHand } = before;
  const { instrument } = registered;
  const here = `/people/${person.id}/measures`;
  const name = textIn(instrument.name, lang);
  const goals = instrument.ownGoals && items.length === 0;
  return (
    <PersonPage
      person={person}
      title={byHand ? words.ask.handTitle(name) : name}
      back={{ href: here, text: words.title }}
      errors={errors}
      errorIds={{ takenOn: 'takenOn-day' }}
    >
      <p>
        {textIn(instrument.about, lang)} {words.ask.before}
      </p>
      {instrument.alarms.length > 0 && (
        <WarningCallout headingLevel={2}>{words.ask.danger(instrument.alarms.map(({ tells }) => textIn(tells, lang)))}</WarningCallout>
      )}
      {goals ? (
        <InsetText>
          <p>
            {words.ask.errors['no-goals']} <a href={`/people/${person.id}/plan/change`}>{useWords().support.plan.title}</a>
          </p>
        </InsetText>
      ) : (
        <Form action={`${here}/ask/${instrument.id}`} values={values}>
          <HowFields before={before} today={today} />
          {byHand ? <ByHandFields before={before} /> : <QuestionFields before={before} />}
          {offer.keepPart && <Checkbox name="keepPart" value="yes" label={words.ask.keepPart} hint={words.ask.keepPartHint} />}
          {offer.again && <Checkbox name="again" value="yes" label={words.ask.again} hint={words.ask.againHint} />}
          <ButtonRow>
            <Button preventDoubleClick>{byHand ? words.ask.handSave : words.ask.save}</Button>
          </ButtonRow>
        </Form>
      )}
      {!byHand && !goals && <OtherWays here={`${here}/ask/${instrument.id}`} before={before} />}
      <NoForm here={`${here}/ask/${instrument.id}`} before={before} values={values} />
      <p class="bothy-note">{[instrument.citation, instrument.attribution, ...instrument.notes].filter(Boolean).join(' ')}</p>
    </PersonPage>
  );
}

function HowFields({ before: { registered, person, point }, today }: Pick<Props, 'before' | 'today'>) {
  const words = useWords().measures;
  const { instrument } = registered;
  const modes = instrument.modes.filter((mode) => mode !== 'own-page');
  return (
    <Panel>
      <div class="bothy-columns bothy-columns--halves">
        <Select
          name="point"
          label={words.ask.point}
          value={point}
          options={points.map((value) => ({ value, text: words.points[value] }))}
        />
        <DateField name="takenOn" label={words.ask.takenOn} labelSize="s" hint={words.ask.takenOnHint} value={today} />
      </div>
      <Radios
        name="mode"
        label={words.ask.mode}
        labelSize="s"
        inline
        value={modes[0]}
        options={modes.map((value) => ({ value, text: words.modes[value] }))}
      />
      {instrument.languages.length > 1 && (
        <Select name="language" label={words.ask.language} options={instrument.languages.map((value) => ({ value, text: value }))} />
      )}
      <Checkbox name="interpreter" value="yes" label={words.ask.interpreter} checked={person.interpreter !== ''} />
      {instrument.proxy && <Checkbox name="proxy" value="yes" label={words.ask.proxy} />}
    </Panel>
  );
}

function QuestionFields({ before: { registered, items } }: Pick<Props, 'before'>) {
  const words = useWords().measures.ask;
  const { lang } = useChrome();
  return (
    <>
      <h2 class="nhsuk-heading-m">{words.questions}</h2>
      <p>{textIn(registered.instrument.intro, lang)}</p>
      {items.map((item) => (
        <Question key={item.id} item={item} language={lang} />
      ))}
    </>
  );
}

function ByHandFields({ before: { scales } }: Pick<Props, 'before'>) {
  const words = useWords().measures.ask;
  const { lang } = useChrome();
  return (
    <>
      <h2 class="nhsuk-heading-m">{words.hand}</h2>
      {scales.map((scale) => {
        const { from, to } = scale.convert ? scale.raw : scale.times === 1 ? rangeOf(scale) : scale.raw;
        const hint = words.handHint(figure(from), figure(to));
        return (
          <TextField key={scale.id} name={fieldOf(scale.id)} label={textIn(scale.name, lang)} hint={hint} inputmode="decimal" width={5} />
        );
      })}
    </>
  );
}

function OtherWays({ here, before: { registered, point } }: { here: string } & Pick<Props, 'before'>) {
  const words = useWords().measures.ask;
  return (
    <Panel heading={words.send} soft>
      <p>
        <a href={`${here}/paper`}>{words.paper}</a>
      </p>
      {registered.instrument.modes.includes('own-page') && (
        <Form action={`${here}/send`}>
          <input type="hidden" name="point" value={point} />
          <p class="bothy-note">{words.sendHint}</p>
          <Button variant="secondary" small preventDoubleClick>
            {words.sendButton}
          </Button>
        </Form>
      )}
    </Panel>
  );
}

function NoForm({ here, before: { point }, values }: { here: string } & Required<Pick<Props, 'before' | 'values'>>) {
  const words = useWords().measures;
  return (
    <Panel heading={words.ask.no} soft>
      <p>{words.ask.noHint}</p>
      <Form action={`${here}/no`} values={values}>
        <input type="hidden" name="point" value={point} />
        <Radios
          name="whyNot"
          label={words.ask.whyNot}
          labelSize="s"
          options={whysNot.map((value) => ({ value, text: words.whysNot[value] }))}
        />
        <TextArea name="note" label={words.ask.note} rows={2} optional />
        <Button variant="secondary" small preventDoubleClick>
          {words.ask.noButton}
        </Button>
      </Form>
    </Panel>
  );
}
