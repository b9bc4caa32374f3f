import { type Context, Hono } from 'hono';
import {
  Button,
  Checkboxes,
  type Errors,
  Form,
  Page,
  Panel,
  Select,
  TextField,
  useChrome,
  useWords,
  type Values,
} from '../../design/index.ts';
import { allow, askerOf, type Door, show, showProblem } from '../../identity/index.ts';
import { readForm, type Typed } from '../../platform/forms.ts';
import type { Measures, ScheduleSeen } from '../index.ts';
import { points, textIn } from '../instrument.ts';
import { limits, places, readSchedule } from './schedule-form.ts';

type C = Context<Door>;

/** When measures are asked, and how much of somebody's time they may take. */
export const measureSchedulePage = (measures: Measures) => {
  const showSchedule = async (c: C, problem?: { values: Typed; errors: Errors; stale?: boolean }) => {
    const seen = await measures.seeSchedule(askerOf(c));
    if (!seen.ok) return showProblem(c, seen.error);
    const { values = {}, errors } = problem ?? {};
    return show(c, <SchedulePage seen={seen.value} values={values} errors={errors} />, problem?.stale ? 409 : problem ? 422 : 200);
  };
  return new Hono<Door>()
    .use('/schedule', allow('manage instruments'))
    .get('/schedule', (c) => showSchedule(c))
    .post('/schedule', async (c) => {
      const words = c.get('words').measures.schedule;
      const typed = await readForm(c, { many: Array.from({ length: places }, (_, n) => `points-${n}`) });
      const read = readSchedule(typed, words);
      if (!read.ok) return showSchedule(c, { values: typed, errors: read.errors });
      const saved = await measures.saveSchedule(askerOf(c), read.value, Number(typed['rowVersion']) || 0);
      if (saved.ok) return c.redirect('/instruments/schedule?done=schedule-saved', 303);
      if (saved.error === 'stale') return showSchedule(c, { values: typed, errors: { _form: words.stale }, stale: true });
      return showProblem(c, saved.error);
    });
};

function SchedulePage({ seen, values, errors }: { seen: ScheduleSeen; values: Values; errors?: Errors | undefined }) {
  const words = useWords().measures;
  const w = words.schedule;
  const { lang } = useChrome();
  const { schedule, offered, burden, rowVersion } = seen;
  const options = [
    { value: '', text: w.nothing },
    ...offered.map(({ instrument }) => ({
      value: instrument.id,
      text: `${textIn(instrument.name, lang)} (${words.minutes(instrument.minutes)})`,
    })),
  ];
  const suffixes = { minutesPerMeeting: w.minutes, minutesPerMonth: w.minutes, declinesBeforeQuiet: w.times, linkDays: w.days };
  const labels = {
    minutesPerMeeting: w.perMeeting,
    minutesPerMonth: w.perMonth,
    reviewEveryWeeks: w.reviewEvery,
    followUpAfterWeeks: w.followUpAfter,
    declinesBeforeQuiet: w.declines,
    quietWeeks: w.quiet,
    linkDays: w.link,
  };
  const typed = Array.from({ length: places }, (_, n) => n).findLast((n) => values[`instrument-${n}`]) ?? 0;
  const shown = Math.min(places, Math.max(schedule.entries.length + 2, typed + 1));
  return (
    <Page title={w.title} back={{ href: '/instruments', text: words.instruments.title }} errors={errors}>
      <p>{w.about}</p>
      <Panel heading={w.burden} soft>
        <ul class="nhsuk-list">
          {burden.map(({ point, minutes, over }) => (
            <li key={point}>
              {w.at(point, minutes)} {over && <strong>{w.over}</strong>}
            </li>
          ))}
        </ul>
        <p class="bothy-note">{w.assumption}</p>
      </Panel>
      <Form action="/instruments/schedule" values={values} rowVersion={rowVersion}>
        <h2 class="nhsuk-heading-m">{w.entries}</h2>
        {Array.from({ length: shown }, (_, n) => (
          <Panel key={n}>
            <Select name={`instrument-${n}`} label={w.which(n + 1)} options={options} value={schedule.entries[n]?.instrument ?? ''} />
            <Checkboxes
              name={`points-${n}`}
              label={w.points}
              labelSize="s"
              inline
              values={schedule.entries[n]?.points ?? []}
              options={points.map((value) => ({ value, text: words.points[value] }))}
            />
          </Panel>
        ))}
        <h2 class="nhsuk-heading-m">{w.budget}</h2>
        {limits.map(({ name }) => (
          <TextField
            key={name}
            name={name}
            label={labels[name]}
            value={String(schedule[name])}
            inputmode="numeric"
            width={3}
            suffix={name in suffixes ? suffixes[name as keyof typeof suffixes] : w.weeks}
          />
        ))}
        <Button preventDoubleClick>{w.save}</Button>
      </Form>
    </Page>
  );
}
