import {
  Button,
  Checkbox,
  Details,
  type Errors,
  Form,
  formatDate,
  HiddenText,
  InsetText,
  Panel,
  Scale,
  TextField,
  useWords,
  type Values,
} from '../../design/index.ts';
import type { Asker } from '../../identity/index.ts';
import type { TopicSeen } from '../index.ts';
import { type Check, checkQuestions, isLowTwice } from '../supervision.ts';

/** Which of the page's small forms came back, and what was typed into it. */
export type Typed = { form: 'plan' | 'topic' | 'check' | 'schedule'; worker?: string; values: Values; errors: Errors };

/** What is to be talked over: a contact is a link for whoever may see the person, and a date for anybody else. */
export const useTopicText = () => {
  const words = useWords().supervision;
  return ({ topic, person }: TopicSeen): string => {
    if (topic.kind === 'own') return topic.words;
    const what = person ? words.aboutContact(person.name, formatDate(topic.at)) : words.contactOf(formatDate(topic.at));
    return topic.crossedLine ? `${what} (${words.crossed})` : what;
  };
};

export function Agenda({ agenda, typed }: { agenda: readonly TopicSeen[]; asker: Asker; typed: Typed | undefined }) {
  const words = useWords().supervision;
  const text = useTopicText();
  const mine = typed?.form === 'topic' ? typed : undefined;
  return (
    <Panel heading={words.agenda}>
      <p class="bothy-note">{words.agendaText}</p>
      {agenda.length === 0 && <p>{words.agendaNone}</p>}
      {agenda.map((each) => (
        <div class="bothy-todo__line" key={each.topic.id}>
          {each.topic.kind === 'contact' && each.person ? (
            <a href={`/people/${each.person.id}/contacts/${each.topic.id}`}>{text(each)}</a>
          ) : (
            <span>{text(each)}</span>
          )}
          {each.topic.kind === 'own' && (
            <Form action={`/supervision/topics/${each.topic.id}/remove`}>
              <Button variant="link">
                {words.remove}
                <HiddenText>{words.ofTopic(text(each))}</HiddenText>
              </Button>
            </Form>
          )}
        </div>
      ))}
      <Form action="/supervision/topics" values={mine?.values ?? {}}>
        <TextField name="words" label={words.addTopic} errors={mine?.errors ?? {}} />
        <Button small variant="secondary">
          {words.add}
        </Button>
      </Form>
    </Panel>
  );
}

export const useCheckText = () => {
  const words = useWords().supervision.check;
  return (check: Check): string =>
    words.line(
      formatDate(check.at),
      checkQuestions
        .filter((question) => check[question] !== null)
        .map((question) => `${words.short[question]} ${check[question]}`)
        .join(', '),
    );
};

export function CheckPanel({ checks, typed }: { checks: readonly Check[]; typed: Typed | undefined; asker: Asker }) {
  const words = useWords().supervision.check;
  const text = useCheckText();
  const mine = typed?.form === 'check' ? typed : undefined;
  return (
    <Panel heading={words.title} soft>
      {isLowTwice(checks) && (
        <InsetText>
          <p>
            <strong>{words.lowTwice}</strong>
          </p>
          <p>{words.lowTwiceText}</p>
        </InsetText>
      )}
      <p>{words.intro}</p>
      <Details summary={words.answer} open={mine !== undefined}>
        <Form action="/supervision/check" values={mine?.values ?? {}}>
          {checkQuestions.map((question) => (
            <Scale name={question} label={words.questions[question]} from={0} low={words.least} high={words.most} key={question} />
          ))}
          <Checkbox name="shared" label={words.share} />
          <Checkbox name="askLead" label={words.ask} />
          <Button small preventDoubleClick>
            {words.save}
          </Button>
        </Form>
      </Details>
      {checks.length > 0 && (
        <>
          <h3 class="nhsuk-heading-xs">{words.earlier}</h3>
          <ul class="nhsuk-list">
            {checks.slice(0, 4).map((check) => (
              <li key={check.id}>
                {text(check)} <span class="bothy-note">{check.shared ? words.sharedWith : words.private}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}
