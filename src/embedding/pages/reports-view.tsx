import { Button, EmptyState, type Errors, Form, formatDate, HiddenText, Panel, Select, Table, useWords } from '../../design/index.ts';
import type { ReportsSeen } from '../index.ts';
import { SitePage } from './site-page.tsx';

type Seen = ReportsSeen & { timeZone: string };

export function ReportsPage({ errors, ...seen }: Seen & { errors?: Errors | undefined }) {
  const { site, practices, reports, mayKeep, read } = seen;
  const words = useWords().practiceReport.list;
  return (
    <SitePage site={site} part="reports" title={words.title} errors={errors}>
      {site.kind === 'team' ? (
        <>
          <p>{words.ofTeam}</p>
          <ul class="nhsuk-list nhsuk-list--bullet">
            {practices.map(({ id, name }) => (
              <li key={id}>
                <a href={`/belonging/${id}/reports`}>{name}</a>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <>
          <p>{words.intro}</p>
          <Recalled {...seen} />
          {reports.length ? (
            <ReportTable {...seen} />
          ) : (
            <EmptyState title={words.none}>
              <p>{words.noneText}</p>
            </EmptyState>
          )}
          {read.made > 0 && <p>{words.read12(read.made, read.read)}</p>}
          {mayKeep && (
            <>
              {reports.length > 0 && <p class="bothy-note">{words.againHint}</p>}
              <Recipients {...seen} />
              <p>
                <a href={`/tools/prompts/${site.id}`}>{words.prompts}</a>
              </p>
            </>
          )}
        </>
      )}
    </SitePage>
  );
}

function ReportTable({ site, reports, readers, names, mayKeep, timeZone }: Seen) {
  const all = useWords().practiceReport;
  const words = all.list;
  const isNewest = (month: string, version: number) => !reports.some((other) => other.month === month && other.version > version);
  const whoOf = (report: string, did: 'mailedAt' | 'openedAt') =>
    readers
      .filter((reader) => reader.report === report && reader[did])
      .map(({ account }) => names.get(account)?.name ?? '')
      .join(', ');
  return (
    <Table
      caption={words.caption}
      rows={reports}
      columns={[
        {
          header: words.month,
          rowHeader: true,
          cell: ({ id, month, version }) => (
            <a href={`/practice-report/${id}`}>
              {all.month(month)}
              {version > 1 && `, ${all.version(version)}`}
            </a>
          ),
        },
        { header: words.made, cell: ({ madeAt }) => formatDate(madeAt, { timeZone }) },
        ...(mayKeep
          ? [
              { header: words.whoSent, cell: ({ id }: { id: string }) => whoOf(id, 'mailedAt') || words.nobodyYet },
              { header: words.read, cell: ({ id }: { id: string }) => whoOf(id, 'openedAt') || words.nobodyYet },
              {
                header: words.again,
                headerHidden: true,
                cell: ({ id, month, version }: { id: string; month: string; version: number }) =>
                  isNewest(month, version) && (
                    <Form action={`/belonging/${site.id}/reports/${id}/again`}>
                      <Button variant="link">
                        {words.again}
                        <HiddenText>{words.againThis(all.month(month))}</HiddenText>
                      </Button>
                    </Form>
                  ),
              },
            ]
          : []),
      ]}
    />
  );
}

/** What was on paper before it was taken back cannot be taken out by us: people have to be asked. */
function Recalled({ reports, readers, names, mayKeep }: Seen) {
  const all = useWords().practiceReport;
  const words = all.list;
  const recalled = reports.filter(({ story }) => story?.recalledAt);
  if (!mayKeep || !recalled.length) return null;
  return (
    <Panel heading={words.recalled} soft>
      {recalled.map(({ id, month, story }) => {
        const had = readers.filter(({ report, openedAt }) => report === id && openedAt && openedAt < story!.recalledAt!);
        const who = had.map(({ account }) => names.get(account)?.name ?? '').join(', ');
        return <p key={id}>{`${words.recalledText(all.month(month))} ${who ? words.recalledWho(who) : words.recalledNobody}`}</p>;
      })}
      <p>
        <a href="/stories/recall">{words.recallList}</a>
      </p>
    </Panel>
  );
}

function Recipients({ site, recipients, staff, names, timeZone }: Seen) {
  const words = useWords().practiceReport.list;
  const mailed = new Set(recipients.flatMap(({ account, stoppedAt }) => (stoppedAt ? [] : [account])));
  const others = staff.filter(({ id }) => !mailed.has(id));
  return (
    <Panel heading={words.recipients}>
      <Table
        caption={words.recipients}
        captionHidden
        panel={false}
        rows={recipients}
        empty={<p>{words.noRecipients}</p>}
        columns={[
          { header: words.person, cell: ({ account }) => names.get(account)?.name ?? '', rowHeader: true },
          { header: words.since, cell: ({ addedAt }) => formatDate(addedAt, { timeZone }) },
          {
            header: words.stop,
            headerHidden: true,
            cell: ({ account, stoppedAt }) =>
              stoppedAt ? (
                words.stopped(formatDate(stoppedAt, { timeZone }))
              ) : (
                <Form action={`/belonging/${site.id}/reports/recipients/${account}/stop`}>
                  <Button variant="link">
                    {words.stop}
                    <HiddenText> {words.stopThis(names.get(account)?.name ?? '')}</HiddenText>
                  </Button>
                </Form>
              ),
          },
        ]}
      />
      <Form action={`/belonging/${site.id}/reports/recipients`}>
        <Select
          name="account"
          label={words.add}
          hint={words.everybody}
          options={[
            { value: '', text: words.choose },
            ...others.map(({ id, name, jobTitle }) => ({ value: id, text: [name, jobTitle].filter(Boolean).join(', ') })),
          ]}
        />
        <Button variant="secondary">{words.addButton}</Button>
      </Form>
    </Panel>
  );
}
