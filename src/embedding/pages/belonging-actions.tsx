import { Button, Form, formatDate, HiddenText, Table, useWords } from '../../design/index.ts';
import { type IndexAction, moved } from '../core/index-action.ts';
import { valueOf } from '../core/indicator.ts';
import type { SiteSeen } from '../index.ts';
import { valueText, wordsOf } from './belonging-words.tsx';

type Props = { seen: SiteSeen; actions: readonly IndexAction[]; mayKeep: boolean };

/** What was taken up, and whether the figure moved: said plainly, and of open ones as it would be said today. */
export function ActionsTable({ seen, actions, mayKeep }: Props) {
  const words = useWords().belonging;
  const { actions: said } = words;
  const result = (action: IndexAction) => {
    const [start, today] = [valueText(words, action.indicator, action.valueAtStart), valueOf(seen.found[action.indicator])];
    const value = action.stage === 'open' ? today : action.valueAtReview;
    const outcome = moved(action, value, action.endedOn ?? seen.today);
    return (
      <>
        <strong>{said.moved[outcome]}</strong>
        <br />
        <span class="bothy-note">{said.fromTo(start, valueText(words, action.indicator, value))}</span>
      </>
    );
  };
  const when = (action: IndexAction) =>
    action.stage === 'stopped' ? `${said.stopped}, ${formatDate(action.endedOn!)}` : formatDate(action.endedOn ?? action.reviewOn);
  const buttons = (action: IndexAction) =>
    mayKeep && action.stage === 'open' ? (
      <div class="bothy-steps">
        {(['review', 'stop'] as const).map((step) => (
          <Form action={`/belonging/${seen.site.id}/actions/${action.id}/${step}`} key={step}>
            <Button variant="link">
              {step === 'review' ? said.reviewNow : said.stop}
              <HiddenText>{said.about(action.what)}</HiddenText>
            </Button>
          </Form>
        ))}
      </div>
    ) : null;
  return (
    <>
      <Table<IndexAction>
        caption={said.caption}
        captionHidden
        rows={actions}
        empty={<p>{said.none}</p>}
        columns={[
          {
            header: said.what,
            rowHeader: true,
            cell: (action) => (
              <>
                {action.what}
                {buttons(action)}
              </>
            ),
          },
          {
            header: said.for,
            cell: ({ indicator }) => <a href={`/belonging/${seen.site.id}/evidence/${indicator}`}>{wordsOf(words, indicator).name}</a>,
          },
          { header: said.owner, cell: ({ owner }) => owner },
          { header: said.review, cell: when },
          { header: said.result, cell: result },
        ]}
      />
      {actions.length > 0 && <p class="bothy-note">{said.caveat}</p>}
    </>
  );
}
