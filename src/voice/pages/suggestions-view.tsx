import {
  ActionLink,
  Button,
  Checkbox,
  EmptyState,
  type Errors,
  Form,
  formatDate,
  Heading,
  InsetText,
  Page,
  Panel,
  PanelBox,
  Prose,
  Radios,
  Select,
  SummaryList,
  Switch,
  Table,
  Tag,
  TextArea,
  TextField,
  useWords,
  WarningCallout,
} from '../../design/index.ts';
import type { Typed } from '../../platform/forms.ts';
import type { Telling } from '../core/names-somebody.ts';
import { type Idea, type IdeaStage, type IdeaTold, ideaStages, ideaWays } from '../core/suggestion.ts';
import type { IdeaSeen, IdeasSeen } from '../index.ts';
import { useVoices } from './suggest-view.tsx';

const short = (text: string) => (text.length > 140 ? `${text.slice(0, 137).trimEnd()}…` : text);

export function IdeasPage({ seen, view, slug }: { seen: IdeasSeen; view: IdeaStage; slug: string }) {
  const words = useWords().together;
  const views = ideaStages.filter((stage) => seen.maySort || stage !== 'new');
  const links = views.map((stage) => ({ href: `/ideas?show=${stage}`, text: words.list.views[stage], current: stage === view }));
  return (
    <Page title={words.list.title}>
      <p>{words.list.intro}</p>
      {seen.waiting > 0 && seen.maySort && view !== 'new' && <InsetText>{words.list.unread(seen.waiting)}</InsetText>}
      <Switch label={words.list.show} labelShown links={links} />
      <Table<IdeaTold>
        caption={words.list.caption}
        captionHidden
        rows={seen.ideas}
        empty={<EmptyState title={words.list.none}>{words.list.noneText}</EmptyState>}
        columns={[
          {
            header: words.list.what,
            cell: (idea) => <a href={`/ideas/${idea.id}`}>{short(idea.told || (seen.raw.get(idea.id) ?? ''))}</a>,
            rowHeader: true,
          },
          { header: words.list.from, cell: ({ voice }) => (voice ? words.voices[voice] : '–') },
          { header: words.list.when, cell: ({ madeAt }) => formatDate(madeAt) },
          { header: words.list.shown, headerHidden: true, cell: ({ publishedAt }) => publishedAt && <Tag>{words.list.shown}</Tag> },
        ]}
      />
      <ActionLink href="/ideas/new">{words.list.typeIn}</ActionLink>
      <p>
        <a href="/ideas/form">{words.list.printForm}</a>
      </p>
      <p>
        <a href={`/together/${slug}`}>{words.list.publicPage}</a>
      </p>
    </Page>
  );
}

export function TypeInPage({ values, errors }: { values: Typed; errors?: Errors | undefined }) {
  const { typeIn: words, suggest, ways } = useWords().together;
  return (
    <Page title={words.title} back={{ href: '/ideas' }} errors={errors}>
      <p>{words.intro}</p>
      <Form action="/ideas/new" values={values}>
        <TextArea name="words" label={suggest.words} rows={6} maxLength={2000} />
        <Radios
          name="came"
          label={words.came}
          options={ideaWays.filter((way) => way !== 'page').map((value) => ({ value, text: ways[value] }))}
        />
        <Radios
          name="voice"
          label={words.voice}
          options={[...useVoices(), { value: 'none', text: words.noVoice, divided: true }]}
          optional
        />
        <TextField name="email" type="email" label={words.email} hint={words.emailHint} optional />
        <Button>{words.save}</Button>
      </Form>
    </Page>
  );
}

/** The only time that the link is shown: nothing but its hash is kept. */
export function TypedInPage({ link }: { link: string }) {
  const words = useWords().together.saved;
  return (
    <Page title={words.title} titleHidden back={{ href: '/ideas' }}>
      <PanelBox title={words.title} />
      <p>{words.link}</p>
      <p>
        <code class="bothy-code">{link}</code>
      </p>
      <p>
        <a href="/ideas/new">{words.another}</a>
      </p>
      <p>
        <a href="/ideas?show=new">{words.see}</a>
      </p>
    </Page>
  );
}

type OneProps = { seen: IdeaSeen; timeZone: string; values?: Typed | undefined; errors?: Errors | undefined };

