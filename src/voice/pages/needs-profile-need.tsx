import {
  ActionLink,
  Button,
  Form,
  formatDate,
  Heading,
  InsetText,
  Page,
  Panel,
  Prose,
  Table,
  TextArea,
  TextField,
  useMayGo,
  useWords,
} from '../../design/index.ts';
import type { Errors, Typed } from '../../platform/forms.ts';
import { type CountKind, countKinds, type NeedRow, type Profile } from '../core/needs-profile.ts';
import { pathOf } from './needs-profile-view.tsx';
import { needInSentence, periodDays, placeName } from './needs-profile-words.ts';

type Props = {
  profile: Profile;
  row: NeedRow;
  /** Undefined for whom they are not meant. */
  stories: readonly { id: string; words: string }[] | undefined;
  mayAdd: boolean;
  on: boolean;
  typed?: Typed;
  errors?: Errors;
};

/** How each thing that is said of one need is known. */
export function NeedPage({ profile, row, stories, mayAdd, on, typed, errors }: Props) {
  const words = useWords();
  const { needsProfile: w } = words;
  const name = words.directory.needs[row.need];
  const place = placeName(profile.place, words);
  const maySearch = useMayGo('/services');
  return (
    <Page
      title={w.how.title(name)}
      caption={`${place} · ${periodDays(profile.period, words)}`}
      back={{ href: pathOf(profile), text: w.of(place) }}
      errors={errors}
    >
      <InsetText>{w.sentence(row.counts, row.offer, needInSentence(row.need, words), profile.place?.name ?? null).join(' ')}</InsetText>
      <Traced row={row} place={profile.place?.name ?? null} />
      <p>{w.how.counted(formatDate(profile.countedAt))}</p>
      {maySearch && <ActionLink href={`/services?need=${row.need}`}>{w.how.look}</ActionLink>}
      {stories && <Stories stories={stories} />}
      {profile.place && (
        <Panel heading={w.how.place}>
          <p>{w.how.placeText}</p>
        </Panel>
      )}
      <Panel heading={w.how.small}>
        <p>{w.how.smallText}</p>
        <p>{w.how.careful}</p>
      </Panel>
      {on && (
        <p>
          <a href="/needs-priorities">{w.how.on}</a>
        </p>
      )}
      {mayAdd && (!on || errors) && (
        <Panel heading={w.how.add}>
          <Form action={pathOf(profile, `/needs/${row.need}`)} values={typed}>
            <TextField name="title" label={w.how.addTitle} hint={w.how.addTitleHint} />
            <TextArea name="why" label={w.how.addWhy} rows={3} optional />
            <Button>{w.how.addButton}</Button>
          </Form>
        </Panel>
      )}
    </Page>
  );
}

type Claim = { name: string; figure: string; meaning: string; source: string };

function Traced({ row, place }: { row: NeedRow; place: string | null }) {
  const { how, offered } = useWords().needsProfile;
  const claim = (kind: CountKind): Claim => {
    const count = row.counts[kind];
    return {
      name: how.kinds[kind],
      figure: count === null ? how.hidden : count.toLocaleString('en-GB'),
      meaning: how.meanings[kind],
      source: how.sources[kind],
    };
  };
  const offer = { name: how.offer, figure: row.offer.services.toLocaleString('en-GB'), meaning: how.offerMeaning, source: how.offerSource };
  return (
    <>
      <p>{how.intro}</p>
      <Table<Claim>
        caption={how.intro}
        captionHidden
        rows={[...countKinds.map(claim), offer]}
        columns={[
          { header: how.number, rowHeader: true, cell: ({ name, figure }) => `${name}: ${figure}` },
          { header: how.meaning, cell: ({ meaning }) => meaning },
          { header: how.source, cell: ({ source }) => source },
        ]}
      />
      <p class="bothy-note">{offered(row.offer, place)}</p>
    </>
  );
}

function Stories({ stories }: { stories: NonNullable<Props['stories']> }) {
  const { stories: w } = useWords().needsProfile;
  return (
    <>
      <Heading level={2} class="nhsuk-heading-m">
        {w.title}
      </Heading>
      {stories.length === 0 && <p>{w.none}</p>}
      {stories.slice(0, 3).map(({ id, words }) => (
        <Panel soft key={id}>
          <Prose text={words} />
        </Panel>
      ))}
      {stories.length > 0 && <p class="bothy-note">{w.note}</p>}
    </>
  );
}
