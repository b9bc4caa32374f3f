import {
  Button,
  EmptyState,
  type Errors,
  Form,
  formatDate,
  Page,
  Panel,
  Radios,
  Tag,
  type TagColour,
  useChrome,
  useWords,
  type Values,
} from '../../design/index.ts';
import { PersonPage } from '../../people/index.ts';
import { type Stage, tellings } from '../core/story.ts';
import type { StoriesSeen, StoryLine } from '../index.ts';

const colours: Record<Stage, TagColour> = {
  asked: 'white',
  begun: 'white',
  told: 'yellow',
  checking: 'blue',
  approved: 'green',
  declined: 'grey',
  withdrawn: 'grey',
};

/** What somebody has told, and a way to ask. */
export function StoriesPage({ seen, values = {}, errors }: { seen: StoriesSeen; values?: Values; errors?: Errors }) {
  const words = useWords().stories.gather;
  const { person, lines, quiet } = seen;
  const at = `/people/${person.id}/stories`;
  return (
    <PersonPage person={person} section="stories" title={useWords().stories.title} errors={errors}>
      <p class="bothy-note">{words.about}</p>
      {lines.length === 0 ? (
        <EmptyState title={words.none}>
          <p>{words.noneText}</p>
        </EmptyState>
      ) : (
        <Lines lines={lines} at={at} />
      )}
      {quiet ? (
        <p>{words.quiet[quiet]}</p>
      ) : (
        <Panel heading={words.start}>
          <Form action={at} values={values}>
            <Radios
              name="how"
              label={words.how}
              labelSize="s"
              options={tellings.map((value) => ({ value, text: words.hows[value], hint: words.hints[value] || undefined }))}
            />
            <Button preventDoubleClick>{words.begin}</Button>
          </Form>
        </Panel>
      )}
    </PersonPage>
  );
}

/** What a worker tells of their own work. */
export function OwnWorkPage({ lines, sharer }: { lines: readonly StoryLine[]; sharer: boolean }) {
  const words = useWords().stories.gather;
  return (
    <Page title={words.mine}>
      <p class="nhsuk-lede-text">{words.mineAbout}</p>
      {lines.length === 0 ? <EmptyState title={words.mineNone} /> : <Lines lines={lines} at="/stories/mine" />}
      <Form action="/stories/mine">
        <Button preventDoubleClick>{words.mineStart}</Button>
      </Form>
      {sharer && (
        <p>
          <a href="/stories">{words.shareList}</a>
        </p>
      )}
    </Page>
  );
}

function Lines({ lines, at }: { lines: readonly StoryLine[]; at: string }) {
  const words = useWords().stories;
  const { lang } = useChrome();
  return (
    <Panel>
      <ul class="nhsuk-list nhsuk-u-margin-bottom-0">
        {lines.map(({ story }) => (
          <li key={story.id}>
            <a href={`${at}/${story.id}`}>{story.title || words.gather.untitled}</a>{' '}
            <Tag colour={colours[story.stage]}>{words.stages[story.stage]}</Tag>
            <br />
            <span class="bothy-note">
              {words.hows[story.how]} · {formatDate(story.endedAt ?? story.approved?.at ?? story.toldAt ?? story.addedAt, { lang })}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
