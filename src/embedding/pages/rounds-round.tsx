import { type Context, Hono } from 'hono';
import { Button, type Errors, useWords } from '../../design/index.ts';
import { allow, askerOf, type Door, show, showProblem, started } from '../../identity/index.ts';
import { checkForm, readForm, type Typed } from '../../platform/forms.ts';
import type { Result } from '../../platform/result.ts';
import type { KeepRefusal, Rounds, RoundSeen } from '../index.ts';
import { codesForm, inviteForm } from './rounds-form.ts';
import { KeepRound } from './rounds-keep-view.tsx';
import { Results } from './rounds-results.tsx';
import { CodeSheet } from './rounds-sheet.tsx';
import { useDay } from './rounds-words.tsx';
import { SitePage } from './site-page.tsx';

type C = Context<Door>;
export type Again = { values?: Typed; errors?: Errors };
const steps = { open: 'round-opened', remind: 'round-reminded', close: 'round-closed', 'call-off': 'round-called-off' } as const;

/** One survey: before and while it is open, who is invited; when it has closed, what it tells. */
export const roundPage = (rounds: Rounds, publicUrl: string) => {
  const where = (c: C) => [c.req.param('site') ?? '', c.req.param('round') ?? ''] as const;
  const hereOf = (c: C) => `/belonging/${where(c).join('/rounds/')}`;

  const draw = async (c: C, again: Again = {}) => {
    const seen = await rounds.see(askerOf(c), ...where(c));
    if (!seen.ok) return showProblem(c, seen.error);
    return show(c, <RoundPage seen={seen.value} {...again} />, again.errors ? 422 : 200);
  };
  const refused = (c: C, why: KeepRefusal) => showProblem(c, why === 'not-found' || why === 'not-yours' ? why : 'changed-meanwhile');
  const answered = (c: C, done: Result<unknown, KeepRefusal>, notice: string) =>
    done.ok ? c.redirect(`${hereOf(c)}?done=${notice}`, 303) : refused(c, done.error);

  const app = new Hono<Door>()
    .get('/:site/rounds/:round', allow('see belonging'), (c) => draw(c))
    .get('/:site/rounds/:round/print', allow('see belonging'), async (c) => {
      const seen = await rounds.see(askerOf(c), ...where(c));
      if (!seen.ok) return showProblem(c, seen.error);
      return seen.value.report ? show(c, <PrintPage seen={seen.value} />) : showProblem(c, 'not-found');
    })
    .post('/:site/rounds/:round/invite', allow('keep belonging'), async (c) => {
      const typed = await readForm(c);
      const checked = checkForm(inviteForm(c.get('words').rounds.keep.errors), typed);
      if (!checked.ok) return draw(c, { values: typed, errors: checked.errors });
      return answered(c, await rounds.invite(askerOf(c), ...where(c), checked.value.role, checked.value.addresses), 'round-invited');
    })
    .post('/:site/rounds/:round/codes', allow('keep belonging'), async (c) => {
      const typed = await readForm(c);
      const checked = checkForm(codesForm(c.get('words').rounds.keep.errors), typed);
      if (!checked.ok) return draw(c, { values: typed, errors: checked.errors });
      const made = await rounds.makeCodes(askerOf(c), ...where(c), checked.value.paperRole, checked.value.count);
      if (!made.ok) return refused(c, made.error);
      c.header('cache-control', 'no-store');
      return show(
        c,
        <CodeSheet {...made.value} programme={askerOf(c).programme.name} publicUrl={publicUrl} back={hereOf(c)} now={started(c)} />,
      );
    })
    .post('/:site/rounds/:round/uninvite', allow('keep belonging'), async (c) => {
      const { slip = '' } = await readForm(c);
      return answered(c, await rounds.uninvite(askerOf(c), ...where(c), String(slip)), 'round-removed');
    })
    .post('/:site/rounds/:round/wording', allow('keep belonging'), async (c) =>
      answered(c, await rounds.confirmWording(askerOf(c), where(c)[0]), 'round-wording'),
    );
  for (const [step, notice] of Object.entries(steps)) {
    const turn = { open: rounds.open, remind: rounds.remind, close: rounds.close, 'call-off': rounds.callOff }[step as keyof typeof steps];
    app.post(`/:site/rounds/:round/${step}`, allow('keep belonging'), async (c: C) =>
      answered(c, await turn(askerOf(c), ...where(c)), notice),
    );
  }
  return app;
};

function RoundPage({ seen, values, errors }: Again & { seen: RoundSeen }) {
  const words = useWords().rounds;
  const dayOf = useDay();
  const { site, round, report } = seen;
  const period = words.results.period(dayOf(round.opensOn), dayOf(round.closedOn ?? round.closesOn));
  return (
    <SitePage
      site={site}
      caption={`${round.siteName}, ${period}`}
      title={
        report ? words.results.title(words.kinds[round.kind]) : `${words.kinds[round.kind]}: ${words.stages[round.stage].toLowerCase()}`
      }
      back={{ href: `/belonging/${site.id}/rounds`, text: words.list.title }}
      errors={errors}
      actions={
        report && (
          <Button variant="secondary" small href={`/belonging/${site.id}/rounds/${round.id}/print`}>
            {words.results.print}
          </Button>
        )
      }
    >
      {report ? <Results seen={seen} /> : <KeepRound seen={seen} values={values ?? {}} />}
    </SitePage>
  );
}

function PrintPage({ seen }: { seen: RoundSeen }) {
  const words = useWords().rounds;
  const dayOf = useDay();
  const { site, round } = seen;
  return (
    <SitePage
      site={site}
      caption={`${round.siteName}, ${words.results.period(dayOf(round.opensOn), dayOf(round.closedOn ?? round.closesOn))}`}
      title={words.results.title(words.kinds[round.kind])}
      back={{ href: `/belonging/${site.id}/rounds/${round.id}`, text: words.results.back }}
      actions={
        <print-button hidden>
          <Button type="button" variant="secondary" small>
            {words.results.print}
          </Button>
        </print-button>
      }
    >
      <Results seen={seen} open />
    </SitePage>
  );
}
