export type { Chrome, Errors, Values, Words } from './chrome.ts';
export { useChrome, useMayGo, useWords } from './context.ts';
export { renderPage } from './render.tsx';
export { themeCss } from './theme.ts';
export { mapBox, type MapPin } from './map-plan.ts';
export {
  calendarDay,
  daysAgo,
  formatDate,
  formatDateTime,
  formatFullDate,
  formatShortDate,
  formatTime,
  isLate,
  relativeDay,
} from './dates.ts';

export { Page, type PageProps } from './layout/page.tsx';
export { PlainPage } from './layout/plain-page.tsx';
export { PublicPage } from './layout/public-page.tsx';
export { PrintLetter } from './layout/print-letter.tsx';

export { Checkbox } from './forms/checkbox.tsx';
export { Checkboxes, Radios } from './forms/choices.tsx';
export { Chips } from './forms/chips.tsx';
export { DateField } from './forms/date-field.tsx';
export { DraftButtons } from './forms/drafts.tsx';
export { Fieldset } from './forms/fieldset.tsx';
export { FileField } from './forms/file-field.tsx';
export { Form, Hidden } from './forms/form.tsx';
export { PasswordField } from './forms/password-field.tsx';
export { Scale } from './forms/scale.tsx';
export { Select } from './forms/select.tsx';
export { Statement } from './forms/statement.tsx';
export { TextArea } from './forms/text-area.tsx';
export { TextField } from './forms/text-field.tsx';
export { TimeField } from './forms/time-field.tsx';

export { ActionLink } from './components/action-link.tsx';
export { Button, ButtonRow } from './components/button.tsx';
export { Card } from './components/card.tsx';
export { Columns } from './components/columns.tsx';
export { Details } from './components/details.tsx';
export { Dot, type DotKind } from './components/dot.tsx';
export { Due } from './components/due.tsx';
export { EmptyState } from './components/empty-state.tsx';
export { Heading } from './components/heading.tsx';
export { HiddenText } from './components/hidden-text.tsx';
export { InsetText } from './components/inset-text.tsx';
export { Lines, Prose } from './components/lines.tsx';
export { ServiceMap } from './components/map.tsx';
export { NotificationBanner } from './components/notification-banner.tsx';
export { Pagination } from './components/pagination.tsx';
export { Panel } from './components/panel.tsx';
export { PanelBox } from './components/panel-box.tsx';
export { PersonBanner } from './components/person-banner.tsx';
export { SaidLines } from './components/said-lines.tsx';
export { Stats } from './components/stats.tsx';
export { SummaryList, type SummaryRow } from './components/summary-list.tsx';
export { Switch } from './components/switch.tsx';
export { Table, type Column } from './components/table.tsx';
export { Tag, type TagColour } from './components/tag.tsx';
export { TaskList } from './components/task-list.tsx';
export { Timeline, type TimelineEntry } from './components/timeline.tsx';
export { WarningCallout } from './components/warning-callout.tsx';
