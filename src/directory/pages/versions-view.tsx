import { Button, Details, Form, Hidden, Page, Table, Timeline, useWords, type Words } from '../../design/index.ts';
import type { Line } from '../difference.ts';
import type { History, VersionSeen } from '../index.ts';
import type { Kind } from '../record.ts';
import { readable } from './said.tsx';

type Props = History & { timeZone: string };
type Entry = { at: Date; order: number; what: string; who?: string; detail?: preact.JSX.Element };

export const pathOf: Record<Kind, string> = { service: '/services', organisation: '/organisations', location: '/locations' };

/** Who changed what, the latest first. */
export function VersionsPage({ title, kind, id, version, mayRestore, versions, events, timeZone }: Props) {
  const { freshness, timeline } = useWords();
  const words = freshness.versions;
  const entries: Entry[] = [
    ...versions.map((seen) => ({
      at: seen.at,
      order: seen.version,
      what: lineOf(seen, words),
      who: seen.version === version ? `${words.version(seen.version)}, ${words.present}` : words.version(seen.version),
      detail: (
        <>
          {seen.changes.length > 0 && <Changes {...seen} />}
          {mayRestore && seen.version !== version && (
            <Form action={`${pathOf[kind]}/${id}/versions/${seen.version}/restore`}>
              <Hidden name="seen" value={String(version)} />
              <Button variant="link">{words.restore(seen.version)}</Button>
            </Form>
          )}
        </>
      ),
    })),
    ...events.flatMap(({ event, by }) => {
      const said = timeline[event.type];
      return said ? [{ at: event.at, order: 0, what: said(event.data, noNames), ...(by && { who: handName(by, words) }) }] : [];
    }),
  ].sort((one, other) => other.at.getTime() - one.at.getTime() || other.order - one.order);
  return (
    <Page title={words.title} caption={title} {...(kind === 'service' && { back: { href: `/services/${id}`, text: words.back } })}>
      <p>{words.intro}</p>
      <Timeline entries={entries} headingLevel={2} timeZone={timeZone} />
    </Page>
  );
}

type W = Words['freshness']['versions'];
const noNames = { account: () => '' };

const handName = ({ kind, name }: VersionSeen['by'], words: W): string =>
  name || kind === 'public' || kind === 'operator' ? words.hands[kind](name ?? '') : words.gone[kind];

/** `Rhona Bell changed the times and the cost` */
function lineOf({ by, first, turn, changes }: VersionSeen, words: W): string {
  const who = handName(by, words);
  if (first) return words.added(who);
  if (turn) return words[turn](who);
  return changes.length
    ? words.changed(
        who,
        changes.map(({ field }) => field),
      )
    : words.same(who);
}

function Changes({ version, changes }: VersionSeen) {
  const { versions: words } = useWords().freshness;
  return (
    <Details summary={words.see}>
      <Table
        caption={words.caption(version)}
        captionHidden
        panel={false}
        rows={changes}
        columns={[
          { header: words.field, rowHeader: true, cell: ({ field }) => words.fieldName(field) },
          { header: words.before, cell: ({ before }) => <Told lines={before} /> },
          { header: words.after, cell: ({ after }) => <Told lines={after} /> },
        ]}
      />
    </Details>
  );
}

function Told({ lines }: { lines: readonly Line[] }) {
  const { versions: words } = useWords().freshness;
  if (!lines.length) return <>{words.nothing}</>;
  return (
    <ul class="nhsuk-list nhsuk-u-margin-bottom-0">
      {lines.map(({ name, value }, nth) => (
        <li key={nth}>{[name.replaceAll('_', ' '), readable(value)].filter(Boolean).join(': ')}</li>
      ))}
    </ul>
  );
}
