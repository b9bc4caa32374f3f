import type { ComponentChildren } from 'preact';
import { HiddenText } from './hidden-text.tsx';

export type SummaryAction = { href: string; text: string; about?: string | undefined };

export type SummaryRow = {
  key: ComponentChildren;
  value: ComponentChildren;
  actions?: SummaryAction[] | undefined;
};

type Props = { rows: readonly SummaryRow[]; border?: boolean | undefined; lastBorder?: boolean | undefined };

const ActionLinkText = ({ href, text, about }: SummaryAction) => (
  <a class="nhsuk-link" href={href}>
    {text}
    {about && <HiddenText> {about}</HiddenText>}
  </a>
);

function Actions({ actions }: { actions: SummaryAction[] }) {
  const [only, ...others] = actions;
  if (!only) return null;
  return (
    <dd class="nhsuk-summary-list__actions">
      {others.length === 0 ? (
        <ActionLinkText {...only} />
      ) : (
        <ul class="nhsuk-summary-list__actions-list">
          {actions.map((action) => (
            <li class="nhsuk-summary-list__actions-list-item" key={action.href}>
              <ActionLinkText {...action} />
            </li>
          ))}
        </ul>
      )}
    </dd>
  );
}

export function SummaryList({ rows, border = true, lastBorder = true }: Props) {
  const kind = !border ? ' nhsuk-summary-list--no-border' : !lastBorder ? ' nhsuk-summary-list--no-last-row-border' : '';
  const someActions = rows.some(({ actions }) => actions?.length);
  return (
    <dl class={`nhsuk-summary-list${kind}`}>
      {rows.map(({ key, value, actions = [] }, index) => (
        <div
          class={`nhsuk-summary-list__row${someActions && actions.length === 0 ? ' nhsuk-summary-list__row--no-actions' : ''}`}
          key={index}
        >
          <dt class="nhsuk-summary-list__key">{key}</dt>
          <dd class="nhsuk-summary-list__value">{value}</dd>
          <Actions actions={actions} />
        </div>
      ))}
    </dl>
  );
}
