import type { Imported } from '../directory/index.ts';
import { count } from './with-database.ts';

type Tally = Imported['services'];

const shownKinds = 30;

/** What an operator is told when a feed has been read. */
export function reportOf(imported: Imported, { dryRun, report }: { dryRun: boolean; report: string | undefined }): string {
  const { services, organisations, vanished, rejected, rejections, notKept, unknownTerms, feed } = imported;
  return [
    dryRun ? `${feed}: nothing was changed. This is what would be.` : feed,
    `Services: ${tally(services)}.`,
    `Organisations: ${tally(organisations)}.`,
    ...(vanished ? [`${count(vanished, 'service')} no longer in the feed; nothing was removed.`] : []),
    ...(rejected ? [`${count(rejected, 'record')} rejected:`, ...indented(rejections), ...more(rejected - rejections.length, report)] : []),
    ...counts('Not kept, because there is no place for it yet:', notKept),
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
