export type MapPoint = { latitude: number; longitude: number };
export type MapPin = MapPoint & { label: string; name: string };
export type MapTown = MapPoint & { name: string };

/** Where a map's edges are. */
export type MapBox = { from: MapPoint; to: MapPoint };

/** Everything that is drawn, in the units of the picture. */
export type MapPlan = {
  width: number;
  height: number;
  /** Pins that would hide each other share one: `labels` are all of theirs. */
  pins: { x: number; y: number; labels: string[]; width: number }[];
  /** `text` is where the name is written; a town that a pin stands on has no dot. */
  towns: { x: number; y: number; name: string; text: { x: number; y: number; anchor: 'start' | 'middle' | 'end' }; dot: boolean }[];
  bar: { km: number; length: number };
};

const width = 440;
const height = 330;
const margin = 34;
const kmPerDegree = 111.32;
/** A map of one place shows what is around it. */
const leastKm = 12;
const pinSize = 26;
const textHeight = 20;
const letterWidth = 8.6;

type Box = { left: number; top: number; right: number; bottom: number };
const apart = (a: Box, b: Box) => a.right < b.left || b.right < a.left || a.bottom < b.top || b.bottom < a.top;

/** The middle of the points, and how many units of the picture a kilometre takes. */
function view(points: readonly MapPoint[]) {
  const latitudes = points.map(({ latitude }) => latitude);
  const longitudes = points.map(({ longitude }) => longitude);
  const middle = {
    latitude: (Math.min(...latitudes) + Math.max(...latitudes)) / 2,
    longitude: (Math.min(...longitudes) + Math.max(...longitudes)) / 2,
  };
  // Short enough for a flat earth; east and west shrink towards the poles.
  const narrowing = Math.max(0.05, Math.cos((middle.latitude * Math.PI) / 180));
  const tall = (Math.max(...latitudes) - Math.min(...latitudes)) * kmPerDegree;
  const wide = (Math.max(...longitudes) - Math.min(...longitudes)) * kmPerDegree * narrowing;
  const scale = Math.min((width - 2 * margin) / Math.max(wide, leastKm), (height - 2 * margin) / Math.max(tall, leastKm * 0.75));
  return { middle, narrowing, scale };
}

/** What a map of these points shows, so that the towns in it can be looked up. Undefined without points. */
export function mapBox(points: readonly MapPoint[]): MapBox | undefined {
  if (!points.length) return undefined;
  const { middle, narrowing, scale } = view(points);
  const up = height / 2 / scale / kmPerDegree;
  const across = width / 2 / scale / kmPerDegree / narrowing;
  return {
    from: { latitude: middle.latitude - up, longitude: middle.longitude - across },
    to: { latitude: middle.latitude + up, longitude: middle.longitude + across },
  };
}

/** Lays a map out: every pin, and as many towns as leave each other room. Undefined without pins. */
export function planMap(pins: readonly MapPin[], towns: readonly MapTown[]): MapPlan | undefined {
  if (!pins.length) return undefined;
  const { middle, narrowing, scale } = view(pins);
  const place = ({ latitude, longitude }: MapPoint) => ({
    x: Math.round(width / 2 + (longitude - middle.longitude) * kmPerDegree * narrowing * scale),
    y: Math.round(height / 2 - (latitude - middle.latitude) * kmPerDegree * scale),
  });

  const drawn: MapPlan['pins'] = [];
  for (const pin of pins) {
    const at = place(pin);
    const near = drawn.find(({ x, y, width: w }) => Math.abs(x - at.x) < (w + pinSize) / 2 && Math.abs(y - at.y) < pinSize);
    if (near && !near.labels.includes(pin.label)) near.labels.push(pin.label);
    if (near) near.width = widthOf(near.labels);
    else drawn.push({ ...at, labels: [pin.label], width: pinSize });
  }
  // A wide one near an edge moves in, so that all of its numbers can be read.
  for (const each of drawn) each.x = Math.min(Math.max(each.x, each.width / 2 + 2), width - each.width / 2 - 2);
  const bar = barFor(scale);
  return {
    width,
    height,
    pins: drawn,
    towns: namedTowns(
      towns.map((town) => ({ ...town, ...place(town) })),
      drawn,
      bar.length,
    ),
    bar,
  };
}

/** What a pin says: each number, or the first and the last few of many. */
export const pinText = (labels: readonly string[]): string =>
  labels.length <= 3 ? labels.join(', ') : `${labels.slice(0, 2).join(', ')} … ${labels.at(-1)!}`;

const widthOf = (labels: readonly string[]) => Math.max(pinSize, pinText(labels).length * letterWidth + 12);

function namedTowns(towns: readonly (MapTown & { x: number; y: number })[], pins: MapPlan['pins'], barLength: number): MapPlan['towns'] {
  const covers = pins.map(({ x, y, width: w }) => ({ left: x - w / 2, right: x + w / 2, top: y - pinSize / 2, bottom: y + pinSize / 2 }));
  const taken: Box[] = [
    ...covers,
    { left: 0, right: barLength + 70, top: height - 34, bottom: height },
    { left: width - 40, right: width, top: 0, bottom: 48 },
  ];
  const named: MapPlan['towns'] = [];
  const fromMiddle = ({ x, y }: { x: number; y: number }) => Math.hypot(x - width / 2, y - height / 2);
  for (const { x, y, name } of [...towns].sort((a, b) => fromMiddle(a) - fromMiddle(b))) {
    if (x < 6 || x > width - 6 || y < 12 || y > height - 12) continue;
    const under = covers.find((pin) => !apart(pin, { left: x - 3, right: x + 3, top: y - 3, bottom: y + 3 }));
    const places = under ? besidePin(under) : besideDot(x, y);
    const text = places.find((place) => {
      const box = boxOf(place, name);
      return box.left >= 2 && box.right <= width - 2 && box.top >= 0 && box.bottom <= height && taken.every((other) => apart(box, other));
    });
    if (!text) continue;
    taken.push(boxOf(text, name), ...(under ? [] : [{ left: x - 4, right: x + 4, top: y - 4, bottom: y + 4 }]));
    named.push({ x, y, name, text, dot: !under });
  }
  return named;
}

type TextPlace = MapPlan['towns'][number]['text'];

const besideDot = (x: number, y: number): TextPlace[] => [
  { x: x + 8, y: y + 5, anchor: 'start' },
  { x: x - 8, y: y + 5, anchor: 'end' },
];

const besidePin = ({ left, right, top, bottom }: Box): TextPlace[] => [
  { x: (left + right) / 2, y: bottom + 16, anchor: 'middle' },
  { x: (left + right) / 2, y: top - 6, anchor: 'middle' },
  { x: right + 5, y: (top + bottom) / 2 + 5, anchor: 'start' },
  { x: left - 5, y: (top + bottom) / 2 + 5, anchor: 'end' },
];

function boxOf({ x, y, anchor }: TextPlace, name: string): Box {
  const long = name.length * letterWidth;
  const left = anchor === 'start' ? x : anchor === 'end' ? x - long : x - long / 2;
  return { left, right: left + long, top: y - textHeight + 5, bottom: y + 5 };
}

/** A round number of kilometres that takes a fifth to a third of the picture. */
function barFor(scale: number): MapPlan['bar'] {
  const steps = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];
  const km = steps.findLast((step) => step * scale <= width / 3) ?? steps[0]!;
  return { km, length: Math.round(km * scale) };
}
