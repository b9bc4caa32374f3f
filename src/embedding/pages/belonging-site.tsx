import { Columns, InsetText, Panel, useWords } from '../../design/index.ts';
import { placeOf } from '../core/index-place.ts';
import { type Concept, indicatorsOf, levels } from '../core/indicator.ts';
import type { SiteSeen } from '../index.ts';
import { ActionsTable } from './belonging-actions.tsx';
import { Track } from './belonging-drawn.tsx';
import { Links } from './belonging-overview.tsx';
import { OverTime } from './belonging-over-time.tsx';
import { figureText, LevelTag, wordsOf } from './belonging-words.tsx';
import { SitePage } from './site-page.tsx';

/** The last has as many figures as the others together. */
const halves: readonly (readonly Concept[])[] = [['power', 'identity', 'effect'], ['infrastructure']];

/** One site: where it stands, on what, and what is done about it. */
export function BelongingPage({ seen, mayKeep }: { seen: SiteSeen; mayKeep: boolean }) {
  const words = useWords().belonging;
  const { site, placed, joined } = seen;
  return (
    <SitePage site={site} part="overview" title={words.siteTitle} back={{ href: '/belonging', text: words.title }} wide>
      {joined.length > 0 && <InsetText>{words.joined(joined.join(', '))}</InsetText>}
      <Panel>
        <p class="bothy-stands">{placed.site ? words.standsAt[placed.site] : words.notPlaced}</p>
        <div class="bothy-continuum">
          <Track name={site.name} level={placed.site} />
          <ol class="bothy-stops">
            {levels.map((level) => (
              <li key={level} {...(level === placed.site ? { 'aria-current': 'true' as const } : {})}>
                <strong>{words.levels[level]}</strong>
                <span>{words.levelMeans[level]}</span>
              </li>
            ))}
          </ol>
        </div>
        <p class="bothy-note">{placed.site ? words.standsWhy : words.notPlacedText}</p>
      </Panel>
      <Columns>
        {halves.map((half) => (
          <div key={half[0]}>
            {half.map((concept) => (
              <ConceptPanel seen={seen} concept={concept} mayKeep={mayKeep} key={concept} />
            ))}
          </div>
        ))}
      </Columns>
      <OverTime seen={seen} />
      <h2 id="actions">{words.actions.heading}</h2>
      <ActionsTable seen={seen} actions={seen.actions} mayKeep={mayKeep} />
      <p class="bothy-note nhsuk-u-reading-width">{words.validity}</p>
      <Links />
    </SitePage>
  );
}

function ConceptPanel({ seen, concept, mayKeep }: { seen: SiteSeen; concept: Concept; mayKeep: boolean }) {
  const words = useWords().belonging;
  const { placed, found, rules, site } = seen;
  const { level, known, of } = placed.concepts.find((each) => each.concept === concept)!;
  const name = words.concepts[concept];
  return (
    <Panel heading={name}>
      <div class="bothy-concept">
        <LevelTag level={level} /> <span class="bothy-note">{words.known(known, of)}</span>
      </div>
      <Track name={name} level={level} />
      <p class="bothy-note">{words.conceptMeans[concept]}</p>
      <ul class="bothy-indicators">
        {indicatorsOf(concept).map((id) => {
          const stands = placeOf(id, found[id], rules);
          const at = `/belonging/${site.id}/evidence/${id}`;
          return (
            <li key={id}>
              <a href={at}>{wordsOf(words, id).name}</a>
              <span class="bothy-indicators__figure">{figureText(words, id, found[id])}</span>
              <span class="bothy-indicators__level">
                {rules.left.includes(id) ? <span class="bothy-note">{words.leftOut}</span> : stands && <LevelTag level={stands} />}
                {mayKeep && stands === 'bolted-on' && (
                  <a href={`${at}#take`} aria-label={`${words.whatHelps} ${words.whatHelpsWith(wordsOf(words, id).name)}`}>
                    {words.whatHelps}
                  </a>
                )}
              </span>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
