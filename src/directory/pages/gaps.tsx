import { Hono } from 'hono';
import {
  ActionLink,
  Button,
  Details,
  EmptyState,
  Form,
  formatDate,
  Heading,
  Hidden,
  Page,
  Prose,
  SummaryList,
  Table,
  useWords,
} from '../../design/index.ts';
import { allow, askerOf, type Door, readsOf, show, showProblem } from '../../identity/index.ts';
import { checkForm, type Errors, readForm, type Typed } from '../../platform/forms.ts';
import type { Directory, GapReport } from '../index.ts';
import { type Gap, isSmall } from '../gap.ts';
import { GapForm, gapForm } from './gap-form.tsx';

/** What people needed and could not find: recording it, taking it back, and how often it happens. */
export const gapsPage = (directory: Directory) =>
  new Hono<Door>()
    .get('/', allow('see gaps'), async (c) => show(c, <Gaps report={await directory.gapReport(askerOf(c))} />))
    .post('/', allow('record gap'), async (c) => {
      const typed = await readForm(c, { many: ['gapNeed'] });
      const id = String(typed.for ?? '') || undefined;
      const person = id === undefined ? undefined : await directory.personFor(askerOf(c), id);
      if (id !== undefined && !person) return showProblem(c, 'not-found');
      if (id !== undefined) readsOf(c, id);
      const link = ownLink(String(typed.link ?? ''));

      const checked = checkForm(gapForm(c.get('words').directory.gap), typed);
      if (!checked.ok)
        return show(c, <NewGap typed={typed} errors={checked.errors} link={link} person={person && { ...person, id: id! }} />, 422);
      const { gapNeed, gapPlace, why, note } = checked.value;
      const recorded = await directory.recordGap(askerOf(c), { needs: gapNeed, place: gapPlace, why, note, person: id ?? null });
      if (!recorded.ok) return showProblem(c, 'not-found');
      return c.redirect(`/gaps/${recorded.value}${link}${link ? '&' : '?'}done=gap-recorded`, 303);
    })
    .get('/new', allow('record gap'), async (c) => {
      const typed = c.get('drafts')?.taken?.fields ?? {};
      const id = typed['for'] ? String(typed['for']) : undefined;
      const person = id === undefined ? undefined : await directory.personFor(askerOf(c), id);
      if (person) readsOf(c, id!);
      return show(
        c,
        <NewGap typed={{}} errors={{}} link={ownLink(String(typed['link'] ?? ''))} person={person && { ...person, id: id! }} />,
      );
    })
    .get('/:id', allow('record gap'), async (c) => {
      const own = await directory.ownGap(askerOf(c), c.req.param('id'));
      if (!own) return showProblem(c, 'not-found');
      return show(c, <OwnGap {...own} link={ownLink(new URL(c.req.url).search)} />);
    })
    .post('/:id', allow('record gap'), async (c) => {
      const id = c.req.param('id');
      const typed = await readForm(c, { many: ['gapNeed'] });
      const link = ownLink(String(typed.link ?? ''));
      const own = await directory.ownGap(askerOf(c), id);
      if (!own) return showProblem(c, 'not-found');
      const checked = checkForm(gapForm(c.get('words').directory.gap), typed);
      if (!checked.ok) return show(c, <OwnGap {...own} link={link} typed={typed} errors={checked.errors} />, 422);
      const { gapNeed, gapPlace, why, note } = checked.value;
      const changed = await directory.changeGap(askerOf(c), id, { needs: gapNeed, place: gapPlace, why, note });
      if (!changed.ok) return showProblem(c, changed.error === 'too-late' ? 'changed-meanwhile' : 'not-found');
      return c.redirect(`/gaps/${id}${link}${link ? '&' : '?'}done=gap-changed`, 303);
    })
    .post('/:id/remove', allow('record gap'), async (c) => {
      const removed = await directory.removeGap(askerOf(c), c.req.param('id'));
      if (!removed.ok) return showProblem(c, removed.error === 'too-late' ? 'changed-meanwhile' : 'not-found');
      const link = ownLink(String((await readForm(c)).link ?? ''));
      return c.redirect(`/services${link}${link ? '&' : '?'}done=gap-removed`, 303);
    });

