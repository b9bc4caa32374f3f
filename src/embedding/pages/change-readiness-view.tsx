import {
  Button,
  ButtonRow,
  Details,
  Form,
  formatDate,
  Panel,
  Radios,
  Tag,
  type TagColour,
  TextArea,
  useWords,
} from '../../design/index.ts';
import type { Errors, Typed } from '../../platform/forms.ts';
import {
  missingOf,
  type ReadinessAnswer,
  readinessAnswers,
  type ReadinessCheck,
  type ReadinessKey,
  readinessQuestions,
  stepOf,
} from '../core/change-readiness.ts';
import type { ReadinessSeen } from '../index.ts';
import { SitePage } from './site-page.tsx';

const colours: Record<ReadinessAnswer, TagColour> = { yes: 'green', partly: 'yellow', no: 'red', unknown: 'grey' };

type Props = ReadinessSeen & { values?: Typed; errors?: Errors };

/** Whether a site is ready, asked together; and what to do about what is missing. */
export function ReadinessPage({ site, checks, names, made, mayKeep, values, errors }: Props) {
  const words = useWords().change;
  const { readiness } = words;
  const [last, ...earlier] = checks;
  const here = `/belonging/${site.id}/change/readiness`;
  return (
    <SitePage
      site={site}
      part="change"
      back={{ href: `/belonging/${site.id}/change`, text: words.title }}
      title={readiness.title}
      errors={errors}
    >
      <p>{readiness.intro}</p>
      {last && <Missing check={last} {...{ here, made, names, mayKeep }} />}
      {mayKeep && (
        <Details summary={last ? readiness.again : readiness.start} expander open={!last || errors !== undefined}>
          <Form action={here} values={values}>
            {readinessQuestions.map(({ key }) => (
              <Radios
                name={key}
                label={readiness.questions[key]}
                labelSize="s"
                inline
                options={readinessAnswers.map((value) => ({ value, text: readiness.answers[value] }))}
                key={key}
              />
            ))}
            <TextArea name="note" label={readiness.note} hint={readiness.noteHint} rows={4} maxLength={2000} optional />
            <Button>{readiness.save}</Button>
          </Form>
        </Details>
      )}
      {earlier.length > 0 && (
        <>
          <h2 class="nhsuk-heading-s">{readiness.earlier}</h2>
          <ul class="nhsuk-list">
            {earlier.map(({ id, at, answers }) => (
              <li key={id}>
                {readiness.line(readinessQuestions.length - missingOf(answers).length, readinessQuestions.length, formatDate(at))}
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="bothy-note">{readiness.sources}</p>
    </SitePage>
  );
}

type MissingProps = Pick<ReadinessSeen, 'made' | 'names' | 'mayKeep'> & { check: ReadinessCheck; here: string };

function Missing({ check, made, names, mayKeep, here }: MissingProps) {
  const { readiness } = useWords().change;
  const missing = missingOf(check.answers);
  const inPlan = (key: ReadinessKey) => made.has(`plan ${stepOf(key)}`);
  const isBarrier = (key: ReadinessKey) => made.has(`barriers ${key}`);
  const open = missing.filter((key) => !inPlan(key) && !isBarrier(key)).length;
  return (
    <Panel heading={readiness.line(readinessQuestions.length - missing.length, readinessQuestions.length, formatDate(check.at))}>
      <p class="bothy-note">{readiness.by(names.get(check.by)?.name ?? '', formatDate(check.at))}</p>
      {check.note && <p>{check.note}</p>}
      {missing.length === 0 ? (
        <p>{readiness.allThere}</p>
      ) : (
        <>
          <h3 class="nhsuk-heading-xs">{readiness.missing}</h3>
          <ul class="nhsuk-list nhsuk-list--bullet">
            {missing.map((key) => (
              <li key={key}>
                {readiness.barrier[key]}{' '}
                <Tag colour={colours[check.answers[key] ?? 'unknown']}>{readiness.answers[check.answers[key] ?? 'unknown']}</Tag>{' '}
                {inPlan(key) && <Tag colour="white">{readiness.inPlan}</Tag>}{' '}
                {isBarrier(key) && <Tag colour="white">{readiness.inBarriers}</Tag>}
              </li>
            ))}
          </ul>
          {mayKeep && open > 0 && (
            <ButtonRow>
              <Form action={`${here}/plan`}>
                <Button>{readiness.makeSteps(open)}</Button>
              </Form>
              <Form action={`${here}/barriers`}>
                <Button variant="secondary">{readiness.makeBarriers(open)}</Button>
              </Form>
            </ButtonRow>
          )}
        </>
      )}
    </Panel>
  );
}
