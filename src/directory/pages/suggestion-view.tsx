import {
  Button,
  ButtonRow,
  Details,
  Dot,
  Form,
  formatDate,
  Heading,
  Hidden,
  InsetText,
  Lines,
  Page,
  Radios,
  SummaryList,
  Table,
  TextArea,
  useWords,
} from '../../design/index.ts';
import type { Errors, Typed } from '../../platform/forms.ts';
import type { SeenSuggestion } from '../index.ts';
import { type Field, fields } from '../fields-text.ts';
import { declineReasons, type Suggestion, wantedIn } from '../suggestion.ts';
import { FieldInput } from './field-inputs.tsx';
import { dots } from './suggestions-view.tsx';

/** Which of the page's forms is in hand. */
export type Step = 'decide' | 'edit' | 'decline' | 'same';
type Again = { typed: Typed; errors: Errors; step: Step; status: 409 | 422 };
type Props = SeenSuggestion & { step: Step; again: Again | undefined; asker: string; timeZone: string };

/** One suggestion beside what the directory says now, and what can be done with it. */
export function SuggestionPage(props: Props) {
  const { suggestion, service, step, again } = props;
  const words = useWords().freshness.moderation;
  return (
    <Page
      title={service.name}
      caption={words.one.caption}
      back={{ href: '/suggestions', text: words.one.back }}
      errors={again?.errors}
      errorIds={{ reason: 'reason', same: 'same' }}
    >
      <SummaryList rows={useSaidRows(props)} />
      <p>
        <a href={`/services/${service.id}`}>{words.one.see}</a> · <a href={`/services/${service.id}/versions`}>{words.one.versions}</a>
      </p>
      {(step !== 'edit' || again?.status === 409) && <Compare {...props} />}
      {suggestion.state !== 'waiting' ? <Decided {...props} /> : step === 'edit' ? <Edit {...props} /> : <Decide {...props} />}
    </Page>
  );
}

function useSaidRows({ suggestion, service, names, timeZone }: Props) {
  const { moderation: words, suggest } = useWords().freshness;
  const { from, sender, state, madeAt, dueOn, owner } = suggestion;
  const who = from.kind === 'organisation' ? service.organisationName : from.kind === 'account' ? names.get(from.id) : undefined;
  const said = [who ?? words.froms[from.kind], sender.name, sender.role].filter(Boolean).join(' · ');
  return [
    { key: words.about, value: suggest.parts[suggestion.part] },
    { key: words.one.by, value: said },
    { key: words.one.when, value: formatDate(madeAt, { timeZone }) },
    ...(suggestion.words ? [{ key: words.one.words, value: <Lines text={suggestion.words} /> }] : []),
    ...(sender.email ? [{ key: words.one.email, value: sender.email }] : []),
    ...(state === 'waiting'
      ? [
          { key: words.due, value: formatDate(dueOn) },
          { key: words.owner, value: (owner && names.get(owner)) ?? words.nobody },
        ]
      : [{ key: words.outcome, value: <Dot kind={dots[state]} text={words.states[state]} /> }]),
  ];
}

/** What somebody else has changed while this was being written, beside what was written. */
const written = ({ suggestion, present, again }: Props): Suggestion['changes'] => {
  const typed = fields.flatMap((field) => {
    const after = again?.typed[field];
    return typeof after === 'string' && after !== present[field] ? [[field, { before: present[field], after }] as const] : [];
  });
  return again?.step === 'edit' ? Object.fromEntries(typed) : suggestion.changes;
};

function Compare(props: Props) {
  const { suggestion, present, changed } = props;
  const changes = written(props);
  const { freshness } = useWords();
  const { one: words } = freshness.moderation;
  const rows = fields.flatMap((field) => (changes[field] ? [{ field, ...changes[field] }] : []));
  const shown = (field: Field, text: string) =>
    text ? <Lines text={field === 'status' ? (freshness.statuses[text] ?? text) : text} /> : freshness.nothing;
  if (!rows.length) return null;
  return (
    <>
      {suggestion.state === 'waiting' && changed.length > 0 && <InsetText>{words.changedSince}</InsetText>}
      <Table
        caption={words.compare}
        captionSize="m"
        rows={rows}
        columns={[
          { header: words.field, rowHeader: true, cell: ({ field }) => freshness.fields[field] },
          { header: words.now, cell: ({ field }) => shown(field, present[field]) },
          { header: words.suggested, cell: ({ field, after }) => shown(field, after) },
        ]}
      />
    </>
  );
}

