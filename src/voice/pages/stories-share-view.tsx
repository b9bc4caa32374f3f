import {
  Button,
  EmptyState,
  type Errors,
  Form,
  formatDate,
  HiddenText,
  Page,
  Panel,
  PrintLetter,
  Prose,
  Radios,
  SummaryList,
  Switch,
  Tag,
  TextField,
  useChrome,
  useWords,
  type Values,
} from '../../design/index.ts';
import type { Asker } from '../../identity/index.ts';
import { type Use, uses } from '../core/story.ts';
import type { RecallSeen, SharedSeen, SharedStory } from '../index.ts';
import { UsedList } from './story-used.tsx';

/** How it begins. */
const opening = (words: string): string => (words.length > 160 ? `${words.slice(0, 160).replace(/\s+\S*$/, '')} …` : words);

function useTold() {
  const words = useWords().stories.share;
  const { lang } = useChrome();
  return ({ teller, practiceName, toldOn }: SharedStory) => words.told(words.of[teller], practiceName, formatDate(toldOn, { lang }));
}

/** Whether it may be read there, and until when; why not, where their yes is not all that it needs. */
function Standings({ story }: { story: SharedStory }) {
  const words = useWords().stories;
  const { lang } = useChrome();
  return (
    <SummaryList
      rows={story.standings.map(({ use, whyNot, until, said }) => ({
        key: words.uses[use],
        value:
          whyNot === undefined ? (
            <>
              <Tag colour="green">{words.standing.yes}</Tag> {until && words.until(formatDate(until, { lang }))}
            </>
          ) : (
            <Tag colour="grey">{whyNot === 'no-yes' ? words.standing[said] : words.whyNot[whyNot]}</Tag>
          ),
      }))}
    />
  );
}

/** Where it may be read, at a glance. */
const Open = ({ story }: { story: SharedStory }) => {
  const { uses: names } = useWords().stories;
  return (
    <p class="nhsuk-u-margin-bottom-0">
      {story.standings
        .filter(({ whyNot }) => whyNot === undefined)
        .map(({ use }) => (
          <>
            <Tag colour="green">{names[use]}</Tag>{' '}
          </>
        ))}
    </p>
  );
};

