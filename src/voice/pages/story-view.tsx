import type { ComponentChildren } from 'preact';
import {
  Button,
  ButtonRow,
  Chips,
  Details,
  type Errors,
  Form,
  formatDate,
  Page,
  Panel,
  Prose,
  TextArea,
  TextField,
  useChrome,
  useWords,
  type Values,
} from '../../design/index.ts';
import { isRestricted, needs } from '../../directory/index.ts';
import { nameOf, PersonPage } from '../../people/index.ts';
import type { Story } from '../core/story.ts';
import type { StorySeen } from '../index.ts';
import { AnswersList } from './story-answers.tsx';
import { UsedList } from './story-used.tsx';
import { Flags } from './story-words.tsx';
import { longest } from './story-form.ts';

type Props = { seen: StorySeen; values?: Values; errors?: Errors; theirs?: Story };

export const storyPath = ({ person, id }: Pick<Story, 'person' | 'id'>) =>
  person === null ? `/stories/mine/${id}` : `/people/${person}/stories/${id}`;

/** The frame of a page about one story: of a person, or of a worker's own work. */
export function StoryFrame({
  seen,
  title,
  errors,
  children,
  back,
}: {
  seen: StorySeen;
  title: string;
  errors?: Errors | undefined;
  back?: boolean;
  children: ComponentChildren;
}) {
  const words = useWords().stories;
  const { person, story } = seen;
  const way = back
    ? { href: storyPath(story), text: words.one.title }
    : { href: person ? `/people/${person.id}/stories` : '/stories/mine', text: person ? words.title : words.gather.mine };
  if (!person)
    return (
      <Page title={title} back={way} errors={errors}>
        {children}
      </Page>
    );
  return (
    <PersonPage person={person} title={title} back={way} caption={nameOf(person)} errors={errors}>
      {children}
    </PersonPage>
  );
}

/** One story, at whatever step it has come to. */
export function StoryPage({ seen, values = {}, errors, theirs }: Props) {
  const words = useWords().stories.one;
  const { lang } = useChrome();
  const { story, person } = seen;
  const at = storyPath(story);
  const mine = person === null;
  const untold = story.stage === 'asked' || story.stage === 'begun';
  const day = (when: Date | null) => (when ? formatDate(when, { lang }) : '');
  return (
    <StoryFrame seen={seen} title={story.title || words.title} errors={errors}>
      {story.endedAt && <p>{story.stage === 'declined' ? words.declined(day(story.endedAt)) : words.gone(day(story.endedAt))}</p>}
      {story.aside && <p>{words.aside}</p>}
      {story.decided && <p>{words.decided(story.decided.why)}</p>}
      {untold && <Untold seen={seen} at={at} values={values} />}
      {!untold && !story.endedAt && (
        <>
          {story.approved && <Agreed seen={seen} />}
          {story.notRight && (
            <Panel heading={words.notRight} soft>
              <Prose text={story.notRight} />
            </Panel>
          )}
          <Details summary={mine ? words.originalMine : words.original} open={story.version === 0}>
            <p class="bothy-note">{words.originalNote}</p>
            <Prose text={story.original} />
          </Details>
          {story.approved && !errors ? <ApprovedWords {...{ seen, at, values }} /> : <WordingPanel {...{ seen, at, values, theirs }} />}
          {story.version > 0 && !story.aside && <Next seen={seen} at={at} />}
        </>
      )}
      {(story.approved || story.endedAt) && seen.answers.length > 0 && <UsedPanel seen={seen} />}
      {!story.endedAt && (
        <p>
          <a href={`${at}/take-back`}>{mine ? words.takeBackMine : words.takeBack}</a>
        </p>
      )}
    </StoryFrame>
  );
}

type Part = { seen: StorySeen; at: string; values?: Values };

/** Nothing has come yet: theirs to write, or the worker's to write down. */
function Untold({ seen: { story, person }, at, values }: Part) {
  const words = useWords().stories.one;
  const { lang } = useChrome();
  if (story.how === 'own-page' || story.how === 'together')
    return (
      <Panel>
        <p>{story.stage === 'begun' ? words.begun : words.asked(formatDate(story.addedAt, { lang }))}</p>
        <ButtonRow>
          <Form action={`${at}/here`}>
            <Button variant="secondary" small>
              {words.here}
            </Button>
          </Form>
          <Form action={`${at}/again`}>
            <Button variant="secondary" small preventDoubleClick>
              {words.again}
            </Button>
          </Form>
        </ButtonRow>
      </Panel>
    );
  return (
    <Form action={`${at}/told`} values={values} draft>
      <TextArea
        name="original"
        label={person ? words.write : words.writeMine}
        labelSize="m"
        hint={person ? words.writeHint : words.writeMineHint}
        rows={14}
        maxLength={longest}
      />
      <Button preventDoubleClick>{words.saveWritten}</Button>
    </Form>
  );
}

