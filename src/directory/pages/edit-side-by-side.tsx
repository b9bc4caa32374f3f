import { Button, ButtonRow, Form, Hidden, Lines, Page, Panel, Table, useWords } from '../../design/index.ts';
import type { Typed } from '../../platform/forms.ts';
import type { Alike } from '../index.ts';

/** One part of something, as it is and as somebody typed it. `from`: the feed whose word it is. */
export type Difference = { label: string; before: readonly string[]; after: readonly string[]; from?: string | undefined };

const Said = ({ lines }: { lines: readonly string[] }) =>
  lines.length ? <Lines text={lines.join('\n')} /> : <>{useWords().editing.confirm.nothing}</>;

/** Both versions side by side, so that the second to save loses nothing and undoes nothing unawares. */
export function Differences({ rows }: { rows: readonly Difference[] }) {
  const { stale } = useWords().editing;
  return (
    <Panel heading={stale.title}>
      <p>{rows.length ? stale.text : stale.same}</p>
      {rows.length > 0 && (
        <Table
          caption={stale.caption}
          captionHidden
          rows={rows}
          columns={[
            { header: stale.field, rowHeader: true, cell: ({ label }) => label },
            { header: stale.theirs, cell: ({ before }) => <Said lines={before} /> },
            { header: stale.yours, cell: ({ after }) => <Said lines={after} /> },
          ]}
        />
      )}
    </Panel>
  );
}

/** All that was typed, so that it can be sent again as it is. */
const TypedAgain = ({ typed }: { typed: Typed }) => (
  <>
    {Object.entries(typed)
      .filter(([name]) => !['sure', 'back', 'more'].includes(name))
      .flatMap(([name, value]) =>
        [value].flat().map((text, nth) => (text ? <Hidden name={name} value={text} key={`${name} ${nth}`} /> : null)),
      )}
  </>
);

function Again({ action, typed, sure, back }: { action: string; typed: Typed; sure: string; back: string }) {
  return (
    <Form action={action}>
      <TypedAgain typed={typed} />
      <ButtonRow>
        <Button name="sure" value="yes">
          {sure}
        </Button>
        <Button name="back" value="yes" variant="secondary">
          {back}
        </Button>
      </ButtonRow>
    </Form>
  );
}

type Ask = { action: string; typed: Typed };

export function ConfirmFeed({ caption, rows, ...ask }: Ask & { caption: string; rows: readonly Difference[] }) {
  const { confirm } = useWords().editing;
  return (
    <Page title={confirm.title} caption={caption}>
      <p>{confirm.text}</p>
      <Table
        caption={confirm.caption}
        captionHidden
        rows={rows}
        columns={[
          {
            header: confirm.field,
            rowHeader: true,
            cell: ({ label, from }) => (
              <>
                {label}
                {from !== undefined && (
                  <div class="nhsuk-body-s nhsuk-u-secondary-text-colour nhsuk-u-margin-bottom-0">{confirm.from(from)}</div>
                )}
              </>
            ),
          },
          { header: confirm.before, cell: ({ before }) => <Said lines={before} /> },
          { header: confirm.after, cell: ({ after }) => <Said lines={after} /> },
        ]}
      />
      <Again {...ask} sure={confirm.sure} back={confirm.back} />
    </Page>
  );
}

export function ConfirmNew({ alike, hrefOf, ...ask }: Ask & { alike: readonly Alike[]; hrefOf: (id: string) => string }) {
  const { alike: words } = useWords().editing;
  return (
    <Page title={words.title}>
      <p>{words.text}</p>
      <ul class="nhsuk-list nhsuk-list--bullet">
        {alike.map(({ id, name, organisation, reasons }) => (
          <li key={id}>
            <a href={hrefOf(id)}>{words.by(name, organisation)}</a>
            <div class="nhsuk-hint">{reasons.map((reason) => words.reasons[reason]).join(', ')}</div>
          </li>
        ))}
      </ul>
      <Again {...ask} sure={words.sure} back={words.back} />
    </Page>
  );
}
