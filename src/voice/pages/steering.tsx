import { type Context, Hono } from 'hono';
import { allow, askerOf, type Door, mayAtAll, show, showProblem, started } from '../../identity/index.ts';
import { dayIn } from '../../platform/calendar.ts';
import { checkForm, type Errors, readForm, type Typed } from '../../platform/forms.ts';
import type { Together } from '../index.ts';
import { ActionPage } from './steering-action.tsx';
import { BallotPage, BallotsPage } from './steering-ballots.tsx';
import { ballotForm, finishForm, memberForm } from './steering-forms.ts';
import { GroupPage, MemberPage } from './steering-group.tsx';
import { SteeringHomePage } from './steering-home.tsx';
import { tellingOf } from '../core/names-somebody.ts';
import { unchecked } from './no-names.tsx';

type C = Context<Door>;
type Again = { values?: Typed; errors?: Errors; stale?: boolean };

const statusOf = ({ errors, stale }: Again) => (stale ? 409 : errors ? 422 : 200);
const versionIn = (typed: Typed) => Number(typed['rowVersion']) || 0;

/** The group: who is in it, what it agreed, and its votes. Its meetings are in steering-meetings.tsx. */
export const steeringPage = (together: Together) => {
  const frame = (c: C) => {
    const { slug, settings } = askerOf(c).programme;
    return {
      slug,
      timeZone: settings.timeZone,
      today: dayIn(settings.timeZone, started(c)),
      mayKeep: mayAtAll(askerOf(c), 'keep steering'),
    };
  };
  const group = async (c: C, again: Again = {}, id?: string) => {
    const seen = await together.seeGroup(askerOf(c));
    if (!seen.ok) return showProblem(c, seen.error);
    const member = seen.value.members.find((each) => each.id === id);
    if (id && !member) return showProblem(c, 'not-found');
    const { today, mayKeep } = frame(c);
    const page = member ? (
      <MemberPage group={seen.value} member={member} today={today} {...again} />
    ) : (
      <GroupPage group={seen.value} today={today} mayKeep={mayKeep} {...again} />
    );
    return show(c, page, statusOf(again));
  };
  const action = async (c: C, id: string, again: Again = {}) => {
    const seen = await together.seeAction(askerOf(c), id);
    return seen.ok ? show(c, <ActionPage {...seen.value} {...again} />, statusOf(again)) : showProblem(c, seen.error);
  };
  const ballots = async (c: C, again: Again = {}) => {
    const seen = await together.seeBallots(askerOf(c));
    return seen.ok ? show(c, <BallotsPage ballots={seen.value} {...frame(c)} {...again} />, statusOf(again)) : showProblem(c, seen.error);
  };
  const ballot = async (c: C, id: string, again: Again = {}) => {
    const seen = await together.seeBallot(askerOf(c), id);
    return seen.ok ? show(c, <BallotPage seen={seen.value} {...again} />, statusOf(again)) : showProblem(c, seen.error);
  };

  return new Hono<Door>()
    .use(allow('take part in steering'))
    .get('/', async (c) => {
      const seen = await together.seeSteering(askerOf(c));
      return seen.ok ? show(c, <SteeringHomePage home={seen.value} {...frame(c)} />) : showProblem(c, seen.error);
    })
    .get('/group', (c) => group(c))
    .post('/group', allow('keep steering'), async (c) => {
      const typed = await readForm(c, { days: ['fromDay', 'untilDay'] });
      const checked = checkForm(memberForm(c.get('words').steering.errors), typed);
      if (!checked.ok) return group(c, { values: typed, errors: checked.errors });
      const added = await together.addMember(askerOf(c), checked.value);
      return added.ok ? c.redirect('/steering/group?done=member-saved', 303) : showProblem(c, added.error);
    })
    .get('/group/:member', allow('keep steering'), (c) => group(c, {}, c.req.param('member')))
    .post('/group/:member', allow('keep steering'), async (c) => {
      const id = c.req.param('member');
      const typed = await readForm(c, { days: ['fromDay', 'untilDay'] });
      const checked = checkForm(memberForm(c.get('words').steering.errors), typed);
      if (!checked.ok) return group(c, { values: typed, errors: checked.errors }, id);
      const saved = await together.changeMember(askerOf(c), id, checked.value, versionIn(typed));
      if (saved.ok) return c.redirect('/steering/group?done=member-saved', 303);
      return typeof saved.error === 'object' ? group(c, { values: typed, stale: true }, id) : showProblem(c, saved.error);
    })
    .get('/actions/:action', (c) => action(c, c.req.param('action')))
    .post('/actions/:action', async (c) => {
      const id = c.req.param('action');
      const words = c.get('words');
      const typed = await readForm(c);
      const done = typed['done'] !== 'no';
      const checked = checkForm(finishForm(words.steering.errors), done ? typed : { cameOfIt: words.steering.action.reopen });
      const errors = checked.ok
        ? unchecked(words, done ? typed : { noNames: 'yes' }, { cameOfIt: tellingOf(checked.value.cameOfIt) })
        : checked.errors;
      if (!checked.ok || errors) return action(c, id, { values: typed, errors: errors ?? {} });
      const cameOfIt = done ? checked.value.cameOfIt : '';
      const saved = await together.finishAction(askerOf(c), id, { done, cameOfIt }, versionIn(typed));
      if (saved.ok) return c.redirect(`/steering/actions/${id}?done=${done ? 'action-done' : 'action-reopened'}`, 303);
      if (saved.error !== 'changed-meanwhile') return showProblem(c, saved.error);
      return action(c, id, { values: typed, errors: { _form: words.steering.errors.stale }, stale: true });
    })
    .get('/ballots', (c) => ballots(c))
    .post('/ballots', allow('keep steering'), async (c) => {
      const typed = await readForm(c, { days: ['closesOn'] });
      const checked = checkForm(ballotForm(c.get('words').steering.errors, frame(c).today), typed);
      if (!checked.ok) return ballots(c, { values: typed, errors: checked.errors });
      const opened = await together.openBallot(askerOf(c), checked.value);
      return opened.ok ? c.redirect(`/steering/ballots/${opened.value}?done=vote-opened`, 303) : showProblem(c, opened.error);
    })
    .get('/ballots/:ballot', (c) => ballot(c, c.req.param('ballot')))
    .post('/ballots/:ballot', async (c) => {
      const id = c.req.param('ballot');
      const { errors } = c.get('words').steering;
      const typed = await readForm(c, { many: ['choice'] });
      const voted = await together.vote(askerOf(c), id, [typed['choice'] ?? []].flat());
      if (voted.ok) return c.redirect(`/steering/ballots/${id}?done=vote-cast`, 303);
      switch (voted.error) {
        case 'not-found':
        case 'not-yours':
          return showProblem(c, voted.error);
        case 'none-chosen':
        case 'unknown-option':
          return ballot(c, id, { values: typed, errors: { choice: errors.vote } });
        case 'too-many': {
          const seen = await together.seeBallot(askerOf(c), id);
          return ballot(c, id, { values: typed, errors: { choice: errors.tooManyChosen(seen.ok ? seen.value.ballot.choose : 1) } });
        }
        case 'closed':
          return ballot(c, id, { values: typed, errors: { _form: errors.closedMeanwhile } });
        case 'voted-already':
          return ballot(c, id, { values: typed, errors: { _form: errors.votedAlready } });
        case 'no-member':
          return ballot(c, id, { values: typed, errors: { _form: errors.notMember } });
      }
    })
    .post('/ballots/:ballot/close', allow('keep steering'), async (c) => {
      const id = c.req.param('ballot');
      const closed = await together.closeBallot(askerOf(c), id);
      return closed.ok ? c.redirect(`/steering/ballots/${id}?done=vote-closed`, 303) : showProblem(c, closed.error);
    });
};
