import {
  ActionLink,
  Button,
  DateField,
  Details,
  EmptyState,
  Form,
  formatDate,
  Heading,
  HiddenText,
  InsetText,
  Page,
  Panel,
  Prose,
  Tag,
  TextArea,
  TextField,
  useWords,
} from '../../design/index.ts';
import type { Errors, Typed } from '../../platform/forms.ts';
import type { Priority, Ranked } from '../core/needs-profile-priority.ts';
import type { PrioritiesSeen } from '../index.ts';
import { placeName } from './needs-profile-words.ts';

/** `about`: the line whose form comes back, or 'vote'. */
export type Again = { about?: string; typed?: Typed; errors?: Errors; stale?: boolean };
type Props = Again & { seen: PrioritiesSeen };

export function PrioritiesPage({ seen, ...again }: Props) {
  const { list: w } = useWords().needsProfile;
  return (
    <Page title={w.title} back={{ href: '/needs-profile', text: w.toProfile }} errors={again.errors}>
      <p>{w.intro}</p>
      <Vote seen={seen} {...again} />
      {seen.list.length === 0 && (
        <EmptyState title={w.none}>
          <p>{w.noneText}</p>
          <ActionLink href="/needs-profile/all">{w.toProfile}</ActionLink>
        </EmptyState>
      )}
      {seen.list.map((priority) => (
        <Line key={priority.id} priority={priority} seen={seen} again={again.about === priority.id ? again : {}} />
      ))}
      {seen.mayChange && seen.removed.length > 0 && <Removed removed={seen.removed} />}
    </Page>
  );
}

function Line({ priority, seen, again }: { priority: Ranked; seen: PrioritiesSeen; again: Again }) {
  const words = useWords();
  const { list: w } = words.needsProfile;
  const { id, title, why, need, place, votes, steps } = priority;
  return (
    <Panel heading={title}>
      <p>
        {w.where(words.directory.needs[need], placeName(place, words))}{' '}
        <Tag colour={votes === null ? 'grey' : 'green'}>{votes === null ? w.noVotes : w.votes(votes)}</Tag>
      </p>
      {why && <Prose text={why} />}
      <p>
        <a href={`/needs-profile/${place?.id ?? 'all'}/needs/${need}`}>
          {w.basis}
          <HiddenText> {w.about(title)}</HiddenText>
        </a>
      </p>
      <Heading level={3} class="nhsuk-heading-xs">
        {w.done}
      </Heading>
      {steps.length === 0 ? (
        <p>{w.nothingDone}</p>
      ) : (
        <ul class="nhsuk-list">
          {steps.map((step) => (
            <li key={step.id}>
              <strong>{formatDate(step.on)}</strong> {step.words}
            </li>
          ))}
        </ul>
      )}
      {seen.mayKeep && <AddStep id={id} title={title} again={again} />}
      {seen.mayChange && <Change priority={priority} again={again} />}
      {seen.mayChange && (
        <Form action={`/needs-priorities/${id}/remove`}>
          <Button variant="link">
            {w.remove}
            <HiddenText> {w.about(title)}</HiddenText>
          </Button>
        </Form>
      )}
    </Panel>
  );
}

const concerns = ({ errors }: Again, ...fields: string[]): boolean => fields.some((field) => errors?.[field]);

function AddStep({ id, title, again }: { id: string; title: string; again: Again }) {
  const { list: w } = useWords().needsProfile;
  return (
    <Details summary={`${w.step}: ${title}`} open={concerns(again, `on-${id}`, `words-${id}`)}>
      <Form action={`/needs-priorities/${id}/steps`} values={again.typed}>
        <DateField name={`on-${id}`} label={w.stepWhen} />
        <TextArea name={`words-${id}`} label={w.stepWords} hint={w.stepWordsHint} rows={3} />
        <Button>{w.stepButton}</Button>
      </Form>
    </Details>
  );
}

function Change({ priority: { id, title, why, rowVersion }, again }: { priority: Priority; again: Again }) {
  const words = useWords().needsProfile;
  const { list: w, how } = words;
  return (
    <Details summary={`${w.change}: ${title}`} open={again.stale === true || concerns(again, `title-${id}`, `why-${id}`)}>
      {again.stale && <InsetText>{[w.stale, title, why].filter(Boolean).join(' ')}</InsetText>}
      <Form action={`/needs-priorities/${id}`} values={again.typed} rowVersion={rowVersion}>
        <TextField name={`title-${id}`} label={how.addTitle} value={title} />
        <TextArea name={`why-${id}`} label={how.addWhy} value={why} rows={3} optional />
        <Button>{w.changeButton}</Button>
      </Form>
    </Details>
  );
}

function Vote({ seen: { ballot, list, mayKeep, mayChange }, ...again }: Props) {
  const { vote: w } = useWords().needsProfile.list;
  const mayOpen = mayKeep && !ballot?.open;
  return (
    <>
      {ballot?.open && (
        <InsetText>
          <p>{w.open(ballot.voters, ballot.members)}</p>
          {mayChange && <ActionLink href={`/steering/ballots/${ballot.ballot.id}`}>{w.go}</ActionLink>}
        </InsetText>
      )}
      {ballot && !ballot.open && <p>{ballot.result.name === 'too-few' ? w.tooFew : w.over(ballot.voters)}</p>}
      {mayOpen && list.length < 2 && <p class="bothy-note">{w.needsTwo}</p>}
      {mayOpen && list.length > 1 && (
        <Details summary={w.title} open={again.about === 'vote'}>
          <Form action="/needs-priorities/vote" values={again.about === 'vote' ? again.typed : undefined}>
            <TextField name="choose" label={w.choose} value="2" width={2} inputmode="numeric" />
            <DateField name="closesOn" label={w.closes} />
            <Button>{w.button}</Button>
          </Form>
        </Details>
      )}
    </>
  );
}

function Removed({ removed }: { removed: readonly Priority[] }) {
  const { list: w } = useWords().needsProfile;
  return (
    <>
      <Heading level={2} class="nhsuk-heading-s">
        {w.removed}
      </Heading>
      <ul class="nhsuk-list">
        {removed.map(({ id, title }) => (
          <li key={id}>
            <Form action={`/needs-priorities/${id}/put-back`}>
              {title}{' '}
              <Button variant="link">
                {w.putBack}
                <HiddenText> {w.about(title)}</HiddenText>
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </>
  );
}