export function IdeaPage({ seen: { idea, whole, decisions }, timeZone, values, errors }: OneProps) {
  const words = useWords().together;
  const rows = [
    ...(idea.told ? [{ key: words.one.told, value: <Prose text={idea.told} /> }] : []),
    ...(idea.answer ? [{ key: words.one.answer, value: <Prose text={idea.answer} /> }] : []),
    { key: words.one.stage, value: words.stages[idea.stage] },
    ...decisions.map(({ number, what }) => ({ key: words.one.decision(number), value: what })),
    { key: words.one.from, value: idea.voice ? words.voices[idea.voice] : words.suggest.noVoice },
    { key: words.one.came, value: words.ways[idea.came] },
    ...(idea.page ? [{ key: words.one.page, value: idea.page }] : []),
    { key: words.one.when, value: formatDate(idea.madeAt, { timeZone }) },
  ];
  return (
    <Page title={words.one.title} back={{ href: `/ideas?show=${idea.stage}`, text: words.list.title }} errors={errors}>
      {whole && <Raw words={whole.idea.words} telling={whole.telling} />}
      <SummaryList rows={rows} />
      {whole && <SortForm idea={whole.idea} meetings={whole.meetings} timeZone={timeZone} values={values} />}
      {whole && <Publishing idea={whole.idea} />}
    </Page>
  );
}

const useTelling = () => {
  const { kinds } = useWords().together.one;
  return (telling: readonly Telling[]) => telling.map(({ kind, text }) => `“${text}” (${kinds[kind]})`).join(', ');
};

function Raw({ words: text, telling }: { words: string; telling: readonly Telling[] }) {
  const words = useWords().together.one;
  const said = useTelling();
  return (
    <Panel heading={words.raw} soft>
      <Prose text={text} />
      <p class="bothy-note">{words.rawHint}</p>
      {telling.length > 0 ? <WarningCallout>{words.telling(said(telling))}</WarningCallout> : <p>{words.nothingTelling}</p>}
    </Panel>
  );
}

type SortProps = { idea: Idea; meetings: NonNullable<IdeaSeen['whole']>['meetings']; timeZone: string; values?: Typed | undefined };

function SortForm({ idea, meetings, timeZone, values }: SortProps) {
  const { one: words, stages } = useWords().together;
  const { noNames } = useWords().steering;
  const offered = ideaStages.filter((stage) => stage !== 'new' || idea.stage === 'new');
  return (
    <Panel heading={words.sort}>
      <Form action={`/ideas/${idea.id}`} values={values} rowVersion={idea.rowVersion}>
        <TextArea name="told" label={words.told} hint={words.toldHint} value={idea.told || idea.words} rows={4} maxLength={2000} />
        <Checkbox name="noNames" label={noNames.confirm} />
        <Radios name="stage" label={words.stage} value={idea.stage} options={offered.map((value) => ({ value, text: stages[value] }))} />
        <TextArea name="answer" label={words.answer} hint={words.answerHint} value={idea.answer} rows={3} maxLength={2000} optional />
        <Select
          name="meeting"
          label={words.meeting}
          value={idea.meeting ?? ''}
          options={[
            { value: '', text: words.noMeeting },
            ...meetings.map(({ id, startsAt }) => ({ value: id, text: formatDate(startsAt, { timeZone }) })),
          ]}
        />
        <Button>{words.save}</Button>
      </Form>
    </Panel>
  );
}

function Publishing({ idea }: { idea: Idea }) {
  const words = useWords().together.one;
  const ready = idea.told && idea.answer && idea.stage !== 'new' && idea.stage !== 'looking';
  return (
    <section>
      <Heading class="nhsuk-heading-s">{idea.publishedAt ? words.isPublic : words.publish}</Heading>
      {idea.publishedAt || ready ? (
        <Form action={`/ideas/${idea.id}/publish`} rowVersion={idea.rowVersion}>
          {!idea.publishedAt && <p>{words.publishHint}</p>}
          <Button variant="secondary" name="shown" value={idea.publishedAt ? 'no' : 'yes'}>
            {idea.publishedAt ? words.unpublish : words.publish}
          </Button>
        </Form>
      ) : (
        <p>{words.notYet}</p>
      )}
    </section>
  );
}
