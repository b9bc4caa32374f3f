import { EmptyState, formatDate, formatShortDate, Page, Table, Tag, useWords } from '../../design/index.ts';
import type { CalendarDay } from '../../platform/calendar.ts';
import { readinessQuestions, type SiteStart } from '../core/change-readiness.ts';
import type { SiteInChange } from '../index.ts';

/** Whether a site refers already, in a few words. */
export function StartTag({ start }: { start: SiteStart | undefined }) {
  const words = useWords().change.starts;
  if (!start) return <>{words.unknown}</>;
  const day = start.startsOn && formatDate(start.startsOn);
  return <Tag colour={start.stage === 'live' ? 'green' : 'yellow'}>{words[start.stage](day)}</Tag>;
}

type Props = { sites: readonly SiteInChange[]; mayKeepAgreements: boolean; dayOf: (at: Date) => CalendarDay };

/** Every practice and team on its way. */
export function AllSitesPage({ sites, mayKeepAgreements, dayOf }: Props) {
  const words = useWords().change;
  const { all } = words;
  const links = [...(mayKeepAgreements ? (['agreements'] as const) : []), 'incidents', 'training', 'commitments'] as const;
  return (
    <Page title={all.title} wide>
      <p>{all.intro}</p>
      <Table<SiteInChange>
        caption={all.title}
        captionHidden
        rows={sites}
        empty={
          <EmptyState title={all.none}>
            <p>{all.noneText}</p>
          </EmptyState>
        }
        columns={[
          { header: all.site, rowHeader: true, cell: ({ site }) => <a href={`/belonging/${site.id}/change`}>{site.name}</a> },
          { header: all.start, cell: ({ start }) => <StartTag start={start} /> },
          { header: all.lastCheck, cell: ({ lastCheck }) => (lastCheck ? checkLine(lastCheck) : words.readiness.never) },
          { header: all.plan, cell: ({ plan }) => all.done(plan.done, plan.all) },
          { header: all.open, cell: ({ open }) => all.openLine(open.barriers, open.risks) },
          { header: all.late, cell: ({ late }) => (late ? <strong class="bothy-late">{words.lateLine(late)}</strong> : words.lateLine(0)) },
        ]}
      />
      <h2 class="nhsuk-heading-m">{all.elsewhere}</h2>
      <ul class="nhsuk-list">
        {links.map((link) => (
          <li key={link}>
            <a href={`/${link}`}>{all.links[link]}</a>
          </li>
        ))}
      </ul>
    </Page>
  );

  function checkLine({ answers, at }: NonNullable<SiteInChange['lastCheck']>) {
    const yes = Object.values(answers).filter((answer) => answer === 'yes').length;
    return words.readiness.line(yes, readinessQuestions.length, formatShortDate(dayOf(at)));
  }
}
