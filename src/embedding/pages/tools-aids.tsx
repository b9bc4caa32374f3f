import type { ComponentChildren } from 'preact';
import { Details, useWords, type Words } from '../../design/index.ts';
import type { Asker } from '../../identity/index.ts';
import type { Prompting } from '../core/tools-prompt.ts';
import type { Question, ReferAids, ToolUses } from '../index.ts';
import { ToolWords } from './tools-words.tsx';

/** What stands beside the form on which a referral is written, folded away. It asks for nothing. */
export const referAids =
  (tools: ToolUses) =>
  async (asker: Asker): Promise<ComponentChildren> => <Aids {...await tools.aidsFor(asker)} />;

function Aids({ words, facts, question, prompting }: ReferAids) {
  const { names, question: said } = useWords().tools;
  return (
    <>
      {prompting && question && <Suggested prompting={prompting} />}
      <Details summary={names['role-card']}>
        <ToolWords name="role-card" words={words} facts={facts} />
      </Details>
      <Details summary={names.examples}>
        <ToolWords name="examples" words={words} facts={facts} />
      </Details>
      {question && (
        <Details summary={said.title}>
          <MoneyQuestion question={question} />
        </Details>
      )}
    </>
  );
}

function Suggested({ prompting }: { prompting: Prompting }) {
  const words = useWords().tools;
  const { question } = words;
  const why = [whomOf(prompting, words), prompting.highNeedArea && question.area].filter(Boolean).join(', ');
  return (
    <p class="bothy-suggested">
      <strong>{question.title}.</strong> {question.suggested(why)}
    </p>
  );
}

/** Of whom the question is suggested, in words. */
export function whomOf({ firstVisit, ageFrom, ageTo }: Prompting, { question }: Words['tools']): string {
  const { whom } = question;
  const parts = [
    firstVisit && whom.first,
    ageFrom !== null && ageTo !== null
      ? whom.between(ageFrom, ageTo)
      : ageFrom !== null
        ? whom.from(ageFrom)
        : ageTo !== null && whom.to(ageTo),
  ];
  return parts.filter(Boolean).join(question.and);
}

/** The question in its checked wording, what to say, and what to do next. */
export function MoneyQuestion({ question, level = 3 }: { question: NonNullable<Question>; level?: 2 | 3 }) {
  const words = useWords().tools.question;
  const Heading = `h${level}` as const;
  return (
    <>
      <Heading>{words.ask}</Heading>
      <blockquote class="bothy-ask">{question.text}</blockquote>
      <Heading>{words.ifYes}</Heading>
      <ol class="nhsuk-list nhsuk-list--number">
        {words.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <ul class="nhsuk-list">
        <li>
          <a href="/services?need=money" target="_blank" rel="noreferrer">
            {words.services}
          </a>
        </li>
        <li>
          <a href="/tools/leaflets/money" target="_blank" rel="noreferrer">
            {words.leaflet}
          </a>
        </li>
      </ul>
      <p>{words.ifNo}</p>
      <Details summary={words.source}>
        <p>{question.source}</p>
        <p>{words.why}</p>
        <p>{words.whyOurs}</p>
      </Details>
    </>
  );
}