/** Only codes and ids, so that nobody's link can carry words here. */
function ownLink(search: string): string {
  const kept = [...new URLSearchParams(search)].filter(
    ([name, value]) => name !== 'done' && name !== 'page' && /^[\w-]{1,40}$/.test(value) && /^\w{1,20}$/.test(name),
  );
  return kept.length ? `?${new URLSearchParams(kept).toString()}` : '';
}

type NewGapProps = { typed: Typed; errors: Errors; link: string; person: { id: string; name: string } | undefined };

const NewGap = ({ typed, errors, link, person }: NewGapProps) => (
  <Page title={useWords().directory.gap.title} errors={errors} back={{ href: `/services${link}` }}>
    <GapForm typed={typed} person={person} link={link} />
  </Page>
);

type OwnGapProps = { gap: Gap; removable: boolean; link: string; typed?: Typed; errors?: Errors };

function OwnGap({ gap, removable, link, typed, errors }: OwnGapProps) {
  const { directory, finding } = useWords();
  const { gap: words, needs, service } = directory;
  return (
    <Page title={words.yours} {...(errors && { errors })} back={{ href: `/services${link}`, text: words.backToSearch }}>
      <SummaryList
        rows={[
          { key: words.needs, value: gap.needs.map((need) => needs[need]).join(', ') },
          { key: words.place, value: gap.place || service.notSaid },
          { key: words.why, value: words.whys[gap.why] },
          ...(gap.note ? [{ key: words.note, value: <Prose text={gap.note} /> }] : []),
          { key: words.recorded, value: formatDate(gap.at) },
        ]}
      />
      {removable ? (
        <>
          <Form action={`/gaps/${gap.id}/remove`}>
            <Hidden name="link" value={link} />
            <Button variant="secondary">{words.remove}</Button>
          </Form>
          <Details summary={finding.gapChange} open={Boolean(errors)}>
            <GapForm typed={typed ?? gapTyped(gap)} person={undefined} link={link} action={`/gaps/${gap.id}`} button={finding.gapSave} />
          </Details>
        </>
      ) : (
        <p>{words.tooLate}</p>
      )}
    </Page>
  );
}

const gapTyped = ({ needs, place, why, note }: Gap): Typed => ({ gapNeed: [...needs], gapPlace: place, why, note });

function Gaps({ report: { rows, hidesSmall, mine } }: { report: GapReport }) {
  const { gaps, gap: gapWords, needs } = useWords().directory;
  const hidden = (count: number) => hidesSmall && isSmall(count);
  return (
    <Page title={gaps.title}>
      <p>{gaps.intro}</p>
      {hidesSmall && <p>{gaps.small}</p>}
      <Table
        caption={gaps.caption}
        captionHidden
        rows={rows}
        columns={[
          { header: gaps.need, cell: ({ need }) => needs[need], rowHeader: true },
          { header: gaps.area, cell: ({ area }) => area || gaps.unknownArea },
          { header: gaps.count, cell: ({ count }) => (hidden(count) ? gaps.fewer : count), numeric: true },
          { header: gaps.why, cell: ({ count, commonest }) => (hidden(count) ? gaps.hidden : gapWords.whys[commonest]) },
        ]}
        empty={
          <EmptyState title={gaps.none}>
            <p>{gaps.noneText}</p>
          </EmptyState>
        }
      />
      {!hidesSmall && <ActionLink href="/services">{gaps.search}</ActionLink>}
      {mine.length > 0 && <Mine gaps={mine} />}
    </Page>
  );
}

function Mine({ gaps: mine }: { gaps: readonly Gap[] }) {
  const { gaps, needs } = useWords().directory;
  return (
    <>
      <Heading level={2} class="nhsuk-heading-m">
        {gaps.mine}
      </Heading>
      <ul class="nhsuk-list">
        {mine.map(({ id, needs: unmet, area, at }) => (
          <li key={id}>
            <a href={`/gaps/${id}`}>{unmet.map((need) => needs[need]).join(', ')}</a> {[area, formatDate(at)].filter(Boolean).join(' · ')}
          </li>
        ))}
      </ul>
    </>
  );
}
