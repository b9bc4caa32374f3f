import type { Imported } from '../directory/index.ts';
import { count } from './with-database.ts';

type Tally = Imported['services'];

const shownKinds = 30;

/** What an operator is told when a feed has been read. */
export function reportOf(imported: Imported, { dryRun, report }: { dryRun: boolean; report: string | undefined }): string {
  const { services, organisations, vanished, waiting, incomplete, rejected, rejections, notKept, unknownTerms, feed } = imported;
  return [
    dryRun ? `${feed}: nothing was changed. This is what would be.` : feed,
    `Services: ${tally(services)}.`,
    `Organisations: ${tally(organisations)}.`,
    ...(incomplete === null
      ? []
      : [`It could not be read to its end: ${incomplete} What came before is good; run this again to go on from there.`]),
    ...(vanished
      ? [`${count(vanished, 'service')} no longer in the feed; nothing was removed. The page Feeds asks what should be done.`]
      : []),
    ...(waiting ? [`${count(waiting, 'record')} may be something that is here already. The page Feeds asks whether it is.`] : []),
    ...(rejected ? [`${count(rejected, 'record')} rejected:`, ...indented(rejections), ...more(rejected - rejections.length, report)] : []),
    ...counts('Kept, but not understood where it stands:', notKept),
    ...counts('Terms that match no need or group of people of ours:', unknownTerms),
  ].join('\n');
}

const tally = ({ added, changed, unchanged }: Tally): string =>
  [`${number(added)} added`, `${number(changed)} changed`, `${number(unchanged)} unchanged`].join(', ');

const number = (value: number): string => value.toLocaleString('en-GB');
const indented = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`);

const more = (left: number, report: string | undefined): string[] => {
  if (left > 0)
    return [`  and ${number(left)} more${report === undefined ? '; --report <file> writes them all' : `; ${report} has them all`}.`];
  return [];
};

function counts(title: string, found: ReadonlyMap<string, number>): string[] {
  if (!found.size) return [];
  const sorted = [...found].sort(([a, many], [b, few]) => few - many || (a < b ? -1 : 1));
  const lines = sorted.slice(0, shownKinds).map(([what, times]) => `  ${what} × ${number(times)}`);
  return [title, ...lines, ...(sorted.length > shownKinds ? [`  and ${number(sorted.length - shownKinds)} more kinds.`] : [])];
}
