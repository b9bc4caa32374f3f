import { type Context, Hono } from 'hono';
import {
  Button,
  calendarDay,
  Checkbox,
  Checkboxes,
  DateField,
  type Errors,
  Form,
  InsetText,
  Radios,
  TextField,
  useChrome,
  useWords,
} from '../../design/index.ts';
import { allow, askerOf, type Door, show, showProblem, started } from '../../identity/index.ts';
import { nomad } from '../../measures/index.ts';
import { addDays } from '../../platform/calendar.ts';
import { checkForm, readForm, type Typed } from '../../platform/forms.ts';
import { usualPulse } from '../core/round-items.ts';
import { kinds, leastPercents, type Round } from '../core/round.ts';
import type { MakeRefusal, Rounds } from '../index.ts';
import type { Site } from '../site.ts';
import { detailsForm, versionOf } from './rounds-form.ts';
import { statementsOf, useDay } from './rounds-words.tsx';
import { SitePage } from './site-page.tsx';

type C = Context<Door>;
type Again = { values?: Typed; errors?: Errors; stale?: Round };
const days = ['opensOn', 'closesOn'];
const usualDays = 14;

/** Makes a survey, or changes one that has not opened. */
export const makeRoundPage = (rounds: Rounds) => {
  const draw = async (c: C, again: Again = {}) => {
    const site = c.req.param('site') ?? '';
    const id = c.req.param('round');
    if (id) {
      const seen = await rounds.see(askerOf(c), site, id);
      if (!seen.ok) return showProblem(c, seen.error);
      if (seen.value.round.stage !== 'planned') return showProblem(c, 'not-found');
      return show(c, <MakePage site={seen.value.site} round={seen.value.round} today={seen.value.today} {...again} />, statusOf(again));
    }
    const seen = await rounds.list(askerOf(c), site);
    if (!seen.ok) return showProblem(c, seen.error);
    const today = calendarDay(started(c), askerOf(c).programme.settings.timeZone);
    return show(c, <MakePage site={seen.value.site} today={today} {...again} />, statusOf(again));
  };

  const save = async (c: C) => {
    const words = c.get('words').rounds.form.errors;
    const typed = await readForm(c, { many: ['items'], days });
    const checked = checkForm(
      detailsForm(
        words,
        nomad.items.map(({ id }) => id),
      ),
      typed,
    );
    if (!checked.ok) return draw(c, { values: typed, errors: checked.errors });
    const [site, id] = [c.req.param('site') ?? '', c.req.param('round')];
    const saved = await (id
      ? rounds.change(askerOf(c), site, id, checked.value, versionOf(typed))
      : rounds.make(askerOf(c), site, checked.value));
    if (saved.ok) return c.redirect(`/belonging/${site}/rounds/${saved.value.id}?done=${id ? 'round-changed' : 'round-made'}`, 303);
    return refused(c, saved.error, typed);
  };

  const refused = (c: C, why: MakeRefusal, values: Typed) => {
    const words = c.get('words').rounds.form.errors;
    if (typeof why === 'object' && 'stale' in why) return draw(c, { values, stale: why.stale });
    if (typeof why === 'object') return draw(c, { values, errors: { opensOn: words.tooSoon(why.tooSoonAfter, why.from) } });
    switch (why) {
      case 'items':
        return draw(c, { values, errors: { items: words.items } });
      case 'opens-past':
      case 'opens-far':
        return draw(c, { values, errors: { opensOn: words[why] } });
      case 'closes-first':
      case 'too-long':
        return draw(c, { values, errors: { closesOn: words[why] } });
      case 'not-now':
        return showProblem(c, 'changed-meanwhile');
      case 'not-found':
      case 'not-yours':
        return showProblem(c, why);
    }
  };

  return new Hono<Door>()
    .get('/:site/rounds/new', allow('keep belonging'), (c) => draw(c))
    .post('/:site/rounds/new', allow('keep belonging'), save)
    .get('/:site/rounds/:round/change', allow('keep belonging'), (c) => draw(c))
    .post('/:site/rounds/:round/change', allow('keep belonging'), save);
};

const statusOf = ({ stale, errors }: Again) => (stale ? 409 : errors ? 422 : 200);

function MakePage({ site, round, today, values = {}, errors, stale }: Again & { site: Site; round?: Round; today: string }) {
  const words = useWords().rounds;
  const { lang } = useChrome();
  const dayOf = useDay();
  const form = words.form;
  const named = { intervention: round?.intervention ?? form.usualIntervention, organisation: round?.organisation ?? site.name };
  const all = statementsOf({ ...named, items: nomad.items.map(({ id }) => id), general: false }, lang);
  const back = `/belonging/${site.id}/rounds`;
  return (
    <SitePage
      site={site}
      title={round ? form.changeTitle : form.title}
      back={{ href: round ? `${back}/${round.id}` : back }}
      errors={errors}
    >
      {stale && (
        <InsetText>
          <p>{form.stale}</p>
          <p>
            {[
              words.kinds[stale.kind],
              stale.intervention,
              stale.organisation,
              words.list.from(dayOf(stale.opensOn), dayOf(stale.closesOn)),
            ].join(' · ')}
          </p>
        </InsetText>
      )}
      <Form values={values} rowVersion={stale?.rowVersion ?? round?.rowVersion}>
        <Radios
          name="kind"
          label={form.kind}
          labelSize="m"
          value={round?.kind ?? 'full'}
          options={kinds.map((kind) => ({
            value: kind,
            text: words.kinds[kind],
            hint: form.kindHints[kind],
            ...(kind === 'pulse' && {
              reveal: (
                <Checkboxes
                  name="items"
                  label={form.items}
                  labelSize="s"
                  hint={form.itemsHint}
                  values={round?.kind === 'pulse' ? round.items : usualPulse}
                  options={all.map(({ id, text }) => ({ value: id, text }))}
                />
              ),
            }),
          }))}
        />
        <Checkbox
          name="general"
          value="yes"
          label={form.general}
          hint={`${form.generalHint} ${form.toConfirm}`}
          checked={round?.general ?? false}
        />
        <TextField name="intervention" label={form.intervention} hint={form.interventionHint} value={named.intervention} />
        <TextField name="organisation" label={form.organisation} value={named.organisation} />
        <DateField name="opensOn" label={form.opensOn} value={round?.opensOn ?? today} />
        <DateField name="closesOn" label={form.closesOn} hint={form.closesHint} value={round?.closesOn ?? addDays(today, usualDays)} />
        <Radios
          name="leastPercent"
          label={form.least}
          hint={form.leastHint}
          value={String(round?.leastPercent ?? 50)}
          options={leastPercents.map((each) => ({ value: String(each), text: form.leasts[each] }))}
        />
        <Button preventDoubleClick>{round ? form.saveChange : form.save}</Button>
      </Form>
    </SitePage>
  );
}