/** What may be shared, by use; what waits for a decision, and what has to be called back. */
export function SharePage({ seen, use }: { seen: SharedSeen; use: Use | undefined }) {
  const { uses: names, share: words } = useWords().stories;
  const told = useTold();
  const links = [
    { href: '/stories', text: words.all, current: use === undefined },
    ...uses.map((each) => ({ href: `/stories?use=${each}`, text: names[each], current: use === each })),
  ];
  return (
    <Page title={words.title}>
      <p class="nhsuk-lede-text">{words.about}</p>
      {seen.toRecall > 0 && (
        <Panel heading={words.recalls(seen.toRecall)} soft>
          <p>{words.recallsText}</p>
          <p class="nhsuk-u-margin-bottom-0">
            <a href="/stories/recall">{words.recallsSee}</a>
          </p>
        </Panel>
      )}
      {seen.aside.length > 0 && (
        <Panel heading={words.aside} soft>
          <ul class="nhsuk-list nhsuk-u-margin-bottom-0">
            {seen.aside.map((story) => (
              <li key={story.id}>
                <a href={`/stories/${story.id}`}>{story.title || told(story)}</a>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      <Switch label={words.filter} labelShown links={links} />
      {seen.stories.length === 0 ? (
        <EmptyState title={use ? words.noneUse : words.none}>
          <p>{use ? words.noneUseText : words.noneText}</p>
        </EmptyState>
      ) : (
        seen.stories.map((story) => (
          <Panel key={story.id}>
            <h2 class="nhsuk-heading-s nhsuk-u-margin-bottom-1">
              <a href={`/stories/${story.id}`}>{story.title}</a>
            </h2>
            <p class="bothy-note">{told(story)}</p>
            <p>{opening(story.words)}</p>
            <Open story={story} />
          </Panel>
        ))
      )}
      <p>{seen.toRecall === 0 && <a href="/stories/recall">{words.recallsSee}</a>}</p>
    </Page>
  );
}

type OneProps = { story: SharedStory; values?: Values; errors?: Errors };

/** One story in its approved words, where it may go, and where it went. */
export function SharedStoryPage({ story, values = {}, errors }: OneProps) {
  const all = useWords().stories;
  const words = all.share;
  const { directory } = useWords();
  const told = useTold();
  const open = story.standings.filter(({ whyNot }) => whyNot === undefined);
  return (
    <Page title={story.title || all.one.title} caption={told(story)} back={{ href: '/stories', text: words.title }} errors={errors}>
      {story.aside ? <DecidePanel story={story} values={values} /> : null}
      {story.decidedWhy && <p>{words.decidedWhy(story.decidedWhy)}</p>}
      <Panel>
        {story.words ? <Prose text={story.words} /> : <p>{words.asideNothing}</p>}
        {story.needs.length > 0 && <p class="bothy-note">{story.needs.map((need) => directory.needs[need]).join(' · ')}</p>}
      </Panel>
      <Panel heading={all.one.answers}>
        <Standings story={story} />
      </Panel>
      <Panel heading={all.one.used}>
        <UsedList used={story.used} />
      </Panel>
      {open.length > 0 && (
        <Panel heading={words.print}>
          <Form action={`/stories/${story.id}/print`} values={values}>
            <Radios
              name="use"
              label={words.printFor}
              labelSize="s"
              options={open.map(({ use }) => ({ value: use, text: all.uses[use] }))}
            />
            <TextField name="whoGot" label={words.printWho} hint={words.printWhoHint} />
            <Button variant="secondary">{words.printSave}</Button>
          </Form>
        </Panel>
      )}
    </Page>
  );
}

function DecidePanel({ story, values }: { story: SharedStory; values: Values }) {
  const words = useWords().stories.share;
  return (
    <Panel heading={words.aside} soft>
      <p>{words.asideText}</p>
      <Form action={`/stories/${story.id}/decide`} values={values}>
        <TextField name="why" label={words.why} />
        <div class="nhsuk-button-group">
          <Button name="decided" value="go-on">
            {words.goOn}
          </Button>
          <Button variant="warning" name="decided" value="end">
            {words.end}
          </Button>
        </div>
      </Form>
    </Panel>
  );
}

/** On paper, with what the teller allowed it for. */
export function StoryPrint({ story, use, whoGot, asker, now }: { story: SharedStory; use: Use; whoGot: string; asker: Asker; now: Date }) {
  const { share: words, uses: names } = useWords().stories;
  const { lang } = useChrome();
  const until = story.standings.find((each) => each.use === use)?.until;
  return (
    <PrintLetter
      title={story.title}
      programme={asker.programme.name}
      to={whoGot}
      from={asker.programme.name}
      date={now}
      back={{ href: `/stories/${story.id}`, text: words.title }}
    >
      <p class="bothy-note">{words.from}</p>
      <Prose text={story.words} />
      {until && <p class="bothy-note">{words.printNote(names[use], formatDate(until, { lang }))}</p>}
    </PrintLetter>
  );
}

/** What went out with a story that was taken back since. */
export function RecallPage({
  seen,
  at,
  values = {},
  errors,
}: {
  seen: RecallSeen;
  at?: string | undefined;
  values?: Values;
  errors?: Errors;
}) {
  const all = useWords().stories;
  const words = all.recall;
  const { lang } = useChrome();
  const day = (when: Date) => formatDate(when, { lang });
  const line = (use: RecallSeen['uses'][number]) => use.label || all.kinds[use.kind] || all.uses[use.use];
  const open = seen.uses.filter(({ recalled }) => !recalled);
  const done = seen.uses.filter(({ recalled }) => recalled);
  const facts = (use: RecallSeen['uses'][number]) => (
    <p>
      {use.title && <>{words.story(use.title)} · </>}
      {words.went(all.ways[use.way], day(use.usedAt))}
      {use.whoGot && <> · {words.whom(use.whoGot)}</>}
      {use.pulledAt && <> · {words.back(day(use.pulledAt))}</>}
    </p>
  );
  return (
    <Page title={words.title} back={{ href: '/stories', text: all.share.title }} errors={errors}>
      <p class="nhsuk-lede-text">{words.about}</p>
      {open.length === 0 && (
        <EmptyState title={words.none}>
          <p>{words.noneText}</p>
        </EmptyState>
      )}
      {open.map((use) => (
        <Panel key={use.id} heading={line(use)}>
          {facts(use)}
          <Form action={`/stories/recall/${use.id}`} values={at === use.id ? values : {}}>
            <TextField
              name="how"
              id={at === use.id ? 'how' : `how-${use.id}`}
              label={words.how}
              hint={words.howHint}
              errors={at === use.id ? errors : {}}
            />
            <Button variant="secondary" small preventDoubleClick>
              {words.save}
              <HiddenText>{words.saveFull(line(use))}</HiddenText>
            </Button>
          </Form>
        </Panel>
      ))}
      {done.length > 0 && (
        <>
          <h2 class="nhsuk-heading-m">{words.done}</h2>
          {done.map((use) => (
            <Panel key={use.id} heading={line(use)} level={3}>
              {facts(use)}
              {use.recalled && (
                <p class="bothy-note">{words.saved(seen.names.get(use.recalled.by)?.name ?? '', day(use.recalled.at), use.recalled.how)}</p>
              )}
            </Panel>
          ))}
        </>
      )}
    </Page>
  );
}
