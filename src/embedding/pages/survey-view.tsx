import { Button, type Errors, Form, PlainPage, Scale, Statement, TextField, useChrome, useWords, type Values } from '../../design/index.ts';
import { nomad, textIn } from '../../measures/index.ts';
import { generalItems, generalTop } from '../core/round-items.ts';
import type { OwnSurvey } from '../index.ts';
import { answersOf, statementsOf, type Statement as Said, useDay, usePartName } from './rounds-words.tsx';

type Props = { own: OwnSurvey; values?: Values; errors?: Errors };

export function SurveyPage({ own: { programme, round, generalConfirmed }, values = {}, errors }: Props) {
  const { survey, rounds } = useWords();
  const words = { ...rounds, ...survey };
  const { lang } = useChrome();
  const dayOf = useDay();
  const nameOf = usePartName();
  const statements = statementsOf(round, lang);
  const parts = [...new Set(statements.flatMap(({ part }) => part ?? []))];
  const blocks =
    round.kind === 'pulse'
      ? [{ title: undefined, items: statements.filter(({ part }) => part !== null) }]
      : parts.map((part, at) => ({
          title: `${words.answer.block(at + 1, parts.length)}: ${nameOf(part).toLowerCase()}`,
          items: statements.filter((each) => each.part === part),
        }));
  return (
    <PlainPage title={words.answer.title(round.intervention)} errors={errors}>
      <p class="nhsuk-lede-text">{words.answer.lede(statements.length, words.answer.minutes(statements.length))}</p>
      <section class="bothy-promise">
        <h2 class="nhsuk-heading-s">{words.answer.promiseHeading}</h2>
        <ul class="nhsuk-list nhsuk-list--bullet">
          {words.answer.promise.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <p class="bothy-note">
          {words.answer.who(programme.name, dayOf(round.closesOn))} {words.answer.means(round.organisation)}
        </p>
      </section>
      <Form values={values}>
        <p>{textIn(nomad.intro, lang)}</p>
        {blocks.map(({ title, items }) => (
          <section key={title ?? ''}>
            {title && <h2 class="nhsuk-heading-m">{title}</h2>}
            {items.map((statement) => (
              <StatementField key={statement.id} {...statement} />
            ))}
          </section>
        ))}
        {round.general && (
          <section>
            <h2 class="nhsuk-heading-m">{words.answer.generalBlock}</h2>
            {!generalConfirmed && <p class="bothy-note">{words.wording.toConfirm}</p>}
            {statements
              .filter(({ part }) => part === null)
              .map(({ id, text }) => {
                const ends = generalItems.find((each) => each.id === id)!;
                return <Scale key={id} name={id} label={text} labelSize="s" from={0} to={generalTop} low={ends.low} high={ends.high} />;
              })}
          </section>
        )}
        <Button preventDoubleClick>{words.answer.send}</Button>
      </Form>
    </PlainPage>
  );
}

/** One statement: five answers side by side, and the three kinds of "not relevant" apart below them. */
function StatementField({ id, text }: Said) {
  const words = useWords().survey.answer;
  const { lang } = useChrome();
  const all = answersOf(lang).map(({ value, ...answer }) => ({ ...answer, value: String(value) }));
  const kinds: Record<string, string> = words.kinds;
  const apart = all.filter(({ missing }) => missing).map(({ value, text: said }) => ({ value, text: kinds[value] ?? said }));
  return (
    <Statement
      name={id}
      label={text}
      labelSize="s"
      levels={all.filter(({ missing }) => !missing)}
      apart={{ label: words.notRelevant, answers: apart }}
    />
  );
}

export function CodePage({ values = {}, errors }: { values?: Values; errors?: Errors }) {
  const words = useWords().survey.answer;
  return (
    <PlainPage title={words.codeTitle} errors={errors}>
      <p>{words.codeText}</p>
      <Form action="/round" values={values}>
        <TextField name="code" label={words.code} hint={words.codeHint} />
        <Button>{words.start}</Button>
      </Form>
    </PlainPage>
  );
}

export function SaidPage({ title, lines, again }: { title: string; lines: readonly string[]; again?: boolean }) {
  const words = useWords().survey.answer;
  return (
    <PlainPage title={title}>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {again && (
        <p>
          <a href="/round">{words.codeTitle}</a>
        </p>
      )}
    </PlainPage>
  );
}
