import type { ComponentChildren } from 'preact';
import { Button, Form, formatDate, InsetText, Page, Prose, useWords } from '../../design/index.ts';
import { type Asker, mayAtAll } from '../../identity/index.ts';
import type { Cell } from '../core/report-small.ts';
import type { Figures, ReportSeen } from '../index.ts';

/** One page that is read in a minute, on a screen and on paper. */
export function ReportPage({ report, practice, story, newer, mailed, asker }: ReportSeen & { asker: Asker }) {
  const words = useWords().practiceReport;
  const { figures, from, month } = report;
  const { timeZone } = asker.programme.settings;
  const counted = [
    words.counts(from, month),
    words.madeOn(formatDate(report.madeAt, { timeZone })),
    ...(report.version > 1 ? [words.version(report.version)] : []),
  ].join('. ');
  return (
    <Page
      title={words.title(month)}
      caption={practice.name}
      back={{ href: `/belonging/${practice.id}/reports`, text: words.list.title }}
      actions={
        <print-button hidden>
          <Button type="button" small>
            {words.print}
          </Button>
        </print-button>
      }
    >
      {newer && (
        <InsetText>
          {words.newer} <a href={`/practice-report/${newer}`}>{words.seeNewer}</a>
        </InsetText>
      )}
      <article class="bothy-report">
        <p class="bothy-note">{counted}</p>
        <Headline figures={figures} />
        {figures.referred !== null && figures.referred > 0 && <Referred figures={figures} />}
        <Part title={words.ended}>
          <Ended figures={figures} />
        </Part>
        {report.story && (story || report.story.recalledAt) && (
          <Part title={words.story}>
            {story ? (
              <>
                <blockquote class="bothy-report__story">
                  <Prose text={story.words} />
                </blockquote>
                <p class="bothy-note">{words.storyShared}</p>
              </>
            ) : (
              <p>{words.storyGone}</p>
            )}
          </Part>
        )}
        <Part title={words.help}>
          <Help figures={figures} said={report.wouldHelp} />
        </Part>
        <p class="bothy-note">{words.smallNote}</p>
      </article>
      <div class="bothy-report-ways">
        <p>
          {mayAtAll(asker, 'refer') && <a href="/refer">{words.referNow}</a>}
          <a href="/tools">{words.tools}</a>
        </p>
        {mailed && (
          <Form action={`/practice-report/${report.id}/stop`}>
            <p class="bothy-note">{words.mailedToYou}</p>
            <Button variant="link">{words.stopMine}</Button>
          </Form>
        )}
      </div>
    </Page>
  );
}

const Part = ({ title, children }: { title: string; children: ComponentChildren }) => (
  <section class="bothy-report__part">
    <h2>{title}</h2>
    {children}
  </section>
);

function Headline({ figures: { referred, met, metWithinDays } }: { figures: Figures }) {
  const { head } = useWords().practiceReport;
  const said = referred === null ? head.few : referred === 0 ? head.none : head.some(referred);
  return <p class="nhsuk-body-l bothy-report__head">{[said, ...(met ? [head.met(met, metWithinDays)] : [])].join(' ')}</p>;
}

function Referred({ figures }: { figures: Figures }) {
  const words = useWords().practiceReport;
  const needWords = useWords().directory.needs;
  const whole = figures.referred ?? 0;
  const ages = figures.ages.filter(({ n }) => n !== 0);
  return (
    <div class="bothy-report__columns">
      <Part title={words.who}>
        {figures.needs.length > 0 && (
          <Bars label={words.needs} whole={whole} rows={figures.needs.slice(0, 6).map(({ of, n }) => ({ text: needWords[of], n }))} />
        )}
        {ages.some(({ n }) => n !== null) && (
          <Bars label={words.ages} whole={whole} rows={ages.map(({ of, n }) => ({ text: words.age[of], n }))} />
        )}
      </Part>
      <Part title={words.came}>
        <Bars
          label={words.came}
          labelHidden
          whole={whole}
          rows={[
            ...figures.outcomes.map(({ of, n }) => ({ text: words.outcomes[of], n })),
            { text: words.met, n: figures.met },
            { text: words.connected, n: figures.connected },
            ...(figures.asked ? [{ text: words.asked, n: figures.asked }] : []),
          ]}
        />
        {figures.reasons.length > 0 && <Reasons figures={figures} />}
      </Part>
    </div>
  );
}

function Reasons({ figures: { reasons } }: { figures: Figures }) {
  const words = useWords();
  return (
    <Bars
      label={words.practiceReport.returnedWhy}
      whole={reasons.reduce((sum, { n }) => sum + n, 0)}
      rows={reasons.map(({ of, n }) => ({ text: words.referrals.reason[of], n }))}
    />
  );
}

type BarRow = { text: string; n: Cell };

/** A list of numbers, each as long as it is many. What may not be told says so. */
function Bars({ label, labelHidden, whole, rows }: { label: string; labelHidden?: boolean; whole: number; rows: readonly BarRow[] }) {
  const { notTold } = useWords().practiceReport;
  return (
    <table class="bothy-counts">
      <caption class={labelHidden ? 'nhsuk-u-visually-hidden' : ''}>{label}</caption>
      <tbody>
        {rows.map(({ text, n }) => (
          <tr key={text}>
            <th scope="row">{text}</th>
            <td class={n === null ? 'bothy-counts__not' : ''}>
              {n ?? notTold}
              {n !== null && (
                <svg class="bothy-counts__bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                  <rect width={whole ? (100 * n) / whole : 0} height="8" rx="1" />
                </svg>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Ended({ figures: { ended, closures, goals } }: { figures: Figures }) {
  const words = useWords().practiceReport;
  const how = useWords().referrals.closure;
  if (ended === null) return <p>{words.endedFew}</p>;
  if (ended === 0) return <p>{words.endedNone}</p>;
  const said = goals.flatMap(({ of, n }) => (n ? [words.goal[of](n)] : []));
  return (
    <p>
      {[words.endedCount(ended), ...closures.map(({ of, n }) => `${words.closedHow(n, how[of])}.`)].join(' ')}
      {said.length > 0 && ` ${words.goals(said.join(', '))}`}
    </p>
  );
}

function Help({ figures: { reasons, asked, gaps }, said }: { figures: Figures; said: string }) {
  const words = useWords().practiceReport;
  const needWords = useWords().directory.needs;
  const first = reasons[0] && words.helpReturned[reasons[0].of];
  const lines = [
    ...(said ? [said] : []),
    ...(first ? [first] : []),
    ...(asked ? [words.helpAsked] : []),
    ...(gaps.length
      ? [
          words.gaps(
            gaps
              .slice(0, 3)
              .map(({ of, n }) => words.gap(needWords[of].toLowerCase(), n))
              .join(', '),
          ),
        ]
      : []),
  ];
  if (!lines.length) return <p>{words.nothing}</p>;
  return (
    <ul class="nhsuk-list nhsuk-list--bullet">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
