import { type Context, Hono } from 'hono';
import { allow, askerOf, type Door, show, showProblem } from '../../identity/index.ts';
import { checkForm, type Errors, readForm, type Typed } from '../../platform/forms.ts';
import { tellingOf } from '../core/names-somebody.ts';
import type { Together } from '../index.ts';
import { unchecked } from './no-names.tsx';
import { actionForm, attendanceIn, decisionForm, meetingForm, notesForm } from './steering-forms.ts';
import { AgreePage, DecidePage, HeldPage } from './steering-meeting-forms.tsx';
import { EditMeetingPage, MeetingPage } from './steering-meeting.tsx';
import { MinutesPage, PaperPage } from './steering-print.tsx';

type C = Context<Door>;
type Again = { values?: Typed; errors?: Errors; stale?: boolean };

const statusOf = ({ errors, stale }: Again) => (stale ? 409 : errors ? 422 : 200);
const versionIn = (typed: Typed) => Number(typed['rowVersion']) || 0;
const pages = { change: EditMeetingPage, held: HeldPage, decide: DecidePage, agree: AgreePage, minutes: MinutesPage, see: MeetingPage };

/** When the group meets, what it reads, and what it decides and agrees. */
export const meetingsPage = (together: Together) => {
  const zone = (c: C) => askerOf(c).programme.settings.timeZone;
  const draw = async (c: C, name: keyof typeof pages, id: string, again: Again = {}) => {
    const seen = await together.seeMeeting(askerOf(c), id);
    if (!seen.ok) return showProblem(c, seen.error);
    const props = { seen: seen.value, meeting: seen.value.meeting, timeZone: zone(c), ...again };
    const Shown = pages[name];
    return show(c, <Shown {...props} />, statusOf(again));
  };
  const keepers = allow('keep steering');

  return new Hono<Door>()
    .use(allow('take part in steering'))
    .get('/new', keepers, (c) => show(c, <EditMeetingPage timeZone={zone(c)} />))
    .post('/new', keepers, async (c) => {
      const typed = await readForm(c, { days: ['day'] });
      const checked = checkForm(meetingForm(c.get('words').steering.errors, zone(c)), typed);
      if (!checked.ok) return show(c, <EditMeetingPage timeZone={zone(c)} values={typed} errors={checked.errors} />, 422);
      const { calledOff: _, ...given } = checked.value;
      const planned = await together.planMeeting(askerOf(c), given);
      return planned.ok ? c.redirect(`/steering/meetings/${planned.value}?done=meeting-saved`, 303) : showProblem(c, planned.error);
    })
    .get('/:meeting', (c) => draw(c, 'see', c.req.param('meeting')))
    .get('/:meeting/minutes', (c) => draw(c, 'minutes', c.req.param('meeting')))
    .get('/:meeting/papers/:paper', async (c) => {
      const seen = await together.seePaper(askerOf(c), c.req.param('meeting'), c.req.param('paper'));
      return seen.ok ? show(c, <PaperPage {...seen.value} timeZone={zone(c)} />) : showProblem(c, seen.error);
    })
    .post('/:meeting/papers', keepers, async (c) => {
      const id = c.req.param('meeting');
      const made = await together.makePaper(askerOf(c), id);
      return made.ok ? c.redirect(`/steering/meetings/${id}/papers/${made.value}?done=paper-made`, 303) : showProblem(c, made.error);
    })
    .get('/:meeting/change', keepers, (c) => draw(c, 'change', c.req.param('meeting')))
    .post('/:meeting/change', keepers, async (c) => {
      const id = c.req.param('meeting');
      const typed = await readForm(c, { days: ['day'] });
      const checked = checkForm(meetingForm(c.get('words').steering.errors, zone(c)), typed);
      if (!checked.ok) return draw(c, 'change', id, { values: typed, errors: checked.errors });
      const saved = await together.changeMeeting(askerOf(c), id, checked.value, versionIn(typed));
      if (saved.ok) return c.redirect(`/steering/meetings/${id}?done=meeting-saved`, 303);
      return typeof saved.error === 'object' ? draw(c, 'change', id, { values: typed, stale: true }) : showProblem(c, saved.error);
    })
    .get('/:meeting/held', keepers, (c) => draw(c, 'held', c.req.param('meeting')))
    .post('/:meeting/held', keepers, async (c) => {
      const id = c.req.param('meeting');
      const words = c.get('words');
      const typed = await readForm(c);
      const checked = checkForm(notesForm(words.steering.errors), typed);
      const errors = checked.ok ? unchecked(words, typed, { notes: tellingOf(checked.value.notes) }) : checked.errors;
      if (!checked.ok || errors) return draw(c, 'held', id, { values: typed, errors: errors ?? {} });
      const held = { attendance: attendanceIn(typed), notes: checked.value.notes };
      const saved = await together.noteMeeting(askerOf(c), id, held, versionIn(typed));
      if (saved.ok) return c.redirect(`/steering/meetings/${id}?done=attendance-saved`, 303);
      return typeof saved.error === 'object' ? draw(c, 'held', id, { values: typed, stale: true }) : showProblem(c, saved.error);
    })
    .get('/:meeting/decide', keepers, (c) => draw(c, 'decide', c.req.param('meeting')))
    .post('/:meeting/decide', keepers, async (c) => {
      const id = c.req.param('meeting');
      const words = c.get('words');
      const typed = await readForm(c);
      const checked = checkForm(decisionForm(words.steering.errors), typed);
      if (!checked.ok) return draw(c, 'decide', id, { values: typed, errors: checked.errors });
      const { what, reason, otherwise } = checked.value;
      const telling = unchecked(words, typed, { what: tellingOf(what), reason: tellingOf(reason), otherwise: tellingOf(otherwise) });
      if (telling) return draw(c, 'decide', id, { values: typed, errors: telling });
      const decided = await together.decide(askerOf(c), id, checked.value);
      if (decided.ok) return c.redirect(`/steering/meetings/${id}?done=decision-saved`, 303);
      const { errors } = words.steering;
      switch (decided.error) {
        case 'not-found':
        case 'not-yours':
          return showProblem(c, decided.error);
        case 'not-held':
          return draw(c, 'decide', id, { values: typed, errors: { _form: errors.notHeld } });
        case 'idea-gone':
          return draw(c, 'decide', id, { values: typed, errors: { about: errors.ideaGone } });
        case 'proposal-decided':
          return draw(c, 'decide', id, { values: typed, errors: { about: errors.decidedMeanwhile } });
        case 'proposal-outdated':
          return draw(c, 'decide', id, { values: typed, errors: { about: errors.outdated } });
      }
    })
    .get('/:meeting/agree', keepers, (c) => draw(c, 'agree', c.req.param('meeting')))
    .post('/:meeting/agree', keepers, async (c) => {
      const id = c.req.param('meeting');
      const { errors } = c.get('words').steering;
      const typed = await readForm(c, { days: ['dueOn'] });
      const checked = checkForm(actionForm(errors), typed);
      if (!checked.ok) return draw(c, 'agree', id, { values: typed, errors: checked.errors });
      const added = await together.addAction(askerOf(c), id, checked.value);
      if (added.ok) return c.redirect(`/steering/meetings/${id}?done=action-saved`, 303);
      return added.error === 'no-owner'
        ? draw(c, 'agree', id, { values: typed, errors: { owner: errors.owner } })
        : showProblem(c, added.error);
    });
};
