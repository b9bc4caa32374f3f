import { Button, type Errors, Form, formatDate, Page, Prose, SummaryList, TextArea, useWords } from '../../design/index.ts';
import type { Typed } from '../../platform/forms.ts';
import type { Action } from '../core/steering.ts';

type Props = {
  action: Action;
  ownerName: string;
  mayFinish: boolean;
  idea: string | null;
  values?: Typed | undefined;
  errors?: Errors | undefined;
};

export function ActionPage({ action, ownerName, mayFinish, idea, values, errors }: Props) {
  const words = useWords().steering.action;
  const rows = [
    { key: words.what, value: action.what },
    { key: words.owner, value: ownerName },
    { key: words.due, value: formatDate(action.dueOn) },
    ...(action.doneOn ? [{ key: words.doneOn, value: formatDate(action.doneOn) }] : []),
    ...(action.cameOfIt ? [{ key: words.cameOfIt, value: <Prose text={action.cameOfIt} /> }] : []),
    ...(idea ? [{ key: words.idea, value: <Prose text={idea} /> }] : []),
  ];
  return (
    <Page title={words.title} back={{ href: `/steering/meetings/${action.meeting}` }} errors={errors}>
      <SummaryList rows={rows} />
      {mayFinish && (
        <Form action={`/steering/actions/${action.id}`} values={values} rowVersion={action.rowVersion}>
          {action.doneOn === null ? (
            <>
              <TextArea
                name="cameOfIt"
                label={words.cameOfIt}
                hint={words.cameOfItHint}
                value={action.cameOfIt}
                rows={3}
                maxLength={1000}
              />
              <Button name="done" value="yes">
                {words.finish}
              </Button>
            </>
          ) : (
            <Button variant="secondary" name="done" value="no">
              {words.reopen}
            </Button>
          )}
        </Form>
      )}
    </Page>
  );
}
