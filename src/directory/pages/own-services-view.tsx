import { EmptyState, formatShortDate, HiddenText, Page, Table, useWords } from '../../design/index.ts';
import type { Errors, Typed } from '../../platform/forms.ts';
import type { OwnServices } from '../index.ts';
import { Checked, RoomTag } from './facts.tsx';
import { PauseFields } from './pause-fields.tsx';
import { BehaviourLines, Paused, UndoResume } from './room-facts.tsx';

type Props = { own: OwnServices | undefined; resumed: string | undefined; typed?: Typed | undefined; errors?: Errors | undefined };

/** What an organisation runs: its room, and whether the listing is still right. */
export function OwnServicesPage({ own, resumed, typed, errors }: Props) {
  const { own: words } = useWords().room;
  if (!own)
    return (
      <Page title={words.title}>
        <p>{words.notYours}</p>
        <p>
          <a href="/services">{words.find}</a>
        </p>
      </Page>
    );
  return (
    <Page title={words.title} errors={errors} aside={<BehaviourLines behaviour={own.behaviour} promise={null} all />}>
      <p>{words.intro}</p>
      {resumed && own.pauses.length === 0 && <UndoResume pause={resumed} action="/our-services/resume" />}
      <Paused pauses={own.pauses} action="/our-services/resume" of="all" />
      <Table
        caption={words.caption}
        captionHidden
        responsive
        rows={own.services}
        empty={
          <EmptyState title={words.none}>
            <p>{words.noneText}</p>
          </EmptyState>
        }
        columns={[
          { header: words.service, rowHeader: true, cell: ({ id, name }) => <a href={`/services/${id}`}>{name}</a> },
          { header: words.room, cell: ({ room, status }) => (status === 'active' ? <RoomTag room={room} /> : words.notRunning) },
          { header: words.said, cell: ({ capacity }) => (capacity ? formatShortDate(capacity.updatedAt) : words.never) },
          { header: words.checked, cell: ({ freshness }) => <Checked freshness={freshness} /> },
          {
            header: words.change,
            headerHidden: true,
            cell: ({ id, name }) => (
              <a href={`/services/${id}/room`}>
                {words.change}
                <HiddenText> {words.changeFor(name)}</HiddenText>
              </a>
            ),
          },
        ]}
      />
      {own.services.length > 0 && <PauseFields action="/our-services/pause" all typed={typed} errors={errors} />}
    </Page>
  );
}
