import {
  Button,
  ButtonRow,
  Checkbox,
  EmptyState,
  type Errors,
  Form,
  formatTime,
  HiddenText,
  Page,
  Panel,
  Select,
  Table,
  TextArea,
  useWords,
  WarningCallout,
} from '../../design/index.ts';
import type { Asker } from '../../identity/index.ts';
import { InDanger, nameOf } from '../../people/index.ts';
import type { Typed } from '../../platform/forms.ts';
import type { BeforeHandover } from '../index.ts';
import { isOver } from '../weight.ts';
import { afterwards, picked } from './handover-form.ts';
import { useTaskText } from './tasks-view.tsx';

type Props = { before: BeforeHandover; asker: Asker; values?: Typed; errors?: Errors; changed?: boolean; preview?: boolean };

export function HandoverPage({ before, asker, values = {}, errors, changed, preview }: Props) {
  const all = useWords().caseloads;
  const words = all.handover;
  const { worker, people, loose, candidates, line } = before;
  const unusual = before.lead && candidates.some(({ away, joined, team }) => away || !joined || team !== worker.team);
  return (
    <Page
      title={worker.id === asker.id ? words.mine : words.title(worker.name)}
      back={before.lead ? { href: '/team', text: words.back } : { href: '/caseload', text: useWords().support.caseload.mine }}
      errors={changed ? { ...errors, _form: words.errors.changed } : errors}
      errorIds={{ pick: `pick-${people[0]?.person ?? ''}` }}
      actions={people.length === 1 && people[0] ? <InDanger person={people[0].person} /> : undefined}
    >
      <Untold before={before} asker={asker} />
      {people.length === 0 && loose === 0 ? (
        <EmptyState title={words.nobody}>
          <p>{words.nobodyText}</p>
        </EmptyState>
      ) : (
        <Form values={values}>
          <p>{words.intro}</p>
          {preview && <Preview before={before} values={values} />}
          <Panel soft>
            <Takers
              before={before}
              name="to"
              label={words.everybody}
              hint={people.length > 1 ? words.everybodyHint : undefined}
              none={words.choose}
            />
            {people.length > 1 && <Checkbox name="all" label={words.all(people.length)} checked={values.all === 'yes'} />}
            {unusual && <Checkbox name="agreed" label={words.agreed} checked={values.agreed === 'yes'} />}
            <p class="bothy-note">{words.load(worker.name, people.length, sum(people), line)}</p>
          </Panel>
          {people.map((one, n) => (
            <OnePerson before={before} one={one} values={values} first={n === 0} errors={errors} key={one.person} />
          ))}
          {loose > 0 && (
            <Panel heading={words.loose(loose)}>
              <Takers before={before} name="loose" label={words.looseText} none={words.looseNone} />
            </Panel>
          )}
          <ButtonRow>
            <Button preventDoubleClick>{words.send}</Button>
            <Button variant="secondary" name="step" value="preview">
              {words.preview}
            </Button>
          </ButtonRow>
        </Form>
      )}
    </Page>
  );
}

const sum = (people: BeforeHandover['people']) => people.reduce((total, { weighs }) => total + weighs, 0);

type TakersProps = { before: BeforeHandover; name: string; label: string; hint?: string | undefined; none: string };

function Takers({ before: { candidates, worker, line }, name, label, hint, none }: TakersProps) {
  const words = useWords().caseloads.handover;
  const options = candidates.map((each) => {
    const why = [each.away && words.away, !each.joined && words.notJoined, each.team !== worker.team && words.otherTeam].filter(Boolean);
    const load = words.load(each.name, each.load.people, each.load.weight, line);
    return { value: each.id, text: why.length ? `${load} (${why.join(', ')})` : load };
  });
  return <Select name={name} label={label} hint={hint} options={[{ value: '', text: none }, ...options]} />;
}

type OneProps = {
  before: BeforeHandover;
  one: BeforeHandover['people'][number];
  values: Typed;
  first: boolean;
  errors: Errors | undefined;
};

/** Ticked or not, with who takes them on and what they should know: filled in from the plan and what is next. */
function OnePerson({ before, one, values, errors }: OneProps) {
  const words = useWords().caseloads.handover;
  const text = useTaskText();
  const name = nameOf(one.who);
  const note = [
    one.matters && words.noteMatters(one.matters),
    one.nextKind && words.noteNext(text({ kind: one.nextKind, note: one.nextNote })),
  ].filter(Boolean);
  const chosen = before.people.length === 1 && !Object.keys(values).length ? true : picked(values, before).includes(one.person);
  return (
    <Panel>
      <div class="nhsuk-checkboxes bothy-pick">
        <div class="nhsuk-checkboxes__item">
          <input
            class="nhsuk-checkboxes__input"
            id={`pick-${one.person}`}
            name="pick"
            type="checkbox"
            value={one.person}
            checked={chosen}
          />
          <label class="nhsuk-label nhsuk-checkboxes__label nhsuk-label--s" for={`pick-${one.person}`}>
            {name}
          </label>
        </div>
      </div>
      {before.people.length > 1 && <Takers before={before} name={`to-${one.person}`} label={words.to(name)} none={words.asAbove} />}
      <TextArea name={`note-${one.person}`} label={words.note} rows={3} value={note.join('\n')} errors={errors ?? {}} />
    </Panel>
  );
}

function Preview({ before, values }: { before: BeforeHandover; values: Typed }) {
  const words = useWords().caseloads.handover;
  const rows = afterwards(values, before);
  return (
    <Panel heading={words.previewTitle}>
      {rows.length === 0 ? (
        <p>{words.errors.nobody}</p>
      ) : (
        <Table
          caption={words.previewTitle}
          captionHidden
          panel={false}
          rows={rows}
          columns={[
            { header: words.worker, rowHeader: true, cell: ({ name }) => name },
            { header: words.before, cell: ({ now }) => words.figure(now.people, now.weight) },
            {
              header: words.after,
              cell: ({ then }) => (
                <>
                  {words.figure(then.people, then.weight)}
                  {isOver(then.weight, before.line) && <strong class="bothy-late">{`, ${words.over(before.line)}`}</strong>}
                </>
              ),
            },
          ]}
        />
      )}
    </Panel>
  );
}

/** What was handed over in the last hour, while it can still be taken back. */
function Untold({ before: { untold, candidates }, asker }: { before: BeforeHandover; asker: Asker }) {
  const words = useWords().caseloads.handover;
  const { timeZone } = asker.programme.settings;
  if (!untold.length) return null;
  return (
    <WarningCallout heading={words.untold} headingLevel={2}>
      {untold.map(({ handover, who }) => (
        <Form action={`/handover/undo/${handover.id}`} key={handover.id}>
          <p>
            {words.untoldLine(
              nameOf(who),
              candidates.find(({ id }) => id === handover.to)?.name ?? '',
              formatTime(handover.tellAt, { timeZone }),
            )}{' '}
            <Button small variant="secondary" preventDoubleClick>
              {words.undo}
              <HiddenText>{words.undoThis(nameOf(who))}</HiddenText>
            </Button>
          </p>
        </Form>
      ))}
    </WarningCallout>
  );
}
