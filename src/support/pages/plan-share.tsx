import { Hono } from 'hono';
import { Button, ButtonRow, EmptyState, Form, formatDateTime, Panel, Radios, Table, useWords } from '../../design/index.ts';
import { allow, askerOf, type Door, readsOf, show, showProblem, started } from '../../identity/index.ts';
import { nameOf, PersonPage, SafeContactFacts } from '../../people/index.ts';
import { readForm } from '../../platform/forms.ts';
import type { PlanSharing, SharesSeen } from '../index.ts';
import { isShareOver, type PlanShare } from '../share.ts';

const ways = ['usual', 'large', 'easy'] as const;

/** Giving the person their own copy of their plan, and taking the link back. */
export const planSharePage = (sharing: PlanSharing) =>
  new Hono<Door>()
    .use('/:id/plan/share', allow('support person'))
    .use('/:id/plan/share/*', allow('support person'))
    .get('/:id/plan/share', async (c) => {
      const seen = await sharing.seeShares(askerOf(c), c.req.param('id'));
      if (!seen.ok) return showProblem(c, seen.error);
      readsOf(c, seen.value.person.id);
      return show(c, <SharePage seen={seen.value} now={started(c)} timeZone={askerOf(c).programme.settings.timeZone} />);
    })
    .post('/:id/plan/share', async (c) => {
      const typed = await readForm(c);
      const way = ways.find((each) => each === typed['as']) ?? 'usual';
      const shared = await sharing.sharePlan(askerOf(c), c.req.param('id'), { large: way !== 'usual', easy: way === 'easy' });
      if (!shared.ok) return showProblem(c, shared.error === 'no-plan' ? 'not-found' : shared.error);
      return c.redirect(`/people/${c.req.param('id')}/plan/share?done=plan-shared`, 303);
    })
    .post('/:id/plan/share/stop', async (c) => {
      const stopped = await sharing.stopSharing(askerOf(c), c.req.param('id'));
      if (!stopped.ok) return showProblem(c, stopped.error);
      return c.redirect(`/people/${c.req.param('id')}/plan/share?done=plan-sharing-stopped`, 303);
    });

function SharePage({ seen: { person, plan, shares }, now, timeZone }: { seen: SharesSeen; now: Date; timeZone: string }) {
  const { share: words, title } = useWords().support.plan;
  const here = `/people/${person.id}/plan/share`;
  const at = (when: Date) => formatDateTime(when, { timeZone });
  const stands = (share: PlanShare) => {
    if (share.stoppedAt) return words.stopped(at(share.stoppedAt));
    if (isShareOver(share, now)) return words.over(at(share.expiresAt));
    return words.until(at(share.expiresAt));
  };
  return (
    <PersonPage
      person={person}
      section="plan"
      title={words.title(nameOf(person))}
      back={{ href: `/people/${person.id}/plan`, text: title }}
    >
      {!plan && (
        <EmptyState title={words.noPlan}>
          <a href={`/people/${person.id}/plan`}>{words.writePlan}</a>
        </EmptyState>
      )}
      {plan && (
        <Form action={here}>
          <p>{words.intro}</p>
          <Panel heading={words.reach} soft>
            <SafeContactFacts person={person} />
          </Panel>
          <Radios
            name="as"
            label={words.as}
            labelSize="m"
            value="usual"
            options={ways.map((value) => ({ value, text: words.ways[value] }))}
          />
          <ButtonRow>
            <Button preventDoubleClick>{words.send}</Button>
          </ButtonRow>
        </Form>
      )}
      {shares.length > 0 && (
        <>
          <Table
            caption={words.sent}
            rows={shares}
            responsive
            columns={[
              { header: words.when, rowHeader: true, cell: ({ sharedAt }) => at(sharedAt) },
              { header: words.opened, cell: ({ openedAt }) => (openedAt ? at(openedAt) : words.notOpened) },
              { header: words.link, cell: stands },
            ]}
          />
          {shares.some((share) => !isShareOver(share, now)) && (
            <Form action={`${here}/stop`}>
              <Button variant="secondary">{words.stop}</Button>
            </Form>
          )}
        </>
      )}
    </PersonPage>
  );
}
