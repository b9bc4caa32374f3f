type Rgb = readonly [number, number, number];

function parseHex(hex: string): Rgb | undefined {
  const full = /^#?([0-9a-f]{6})$/i.exec(hex)?.[1] ?? /^#?([0-9a-f]{3})$/i.exec(hex)?.[1]?.replace(/./g, '$&$&');
  if (!full) return undefined;
  return [0, 2, 4].map((at) => parseInt(full.slice(at, at + 2), 16)) as unknown as Rgb;
}

/** Relative luminance, WCAG 2.2. */
function luminance(rgb: Rgb): number {
  const [r, g, b] = rgb.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast ratio of two `#rrggbb` colours, WCAG 2.2: 1 to 21. */
export function contrast(one: string, other: string): number {
  const [a, b] = [one, other].map((hex) => luminance(parseHex(hex) ?? [0, 0, 0])) as [number, number];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const toHex = (rgb: readonly number[]) => `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;

/** Darkens a colour until white can be read on it. */
function readableUnderWhite(hex: string): string {
  let rgb = parseHex(hex) ?? [35, 87, 74];
  while (contrast(toHex(rgb), '#ffffff') < 4.8) rgb = rgb.map((part) => part * 0.94) as unknown as Rgb;
  return toHex(rgb);
}

const darker = (hex: string, share: number) => toHex((parseHex(hex) ?? [0, 0, 0]).map((part) => part * share));

/** The body of `/theme/<rrggbb>.css`: the programme's one colour on bar and buttons, darkened as far as white text needs. */
export function themeCss(colour: string): string {
  if (!parseHex(colour)) return '';
  const bar = readableUnderWhite(colour);
  return `:root{--bar:${bar};--button:${bar};--button-hover:${darker(bar, 0.8)};--button-shadow:${darker(bar, 0.55)}}`;
}
