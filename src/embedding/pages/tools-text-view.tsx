import {
  Button,
  type Errors,
  Form,
  formatDate,
  Hidden,
  HiddenText,
  InsetText,
  Page,
  Panel,
  Table,
  TextArea,
  useWords,
} from '../../design/index.ts';
import type { Typed } from '../../platform/forms.ts';
import { slots, type ToolText } from '../core/tools-text.ts';
import type { Facts, TextSeen } from '../index.ts';
import { ToolWords } from './tools-words.tsx';

type Props = TextSeen & { name: ToolText; values?: Typed; errors?: Errors; stale?: boolean };

/** What stands in square brackets stays so where it is written. */
const asWritten = Object.fromEntries(slots.map((slot) => [slot, `[${slot}]`])) as Facts;

export function TextPage({ name, own, versions, names, values, errors, stale }: Props) {
  const all = useWords().tools;
  const words = all.edit;
  const newest = versions[0]?.version ?? 0;
  return (
    <Page title={all.names[name]} back={{ href: '/tools', text: all.title }} errors={errors}>
      {stale && <InsetText>{words.stale}</InsetText>}
      {!own && <p>{words.none}</p>}
      <Form action={`/tools/texts/${name}`} {...(values && { values })}>
        <Hidden name="version" value={String(newest)} />
        <TextArea
          name="words"
          label={words.words}
          labelSize="s"
          hint={`${words.how} ${words.slots}`}
          value={own ?? all.ours[name]}
          rows={22}
        />
        <Button>{words.save}</Button>
      </Form>
      {own && <Restore name={name} wanted={0} text={words.restore} />}
      <Panel heading={words.preview} soft>
        <div class="bothy-tool-words">
          <ToolWords name={name} words={own ? new Map([[name, own]]) : new Map()} facts={asWritten} />
        </div>
      </Panel>
      {versions.length > 0 && (
        <Table
          caption={words.caption}
          rows={versions}
          columns={[
            { header: words.which, cell: ({ version }) => version, rowHeader: true },
            { header: words.words, cell: (version) => (version.words === null ? words.ours : words.own) },
            { header: words.when, cell: ({ savedAt }) => formatDate(savedAt) },
            { header: words.who, cell: ({ savedBy }) => names.get(savedBy)?.name ?? '' },
            {
              header: words.bringBack,
              headerHidden: true,
              cell: ({ version, words: said }) =>
                version === newest ? (
                  words.now
                ) : said === null ? null : (
                  <Restore name={name} wanted={version} text={words.bringBack} about={words.bringBackThis(version)} />
                ),
            },
          ]}
        />
      )}
    </Page>
  );
}

const Restore = ({ name, wanted, text, about }: { name: ToolText; wanted: number; text: string; about?: string }) => (
  <Form action={`/tools/texts/${name}/restore`}>
    <Hidden name="wanted" value={String(wanted)} />
    <Button variant="link">
      {text}
      {about && <HiddenText> {about}</HiddenText>}
    </Button>
  </Form>
);
