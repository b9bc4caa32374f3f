import {
  ActionLink,
  Button,
  Columns,
  DateField,
  Details,
  Form,
  formatDate,
  Panel,
  Radios,
  SummaryList,
  type SummaryRow,
  useWords,
} from '../../design/index.ts';
import type { Errors, Typed } from '../../platform/forms.ts';
import { type Entry, isOver, progressOf, type Register, registers } from '../core/change-entry.ts';
import { missingOf, readinessQuestions } from '../core/change-readiness.ts';
import type { ChangeSeen } from '../index.ts';
import { StartTag } from './change-all-view.tsx';
import { EntryTable } from './change-entry-parts.tsx';
import { SitePage } from './site-page.tsx';

type Props = ChangeSeen & { now: Date; values?: Typed; errors?: Errors };

/** One site on its way: what is next, and every register of it. */
export function ChangePage({ site, start, entries, checks, gaps, incidents, mayKeep, today, now, values, errors }: Props) {
  const words = useWords().change;
  const here = `/belonging/${site.id}/change`;
  const of = (register: Register) => entries.filter((entry) => entry.register === register);
  const late = entries.filter((entry) => entry.due !== null && entry.due < today && !isOver(entry));
  const soon = of('plan').filter((entry) => !isOver(entry) && !late.includes(entry));
  const next = [...late, ...soon.toSorted((a, b) => (a.due ?? '9999').localeCompare(b.due ?? '9999'))].slice(0, 5);
  const [check] = checks;
  const row = (key: string, value: string, href: string): SummaryRow => ({ key: <a href={href}>{key}</a>, value });
  const openIncidents = incidents.filter(({ closed }) => !closed).length;
  const rows = [
    row(words.readiness.link, check ? readyLine(check) : words.readiness.never, `${here}/readiness`),
    ...registers.map((register) => row(words.registers[register].title, lineOf(register), `${here}/${register}`)),
    ...(mayKeep ? [row(words.incidents.title, words.openCount(openIncidents), '/incidents')] : []),
  ];
  return (
    <SitePage site={site} part="change" title={words.title} errors={errors}>
      <Columns split="two-thirds">
        <div>
          <Panel>
            <SummaryList rows={rows} lastBorder={false} />
          </Panel>
          {next.length > 0 && (
            <>
              <h2 class="nhsuk-heading-m">{words.lateLine(late.length)}</h2>
              <EntryTable caption={words.lateLine(late.length)} entries={next} href={hrefOf} now={now} mixed />
            </>
          )}
        </div>
        <div>
          <Panel heading={words.starts.now} soft>
            <p>
              <StartTag start={start} />
            </p>
            {mayKeep && (
              <Details summary={words.starts.title} open={errors !== undefined}>
                <Form action={`${here}/start`} values={values} rowVersion={start?.rowVersion ?? 0}>
                  <Radios
                    name="stage"
                    label={words.starts.stage}
                    value={start?.stage}
                    options={(['preparing', 'live'] as const).map((value) => ({
                      value,
                      text: words.starts.stages[value],
                      ...(value === 'preparing' && { hint: words.starts.preparingHint }),
                    }))}
                  />
                  <DateField
                    name="startsOn"
                    label={words.starts.day}
                    hint={words.starts.dayHint}
                    value={start?.startsOn ?? undefined}
                    optional
                  />
                  <Button>{words.starts.save}</Button>
                </Form>
              </Details>
            )}
          </Panel>
          <ActionLink href={`/incidents/new?site=${site.id}`}>{words.incidents.report}</ActionLink>
          <p>
            <a href="/change">{words.all.allSites}</a>
          </p>
        </div>
      </Columns>
    </SitePage>
  );

  function hrefOf({ register, id }: Entry) {
    return `${here}/${register}/${id}`;
  }

  function readyLine({ answers, at }: NonNullable<typeof check>) {
    return words.readiness.line(readinessQuestions.length - missingOf(answers).length, readinessQuestions.length, formatDate(at));
  }

  function lineOf(register: Register): string {
    const { done, all, late: behind } = progressOf(of(register), today);
    const parts = {
      plan: all ? words.progress(done, all) : words.all.done(0, 0),
      barriers: words.openCount(all - done),
      training: gaps.length ? `${words.gapsTitle}: ${gaps.length}` : words.count(all),
      risks: words.openCount(all - done),
      commitments: words.keptCount(of(register).filter(({ stage }) => stage === 'kept').length, all),
    };
    return [parts[register], behind ? words.lateLine(behind) : ''].filter(Boolean).join(' · ');
  }
}
