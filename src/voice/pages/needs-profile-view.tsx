import { Heading, InsetText, Page, Stats, Switch, Table, Tag, type TagColour, useWords } from '../../design/index.ts';
import { type NeedRow, type Profile, type Standing, standingOf } from '../core/needs-profile.ts';
import type { ProfileSeen } from '../index.ts';
import { NeedsChart } from './needs-profile-chart.tsx';
import { Indicators } from './needs-profile-indicators.tsx';
import { periodDays, periodName, placeName, unmetLines } from './needs-profile-words.ts';

export const pathOf = ({ place, period }: Profile, part = ''): string => `/needs-profile/${place?.id ?? 'all'}${part}?period=${period.id}`;

export function ProfilePage({ profile, periods, places }: ProfileSeen) {
  const words = useWords();
  const { needsProfile: w } = words;
  const here = profile.place?.id ?? 'all';
  return (
    <Page
      title={w.of(placeName(profile.place, words))}
      caption={periodDays(profile.period, words)}
      back={{ href: '/needs-profile', text: w.title }}
      actions={
        <p class="bothy-links">
          <a href={pathOf(profile, '/print')}>{w.print}</a> <a href={pathOf(profile, '/table.csv')}>{w.csv}</a>
        </p>
      }
    >
      {places.length > 0 && (
        <Switch
          label={w.placeLabel}
          links={[{ id: 'all', name: w.whole }, ...places].map(({ id, name }) => ({
            href: `/needs-profile/${id}?period=${profile.period.id}`,
            text: name,
            current: id === here,
          }))}
        />
      )}
      <Switch
        label={w.periodLabel}
        links={periods.map((period) => ({
          href: `/needs-profile/${here}?period=${period.id}`,
          text: periodName(period, words),
          current: period.id === profile.period.id,
        }))}
      />
      <Summary profile={profile} />
      <Heading level={2} class="nhsuk-heading-m">
        {w.needs.title}
      </Heading>
      <NeedsChart rows={profile.rows} />
      <NeedsTable profile={profile} />
      <Indicators indicators={profile.indicators} place={profile.place} />
      <InsetText>{w.how.careful}</InsetText>
    </Page>
  );
}

function Summary({ profile: { totals, unplaced, place } }: { profile: Profile }) {
  const { needsProfile: w } = useWords();
  const { summary } = w;
  return (
    <>
      <Stats
        items={[
          { figure: summary.people(totals.people), text: summary.peopleText },
          { figure: summary.people(totals.gaps), text: summary.gapsText },
          { figure: summary.people(totals['no-room']), text: summary.noRoomText },
          { figure: summary.people(totals.nowhere), text: summary.nowhereText },
        ]}
      />
      {!place && unplaced !== 0 && <p class="bothy-note">{unplaced === null ? w.unplacedHidden : w.unplaced(unplaced)}</p>}
    </>
  );
}

const colours: Record<Standing, TagColour> = { none: 'red', full: 'orange', unmet: 'yellow', met: 'green' };

function NeedsTable({ profile }: { profile: Profile }) {
  const words = useWords();
  const { needs, offered, summary } = words.needsProfile;
  return (
    <>
      <Table<NeedRow>
        caption={needs.caption}
        captionHidden
        rows={profile.rows}
        empty={<p>{needs.none}</p>}
        columns={[
          {
            header: needs.need,
            rowHeader: true,
            cell: ({ need }) => (
              <a href={pathOf(profile, `/needs/${need}`)} aria-label={needs.how(words.directory.needs[need])}>
                {words.directory.needs[need]}
              </a>
            ),
          },
          { header: needs.people, cell: ({ counts }) => summary.people(counts.people), numeric: true },
          {
            header: needs.unmet,
            cell: (row) => (
              <ul class="bothy-plain-list">
                {unmetLines(row, words).map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            ),
          },
          { header: needs.offer, cell: ({ offer }) => offered(offer, profile.place?.name ?? null) },
          {
            header: needs.standing,
            cell: (row) => <Tag colour={colours[standingOf(row)]}>{needs.standings[standingOf(row)]}</Tag>,
          },
        ]}
      />
      <p class="bothy-note">{needs.note}</p>
    </>
  );
}