const doorOf = ({ id }: Suggestion, what: string) => `/suggestions/${id}/${what}`;

function Decide({ suggestion, others, asker, step, again }: Props) {
  const { moderation, suggest } = useWords().freshness;
  const words = moderation.one;
  const { rowVersion } = suggestion;
  const mine = suggestion.owner === asker;
  const typed = (own: Step) => (again?.step === own ? again.typed : {});
  return (
    <>
      <Form action={doorOf(suggestion, 'accept')} rowVersion={rowVersion}>
        <ButtonRow>
          <Button preventDoubleClick>{Object.keys(suggestion.changes).length ? words.accept : words.acceptWords}</Button>
          <Button href={`/suggestions/${suggestion.id}?edit=yes`} variant="secondary">
            {words.edit}
          </Button>
          <Button variant="link" formaction={doorOf(suggestion, 'take')} name="mine" value={mine ? 'no' : 'yes'}>
            {mine ? words.leave : words.take}
          </Button>
        </ButtonRow>
      </Form>
      <Details summary={words.decline} open={step === 'decline'}>
        <Form action={doorOf(suggestion, 'decline')} rowVersion={rowVersion} values={typed('decline')}>
          <Radios
            name="reason"
            label={words.reason}
            labelSize="s"
            options={declineReasons.map((reason) => ({ value: reason, text: words.reasons[reason] }))}
          />
          <TextArea name="answer" label={words.answer} labelSize="s" hint={words.answerHint} rows={3} maxLength={1000} optional />
          <Button variant="secondary">{words.decline}</Button>
        </Form>
      </Details>
      {others.length > 0 && (
        <Details summary={words.duplicate} open={step === 'same'}>
          <Form action={doorOf(suggestion, 'same')} rowVersion={rowVersion} values={typed('same')}>
            <Radios
              name="same"
              label={words.same}
              labelSize="s"
              options={others.map((other) => ({ value: other.id, text: `${suggest.parts[other.part]}, ${formatDate(other.madeAt)}` }))}
            />
            <Button variant="secondary">{words.markDuplicate}</Button>
          </Form>
        </Details>
      )}
      {others.length > 0 && (
        <>
          <Heading level={2} class="nhsuk-heading-s">
            {words.others}
          </Heading>
          <ul class="nhsuk-list">
            {others.map((other) => (
              <li key={other.id}>
                <a href={`/suggestions/${other.id}`}>
                  {suggest.parts[other.part]}, {formatDate(other.madeAt)}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** Every field of the service, with what was suggested already in its place. */
function Edit({ suggestion, present, version, again }: Props) {
  const words = useWords().freshness.moderation.one;
  const wanted = { ...present, ...wantedIn(suggestion) };
  return (
    <Form action={doorOf(suggestion, 'accept')} rowVersion={suggestion.rowVersion} values={again?.typed}>
      <Heading level={2} class="nhsuk-heading-m">
        {words.editTitle}
      </Heading>
      <Hidden name="edited" value="yes" />
      <Hidden name="seen" value={String(version)} />
      <div class="nhsuk-u-reading-width">
        {fields.map((field) => (
          <FieldInput key={field} field={field} value={wanted[field]} />
        ))}
      </div>
      <ButtonRow>
        <Button preventDoubleClick>{words.save}</Button>
        <a href={`/suggestions/${suggestion.id}`}>{words.cancel}</a>
      </ButtonRow>
    </Form>
  );
}

function Decided({ suggestion, names, timeZone }: Props) {
  const words = useWords().freshness.moderation.one;
  const { decidedBy, decidedAt, reason, answer } = suggestion;
  return (
    <>
      <p>
        {words.decided((decidedBy && names.get(decidedBy)) || words.somebody, formatDate(decidedAt!, { timeZone }))}{' '}
        {reason && words.reasons[reason]}
      </p>
      {answer && <Lines text={answer} />}
      <Form action={doorOf(suggestion, 'reopen')} rowVersion={suggestion.rowVersion}>
        <p>{words.reopenHint}</p>
        <Button variant="secondary">{words.reopen}</Button>
      </Form>
    </>
  );
}
