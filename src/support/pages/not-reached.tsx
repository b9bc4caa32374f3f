import { type Context, Hono } from 'hono';
import * as z from 'zod';
import { Button, ButtonRow, type Errors, Form, Hidden, TextArea, useWords, type Values, WarningCallout } from '../../design/index.ts';
import { PersonPage } from '../../people/index.ts';
import { allow, askerOf, type Door, readsOf, show, showProblem } from '../../identity/index.ts';
import { checkForm, readForm, type Typed } from '../../platform/forms.ts';
import type { BeforeClosing, Supports } from '../index.ts';
import { text } from './asked.ts';
import { versionFields } from './close-form.ts';

/** The short way to end support with somebody who could not be reached: offered after a fair number of tries, decided by a person. */
export const notReachedPage = (support: Supports) => {
  const showForm = async (
    c: Context<Door, '/:id/could-not-be-reached'>,
    again: { values?: Typed; errors?: Errors; changed?: boolean } = {},
  ) => {
    const before = await support.beforeClosing(askerOf(c), c.req.param('id'));
    if (!before.ok) return showProblem(c, before.error === 'not-open' ? 'changed-meanwhile' : before.error);
    const open = before.value.support.stage.name === 'open';
    if ((!open || !before.value.protocol.mayClose) && !again.values) return showProblem(c, 'changed-meanwhile');
    readsOf(c, before.value.person.id);
    return show(c, <NotReachedPage before={before.value} {...again} />, again.changed ? 409 : again.errors ? 422 : 200);
  };

  return new Hono<Door>()
    .use('/:id/could-not-be-reached', allow('support person'))
    .get('/:id/could-not-be-reached', (c) => showForm(c))
    .post('/:id/could-not-be-reached', async (c) => {
      const tooLong = c.get('words').support.closing.errors.tooLong(2000);
      const typed = await readForm(c);
      const checked = checkForm(z.object({ ...versionFields, forPractice: text(2000, tooLong), whatNext: text(2000, tooLong) }), typed);
      if (!checked.ok) return showForm(c, { values: typed, errors: checked.errors });
      const { support: id, rowVersion, ...rest } = checked.value;
      const ending = { ...rest, because: 'could-not-be-reached' as const, goals: [], outcome: '', didNotWork: '', tellReferrer: true };
      const closed = await support.close(askerOf(c), c.req.param('id'), { support: id, rowVersion }, ending);
      if (closed.ok) return c.redirect(`/people/${c.req.param('id')}?done=support-ended`, 303);
      if (closed.error === 'changed-meanwhile' || typeof closed.error === 'object') return showForm(c, { values: typed, changed: true });
      return showProblem(c, closed.error);
    });
};

function NotReachedPage({
  before: { person, support, protocol },
  values = {},
  errors,
  changed,
}: {
  before: BeforeClosing;
  values?: Values;
  errors?: Errors;
  changed?: boolean;
}) {
  const { notReached: words, closing, protocol: protocolWords } = useWords().support;
  return (
    <PersonPage person={person} title={words.title} errors={errors}>
      {changed && (
        <WarningCallout heading={protocol.mayClose ? undefined : words.soon} headingLevel={2}>
          {closing.changed}
        </WarningCallout>
      )}
      <p>{words.tried(protocolWords.state(protocol.tries, protocol.of, protocol.days, protocol.ofDays))}</p>
      <p>{words.text}</p>
      <Form action={`/people/${person.id}/could-not-be-reached`} values={values} rowVersion={support.rowVersion}>
        <Hidden name="support" value={support.id} />
        <TextArea name="forPractice" label={closing.forPractice} labelSize="m" hint={closing.forPracticeHint} rows={2} optional />
        <TextArea name="whatNext" label={words.whatNext} labelSize="m" rows={2} optional />
        <ButtonRow>
          <Button variant="warning" preventDoubleClick>
            {words.save}
          </Button>
          <a href={`/people/${person.id}`}>{words.goOn}</a>
        </ButtonRow>
      </Form>
    </PersonPage>
  );
}
