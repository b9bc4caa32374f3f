import type { ComponentChildren } from 'preact';
import { useWords } from '../context.ts';
import { HiddenText } from './hidden-text.tsx';

export type Column<Row> = {
  header: string;
  cell: (row: Row, index: number) => ComponentChildren;
  headerHidden?: boolean | undefined;
  numeric?: boolean | undefined;
  /** Its cells name the row. On a phone it stands first, without its label. */
  rowHeader?: boolean | undefined;
  sort?: { href: string; direction?: 'ascending' | 'descending' | undefined } | undefined;
};

type Props<Row> = {
  caption: string;
  captionHidden?: boolean | undefined;
  captionSize?: 's' | 'm' | 'l' | 'xl' | undefined;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  /** Shown instead of an empty table. */
  empty?: ComponentChildren;
  /** Becomes a list on a phone, each cell with its column's name. */
  responsive?: boolean | undefined;
  /** In a quiet white box, as on the caseload. */
  panel?: boolean | undefined;
};

// Laying a table out as a list takes its meaning away from screen readers; the roles give it back.
const role = (on: boolean, name: 'table' | 'rowgroup' | 'row' | 'columnheader' | 'rowheader' | 'cell') => (on ? { role: name } : {});

function HeaderCell<Row>({ column, responsive }: { column: Column<Row>; responsive: boolean }) {
  const { header, headerHidden, numeric, sort } = column;
  return (
    <th
      class={`nhsuk-table__header${numeric ? ' nhsuk-table__header--numeric' : ''}`}
      scope="col"
      {...role(responsive, 'columnheader')}
      {...(sort ? { 'data-sort': '' } : {})}
      {...(sort?.direction ? { 'aria-sort': sort.direction } : {})}
    >
      {sort ? (
        <a class="nhsuk-link" href={sort.href}>
          {header}
        </a>
      ) : headerHidden ? (
        <HiddenText>{header}</HiddenText>
      ) : (
        header
      )}
    </th>
  );
}

type CellProps<Row> = { column: Column<Row>; row: Row; index: number; responsive: boolean };

function BodyCell<Row>({ column, row, index, responsive }: CellProps<Row>) {
  const content = column.cell(row, index);
  const label = responsive && !column.headerHidden ? { 'data-label': column.header } : {};
  if (column.rowHeader) {
    return (
      <th class="nhsuk-table__header" scope="row" {...role(responsive, 'rowheader')}>
        {content}
      </th>
    );
  }
  return (
    <td class={`nhsuk-table__cell${column.numeric ? ' nhsuk-table__cell--numeric' : ''}`} {...role(responsive, 'cell')} {...label}>
      {responsive ? <div class="bothy-table__value">{content}</div> : content}
    </td>
  );
}

export function Table<Row>(props: Props<Row>) {
  const { caption, captionHidden, captionSize, columns, rows, empty, responsive = true, panel = responsive } = props;
  const words = useWords().design;
  if (rows.length === 0 && empty !== undefined) return <>{empty}</>;
  const sortable = columns.some(({ sort }) => sort);
  const names = ['nhsuk-table', sortable && 'nhsuk-table--sortable', responsive && 'bothy-table'];
  const captionClass = captionHidden
    ? 'nhsuk-u-visually-hidden'
    : `nhsuk-table__caption${captionSize ? ` nhsuk-table__caption--${captionSize}` : ''}`;
  const table = (
    <table class={names.filter(Boolean).join(' ')} {...role(responsive, 'table')}>
      <caption class={captionClass}>
        {caption}
        {sortable && <HiddenText> {words.sortable}</HiddenText>}
      </caption>
      <thead class="nhsuk-table__head" {...role(responsive, 'rowgroup')}>
        <tr class="nhsuk-table__row" {...role(responsive, 'row')}>
          {columns.map((column) => (
            <HeaderCell column={column} responsive={responsive} key={column.header} />
          ))}
        </tr>
      </thead>
      <tbody class="nhsuk-table__body" {...role(responsive, 'rowgroup')}>
        {rows.map((row, index) => (
          <tr class="nhsuk-table__row" key={index} {...role(responsive, 'row')}>
            {columns.map((column) => (
              <BodyCell column={column} row={row} index={index} responsive={responsive} key={column.header} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
  return panel ? <div class="bothy-panel bothy-panel--table">{table}</div> : table;
}
