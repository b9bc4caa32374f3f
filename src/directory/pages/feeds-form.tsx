import { Button, Checkbox, Form, Page, Panel, Radios, Select, SummaryList, TextField, useWords } from '../../design/index.ts';
import type { Errors, Typed } from '../../platform/forms.ts';
import type { Feed } from '../index.ts';

export type FormProblem = { typed?: Typed; errors?: Errors; stale?: boolean };

export function FeedForm({ feed, typed = {}, errors, stale }: { feed?: Feed } & FormProblem) {
  const { form, feedKinds } = useWords().feeds;
  const isPulled = !feed || ['hsds', 'ndjson', 'openactive'].includes(feed.kind);
  const options = (['hsds', 'openactive', 'ndjson'] as const).map((kind) => ({ value: kind, text: feedKinds[kind] }));
  const back = feed ? { href: `/feeds/${feed.id}`, text: feed.name } : { href: '/feeds' };
  return (
    <Page title={feed ? form.change : form.add} back={back} {...(errors && { errors })}>
      {stale && feed && (
        <Panel heading={form.savedNow}>
          <SummaryList
            rows={[
              { key: form.name, value: feed.name },
              { key: form.address, value: feed.address },
              { key: form.trust, value: feed.trust },
            ]}
          />
        </Panel>
      )}
      <Form values={typed} {...(feed && { rowVersion: feed.rowVersion })}>
        <TextField name="name" label={form.name} value={feed?.name} />
        {isPulled && (
          <>
            <TextField name="address" type="url" label={form.address} hint={form.addressHint} value={feed?.address ?? ''} />
            <Radios name="kind" label={form.kind} value={feed?.kind ?? 'hsds'} options={options} />
            <Select name="pull" label={form.pull} value={String(feed?.pullHours ?? '')} options={choicesOf(form.pullOptions)} />
          </>
        )}
        <Select
          name="trust"
          label={form.trust}
          hint={form.trustHint}
          value={String(feed?.trust ?? 5)}
          options={[1, 2, 3, 4, 5, 6, 7, 8, 9].map((figure) => ({ value: String(figure), text: form.trustOptions(figure) }))}
        />
        <Radios
          name="apply"
          label={form.apply}
          value={feed?.apply ?? 'ask'}
          options={[
            { value: 'ask', text: form.applyAsk, hint: form.applyAskHint },
            { value: 'itself', text: form.applyItself, hint: form.applyItselfHint },
          ]}
        />
        {feed && <Checkbox name="stopped" label={form.stopped} hint={form.stoppedHint} checked={feed.stopped} />}
        <Button>{form.save}</Button>
      </Form>
    </Page>
  );
}

const choicesOf = (options: Readonly<Record<string, string>>) =>
  Object.entries(options)
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([value, text]) => ({ value, text }));
