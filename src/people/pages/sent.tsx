import { Hono } from 'hono';
import {
  Button,
  ButtonRow,
  EmptyState,
  Form,
  formatDateTime,
  HiddenText,
  Panel,
  Prose,
  Tag,
  type TagColour,
  useWords,
} from '../../design/index.ts';
import { allow, askerOf, type Door, readsOf, show, showProblem } from '../../identity/index.ts';
import type { MessageAbout } from '../../messages/index.ts';
import type { Person } from '../person.ts';
import { PersonPage } from './person-page.tsx';
import type { Posting } from '../index.ts';

/** What was sent to somebody, by which way, or why it was not. */
export const sentPage = (posting: Posting) =>
  new Hono<Door>()
    .get('/:id/messages', allow('see person'), async (c) => {
      const found = await posting.seeSent(askerOf(c), c.req.param('id'));
      if (!found.ok) return showProblem(c, found.error);
      readsOf(c, found.value.person.id);
      return show(c, <SentPage {...found.value} timeZone={askerOf(c).programme.settings.timeZone} />);
    })
    .use('/:id/messages/*', allow('support person'))
    .post('/:id/messages/:message/done', async (c) => {
      const { id, message } = c.req.param();
      const told = await posting.told(askerOf(c), id, message);
      return told.ok ? c.redirect(`/people/${id}/messages?done=message-told`, 303) : showProblem(c, told.error);
    })
    .post('/:id/messages/:message/not-needed', async (c) => {
      const { id, message } = c.req.param();
      const stopped = await posting.notNeeded(askerOf(c), id, message);
      return stopped.ok ? c.redirect(`/people/${id}/messages?done=message-not-needed`, 303) : showProblem(c, stopped.error);
    });

type Props = { person: Person; sent: readonly MessageAbout[]; timeZone: string };

function SentPage({ person, sent, timeZone }: Props) {
  const words = useWords().posting.sent;
  return (
    <PersonPage person={person} title={words.title}>
      <p>{words.about}</p>
      {sent.length === 0 && (
        <EmptyState title={words.none}>
          <p>{words.noneText}</p>
        </EmptyState>
      )}
      {sent.map((message) => (
        <Sent key={message.id} {...{ message, person, timeZone }} />
      ))}
    </PersonPage>
  );
}

const colours: Record<MessageAbout['state'], TagColour> = {
  ...{ queued: 'blue', sending: 'blue', 'to-print': 'yellow', 'by-hand': 'yellow', sent: 'green', stopped: 'grey', failed: 'red' },
};

function Sent({ message, person, timeZone }: { message: MessageAbout; person: Person; timeZone: string }) {
  const { posting, messages } = useWords();
  const { state, template, why, way, sentAt, queuedAt, subject, text, id } = message;
  const codes: Readonly<Record<string, string>> = messages.why;
  const names: Readonly<Record<string, string>> = messages.templates;
  const name = names[template] ?? template;
  const facts = [way && posting.way[way], formatDateTime(sentAt ?? queuedAt, { timeZone }), why && (codes[why] ?? why)].filter(Boolean);
  const to = (what: string) => `/people/${person.id}/messages/${id}/${what}`;
  return (
    <Panel heading={name}>
      <p>
        <Tag colour={colours[state]}>{messages.states[state]}</Tag> {facts.join(' · ')}
      </p>
      {subject && <h3 class="nhsuk-heading-xs">{subject}</h3>}
      {text && <Prose text={text} />}
      {state === 'by-hand' && (
        <ButtonRow>
          <Form action={to('done')}>
            <Button small preventDoubleClick>
              {posting.sent.told}
              <HiddenText>: {name}</HiddenText>
            </Button>
          </Form>
          <Form action={to('not-needed')}>
            <Button small variant="secondary" preventDoubleClick>
              {posting.sent.notNeeded}
              <HiddenText>: {name}</HiddenText>
            </Button>
          </Form>
        </ButtonRow>
      )}
      {state === 'to-print' && <a href="/letters">{posting.sent.toPrint}</a>}
    </Panel>
  );
}
