import { Button, ButtonRow, Details, EmptyState, Form, formatDate, InsetText, Panel, Timeline, useWords } from '../../design/index.ts';
import type { Errors, Typed } from '../../platform/forms.ts';
import { type Entry, inOrder, progressOf, type Register, type Sort } from '../core/change-entry.ts';
import { placeOf, templateSteps } from '../core/change-readiness.ts';
import type { EntrySeen, RegisterSeen } from '../index.ts';
import { DoneButton, EntryFields, EntryTable } from './change-entry-parts.tsx';
import { SitePage } from './site-page.tsx';

type Props = RegisterSeen & { now: Date; removed?: Entry | undefined; printed?: boolean; values?: Typed; errors?: Errors };

/** One register of a site: what is late first, and a form for the next line. */
export function RegisterPage(props: Props) {
  const { site, register, entries, staff, mayKeep, today, now, removed, printed, values, errors } = props;
  const words = useWords().change;
  const own = words.registers[register];
  const here = `/belonging/${site.id}/change/${register}`;
  const { done, all, late } = progressOf(entries, today);
  const missing = templateSteps.length - entries.filter(({ madeFrom }) => madeFrom).length;
  const table = (caption: string, some: readonly Entry[]) => (
    <EntryTable
      caption={caption}
      entries={inOrder(some, today)}
      href={({ id }) => `${here}/${id}`}
      now={now}
      {...(printed && { plain: true })}
      {...(mayKeep && !printed && { done: (entry: Entry) => <DoneButton entry={entry} here={here} /> })}
    />
  );
  return (
    <SitePage
      site={site}
      part={printed ? undefined : 'change'}
      back={printed ? { href: here, text: own.title } : { href: `/belonging/${site.id}/change`, text: words.title }}
      title={own.title}
      errors={errors}
      wide
      actions={
        printed ? (
          <print-button />
        ) : entries.length > 0 ? (
          <Button href={`${here}/print`} variant="secondary" small>
            {words.print}
          </Button>
        ) : undefined
      }
    >
      {removed && (
        <InsetText>
          <p>{words.removed(removed.what)}</p>
          <Form action={`${here}/${removed.id}/back`}>
            <Button variant="secondary" small>
              {words.bringBack}
            </Button>
          </Form>
        </InsetText>
      )}
      <p>{own.intro}</p>
      {register === 'plan' && all > 0 && (
        <p>
          <strong>{words.progress(done, all)}</strong>
          {'. '}
          {late > 0 ? <strong class="bothy-late">{words.lateLine(late)}</strong> : words.lateLine(0)}
        </p>
      )}
      {register === 'training' && <Gaps {...props} />}
      {entries.length === 0 ? (
        <EmptyState title={own.none}>
          <p>{own.noneText}</p>
        </EmptyState>
      ) : register === 'plan' ? (
        phases(entries).map(([sort, some]) => (
          <section key={sort}>
            <h2 class="nhsuk-heading-s">{words.sorts[sort]}</h2>
            {table(words.sorts[sort], some)}
          </section>
        ))
      ) : (
        table(own.title, entries)
      )}
      {mayKeep && !printed && (
        <>
          {register === 'plan' && missing > 0 && <Template here={here} some={entries.length > 0} />}
          <Details summary={own.add} expander open={errors !== undefined}>
            <Form action={here} values={values}>
              <EntryFields register={register} staff={staff} />
              <Button>{own.save}</Button>
            </Form>
          </Details>
        </>
      )}
      {!printed && (
        <p>
          <a href={`/incidents/new?site=${site.id}`}>{words.incidents.report}</a>
        </p>
      )}
    </SitePage>
  );
}

const phases = (entries: readonly Entry[]): [Sort, Entry[]][] =>
  (['prepare', 'brief', 'begin', 'settle'] as const).flatMap((sort): [Sort, Entry[]][] => {
    const some = entries.filter((entry) => entry.sort === sort).toSorted((a, b) => placeOf(a) - placeOf(b));
    return some.length ? [[sort, some]] : [];
  });

function Template({ here, some }: { here: string; some: boolean }) {
  const words = useWords().change;
  return (
    <Panel soft>
      <p>{words.templateText}</p>
      <Form action={`${here}/template`}>
        <Button variant={some ? 'secondary' : 'primary'}>{some ? words.templateMore : words.template}</Button>
      </Form>
    </Panel>
  );
}

function Gaps({ gaps, staff }: Pick<Props, 'gaps' | 'staff'>) {
  const words = useWords().change;
  if (!staff.length) return null;
  return (
    <Panel heading={words.gapsTitle} soft>
      {gaps.length === 0 ? (
        <p>{words.gapsNone}</p>
      ) : (
        <ul class="nhsuk-list nhsuk-list--bullet">
          {gaps.map(({ who, sort }) => (
            <li key={who + sort}>{words.gap(who, words.sorts[sort])}</li>
          ))}
        </ul>
      )}
      <p class="bothy-note">{words.gapsNote}</p>
    </Panel>
  );
}

type EntryProps = EntrySeen & { values?: Typed; errors?: Errors; stale?: boolean };

/** One line of a register: change it, take it out, and see how it changed. */
export function EntryPage({ site, entry, staff, versions, names, mayKeep, values, errors, stale }: EntryProps) {
  const words = useWords().change;
  const register: Register = entry.register;
  const own = words.registers[register];
  const list = `/belonging/${site.id}/change/${register}`;
  return (
    <SitePage site={site} back={{ href: list, text: own.title }} title={mayKeep ? own.one : entry.what} errors={errors}>
      {stale && <InsetText>{words.stale([entry.what, words.stages[entry.stage], entry.owner].filter(Boolean).join(' · '))}</InsetText>}
      {mayKeep ? (
        <>
          <Form action={`${list}/${entry.id}`} values={values} rowVersion={entry.rowVersion}>
            <EntryFields register={register} details={entry} staff={staff} />
            <ButtonRow>
              <Button>{words.saveChange}</Button>
            </ButtonRow>
          </Form>
          <Form action={`${list}/${entry.id}/remove`}>
            <Button variant="secondary" small>
              {words.remove}
            </Button>
          </Form>
        </>
      ) : (
        <p>{[words.stages[entry.stage], entry.owner, entry.due && formatDate(entry.due), entry.how].filter(Boolean).join(' · ')}</p>
      )}
      <h2 class="nhsuk-heading-s">{words.history}</h2>
      <Timeline
        entries={versions.map(({ at, by, content }) => ({
          at,
          what: content.what,
          who: names.get(by)?.name,
          detail: words.historyLine(words.stages[content.stage], content.due && formatDate(content.due)),
        }))}
      />
    </SitePage>
  );
}
