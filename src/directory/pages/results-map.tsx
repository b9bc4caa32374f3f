import { Details, ServiceMap, useWords } from '../../design/index.ts';
import type { Tiles } from '../../platform/config.ts';
import type { Found } from '../index.ts';
import type { Mapped } from './public/on-map.ts';

export type ResultsMapProps = Mapped & { tiles: Tiles | undefined };

/** Where the services of this page are, numbered as in the list beside the map. */
export function ResultsMap({ found, link, map: { pins, towns, tiles } }: { found: readonly Found[]; link: string; map: ResultsMapProps }) {
  const { publicDirectory: words } = useWords();
  if (!pins.length) return null;
  const numbers = new Set(pins.map(({ label }) => label));
  return (
    <Details summary={words.map}>
      <div class="bothy-mapped">
        <ServiceMap title={words.map} pins={pins} towns={towns} tiles={tiles} />
        <ol class="bothy-mapped__list">
          {found.map(
            ({ id, name, location }, nth) =>
              numbers.has(String(nth + 1)) && (
                <li value={nth + 1} key={id}>
                  <a href={`/services/${id}${link}`}>{name}</a> <span class="bothy-note">{location?.town}</span>
                </li>
              ),
          )}
        </ol>
      </div>
      {pins.length < found.length && <p class="bothy-note">{words.notOnMap}</p>}
    </Details>
  );
}
