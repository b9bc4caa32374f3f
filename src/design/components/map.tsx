import type * as preact from 'preact';
import type { Tiles } from '../../platform/config.ts';
import { assetUrl } from '../assets.ts';
import { useWords } from '../context.ts';
import { type MapPin, type MapPlan, type MapTown, pinText, planMap } from '../map-plan.ts';
import { Button } from './button.tsx';

type Props = {
  title: string;
  /** Numbered as the list beside the map is, which says in words what the map shows. */
  pins: readonly MapPin[];
  towns: readonly MapTown[];
  /** Left out where the area looked at could tell of a person. */
  tiles?: Tiles | undefined;
  id?: string | undefined;
};

/** A small map that Bothy draws itself: nobody else is asked for anything. With `tiles`, a street map takes its place when somebody asks for it. */
export function ServiceMap({ title, pins, towns, tiles, id = 'map' }: Props) {
  const plan = planMap(pins, towns);
  if (!plan) return null;
  const words = useWords().design.map;
  const figure = (
    <figure class="bothy-map">
      <Sketch plan={plan} title={title} described={words.described(pins.map(({ label, name }) => `${label} ${name}`))} id={id} />
      <figcaption class="bothy-note">{words.own}</figcaption>
    </figure>
  );
  if (!tiles) return figure;
  return (
    <tile-map
      data-url={tiles.url}
      data-attribution={tiles.attribution}
      data-script={assetUrl('map.js')}
      data-style={assetUrl('map.css')}
      data-title={title}
      data-pins={JSON.stringify(pins)}
    >
      {figure}
      <div class="bothy-map__offer" hidden>
        <Button type="button" variant="secondary" small>
          {words.streets}
        </Button>
        <p class="bothy-note">{words.streetsHint(hostOf(tiles.url))}</p>
      </div>
    </tile-map>
  );
}

const hostOf = (url: string): string => new URL(url.replace('{s}.', '')).host;

function Sketch({ plan, title, described, id }: { plan: MapPlan; title: string; described: string; id: string }) {
  const words = useWords().design.map;
  const { width, height, pins, towns, bar } = plan;
  return (
    <svg
      class="bothy-map__sketch"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-labelledby={`${id}-title ${id}-described`}
      focusable="false"
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-described`}>{described}</desc>
      <rect class="bothy-map__ground" width={width} height={height} rx="12" />
      {towns.map(({ x, y, name, text, dot }) => (
        <g class="bothy-map__town" key={name}>
          {dot && <circle cx={x} cy={y} r="3" />}
          <text x={text.x} y={text.y} text-anchor={text.anchor}>
            {name}
          </text>
        </g>
      ))}
      <g class="bothy-map__bar">
        <path d={`M16 ${height - 22}v6h${bar.length}v-6`} />
        <text x={24 + bar.length} y={height - 13}>
          {words.km(bar.km)}
        </text>
      </g>
      <g class="bothy-map__north">
        <path d={`M${width - 22} 14l6 16-6-4-6 4Z`} />
        <text x={width - 22} y="46" text-anchor="middle">
          {words.north}
        </text>
      </g>
      {pins.map(({ x, y, labels, width: wide }) => (
        <g class="bothy-map__pin" key={labels[0]}>
          <rect x={x - wide / 2} y={y - 13} width={wide} height="26" rx="13" />
          <text x={x} y={y + 5} text-anchor="middle">
            {pinText(labels)}
          </text>
        </g>
      ))}
    </svg>
  );
}

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'tile-map': preact.HTMLAttributes<HTMLElement> & { [data: `data-${string}`]: string };
    }
  }
}
