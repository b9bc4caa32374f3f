import { type Context, Hono } from 'hono';
import { Button, EmptyState, Table, useWords } from '../../design/index.ts';
import { allow, askerOf, type Door, show, showProblem } from '../../identity/index.ts';
import type { Round } from '../core/round.ts';
import type { Rounds, RoundsSeen } from '../index.ts';
import { OverTime } from './rounds-over.tsx';
import { useDay } from './rounds-words.tsx';
import { SitePage } from './site-page.tsx';

type C = Context<Door>;

/** The surveys at a site, and how its parts have moved. */
export const roundsPage = (rounds: Rounds) =>
  new Hono<Door>().get('/:site/rounds', allow('see belonging'), async (c: C) => {
    const seen = await rounds.list(askerOf(c), c.req.param('site') ?? '');
    return seen.ok ? show(c, <RoundsPage seen={seen.value} />) : showProblem(c, seen.error);
  });

function RoundsPage({ seen: { site, rounds, over, mayKeep } }: { seen: RoundsSeen }) {
  const words = useWords().rounds;
  const dayOf = useDay();
  const shown = mayKeep ? rounds : rounds.filter(({ stage }) => stage === 'closed');
  const noteOf = (round: Round) =>
    round.site !== site.id
      ? words.list.fromOther(round.siteName)
      : round.siteName !== site.name
        ? words.list.wasCalled(round.siteName)
        : undefined;
  const make = mayKeep && <Button href={`/belonging/${site.id}/rounds/new`}>{words.list.make}</Button>;
  return (
    <SitePage site={site} part="rounds" title={words.list.title}>
      <p>{words.list.intro}</p>
      {make}
      <OverTime over={over} />
      <Table<Round>
        caption={words.list.caption}
        rows={shown}
        empty={
          <EmptyState title={words.list.none}>
            <p>{mayKeep ? words.list.noneText : words.list.noneReader}</p>
          </EmptyState>
        }
        columns={[
          {
            header: words.list.when,
            rowHeader: true,
            cell: (round) => (
              <>
                <a href={`/belonging/${site.id}/rounds/${round.id}`}>
                  {words.list.from(dayOf(round.opensOn), dayOf(round.closedOn ?? round.closesOn))}
                </a>
                {noteOf(round) && <span class="bothy-note bothy-block">{noteOf(round)}</span>}
              </>
            ),
          },
          { header: words.list.what, cell: ({ kind }) => words.kinds[kind] },
          { header: words.list.stage, cell: ({ stage }) => words.stages[stage] },
        ]}
      />
    </SitePage>
  );
}