/** What the teller said yes to; changing it is a step of its own. */
function ApprovedWords(part: Part) {
  const words = useWords().stories.one;
  return (
    <>
      <Panel heading={part.seen.story.title}>
        <Prose text={part.seen.story.words} />
      </Panel>
      <Details summary={words.change}>
        <WordingPanel {...part} />
      </Details>
    </>
  );
}

function WordingPanel({ seen, at, values, theirs }: Part & { theirs?: Story | undefined }) {
  const words = useWords().stories.one;
  const { directory } = useWords();
  const { story } = seen;
  return (
    <Panel heading={words.wording} id="wording">
      {theirs && (
        <Details summary={words.theirs} open>
          <p>
            <strong>{theirs.title}</strong>
          </p>
          <Prose text={theirs.words} />
        </Details>
      )}
      {story.approved && <p>{words.saveAgain}</p>}
      <Form action={`${at}/wording`} values={values} rowVersion={story.rowVersion} draft>
        <TextField name="title" label={words.wordingTitle} labelSize="s" value={story.title} />
        <TextArea
          name="words"
          label={words.words}
          labelSize="s"
          hint={words.wordsHint}
          value={story.words || story.original}
          rows={14}
          maxLength={longest}
        />
        <Button preventDoubleClick>{words.save}</Button>
        {story.version > 0 && (
          <>
            <h3 class="nhsuk-heading-s">{words.flags}</h3>
            <Flags seen={seen} />
          </>
        )}
        <Chips
          name="needs"
          label={words.needs}
          labelSize="s"
          values={story.needs}
          options={needs.filter((need) => !isRestricted(need)).map((value) => ({ value, text: directory.needs[value] }))}
        />
        <Button variant="secondary" preventDoubleClick>
          {words.save}
        </Button>
      </Form>
    </Panel>
  );
}

/** What comes next: the teller's yes, and that of whoever is named. */
function Next({ seen, at }: Part) {
  const words = useWords().stories.one;
  const { lang } = useChrome();
  const { story, flagged, names, person } = seen;
  const mine = person === null;
  const sent = story.stage === 'checking';
  const byThemselves = !mine && story.stage !== 'approved';
  return (
    <>
      {(story.othersNamed || story.othersYes) && (
        <Panel heading={words.others} soft>
          {story.othersYes ? (
            <p>
              {words.othersSaid(story.othersYes.note, names.get(story.othersYes.by)?.name ?? '', formatDate(story.othersYes.at, { lang }))}
            </p>
          ) : (
            <Form action={`${at}/others`}>
              <TextField name="note" label={words.othersNote} />
              <Button variant="secondary" small preventDoubleClick>
                {words.othersSave}
              </Button>
            </Form>
          )}
        </Panel>
      )}
      <Panel heading={words.next}>
        <p>{sent ? words.sent : story.stage === 'approved' ? words.renew : words.nextText}</p>
        {flagged.left.length > 0 ? (
          <p>{words.refusals['names-left']}</p>
        ) : (
          <ButtonRow>
            {byThemselves && (
              <Form action={`${at}/send`}>
                <Button preventDoubleClick variant={sent ? 'secondary' : 'primary'}>
                  {sent ? words.sendMore : words.send}
                </Button>
              </Form>
            )}
            {byThemselves && (
              <Form action={`${at}/here`}>
                <Button variant="secondary">{words.look}</Button>
              </Form>
            )}
            <Button variant={mine ? 'primary' : 'secondary'} href={`${at}/read-out`}>
              {mine ? words.readOutMine : words.readOut}
            </Button>
          </ButtonRow>
        )}
      </Panel>
    </>
  );
}

function Agreed({ seen: { story, names, person } }: { seen: StorySeen }) {
  const words = useWords().stories;
  const { lang } = useChrome();
  if (!story.approved) return null;
  const { at, how, with: who } = story.approved;
  const day = formatDate(at, { lang });
  return (
    <p>
      {person === null ? words.one.approvedMine(day) : words.one.approved(words.agreeings[how], (who && names.get(who)?.name) || '', day)}
    </p>
  );
}

function UsedPanel({ seen: { answers, used, today } }: { seen: StorySeen }) {
  const words = useWords().stories;
  return (
    <Panel heading={words.one.answers}>
      <AnswersList answers={answers} today={today} />
      <h3 class="nhsuk-heading-xs">{words.one.used}</h3>
      <UsedList used={used} />
    </Panel>
  );
}
