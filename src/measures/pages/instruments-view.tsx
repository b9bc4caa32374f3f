import {
  Button,
  Checkbox,
  DateField,
  type Errors,
  FileField,
  Form,
  formatDate,
  Page,
  Panel,
  SummaryList,
  Table,
  Tag,
  TextField,
  useChrome,
  useWords,
  type Values,
} from '../../design/index.ts';
import type { Registered } from '../index.ts';
import { textIn } from '../instrument.ts';

export function InstrumentsPage({ all }: { all: readonly Registered[] }) {
  const words = useWords().measures.instruments;
  const { lang } = useChrome();
  return (
    <Page title={words.title}>
      <p>{words.about}</p>
      <p>
        <a href="/instruments/schedule">{words.schedule}</a> · <a href="/instruments/import">{words.import}</a>
      </p>
      <Table
        caption={words.title}
        captionHidden
        rows={all}
        columns={[
          {
            header: words.name,
            rowHeader: true,
            cell: ({ instrument }) => <a href={`/instruments/${instrument.id}`}>{textIn(instrument.name, lang)}</a>,
          },
          { header: words.licence, cell: ({ licence }) => words.licences[licence] },
          { header: words.use, cell: (one) => <UseTag one={one} /> },
        ]}
      />
    </Page>
  );
}

function UseTag({ one: { inUse, instrument } }: { one: Registered }) {
  const words = useWords().measures.instruments;
  if (instrument.audience === 'staff') return <Tag colour="grey">{words.staff}</Tag>;
  return <Tag colour={inUse ? 'green' : 'grey'}>{inUse ? words.on : words.off}</Tag>;
}

type OneProps = { one: Registered; values?: Values; errors?: Errors | undefined };

export function InstrumentPage({ one, values = {}, errors }: OneProps) {
  const words = useWords().measures.instruments;
  const { lang } = useChrome();
  const { instrument, holdsItems } = one;
  return (
    <Page
      title={textIn(instrument.name, lang)}
      back={{ href: '/instruments', text: words.title }}
      errors={errors}
      errorIds={{ expiresOn: 'expiresOn-day' }}
    >
      <p>
        {textIn(instrument.about, lang)} <UseTag one={one} />
      </p>
      <Facts one={one} />
      <UseForm one={one} values={values} />
      {instrument.licence === 'needs-licence' && <LicencePanel one={one} values={values} />}
      <Panel heading={words.questions}>
        {instrument.items.length > 0 ? (
          <ol class="nhsuk-list nhsuk-list--number">
            {instrument.items.map(({ id, text }) => (
              <li key={id}>{textIn(text, lang)}</li>
            ))}
          </ol>
        ) : (
          <p>{instrument.ownGoals ? textIn(instrument.intro, lang) : holdsItems ? words.lockedQuestions : words.noQuestions}</p>
        )}
        <p>
          <a href={`/instruments/${instrument.id}/definition.json`}>{words.download}</a>
        </p>
      </Panel>
    </Page>
  );
}

function Facts({ one: { instrument, licence } }: Pick<OneProps, 'one'>) {
  const words = useWords().measures;
  const { from, to } = instrument.ages;
  const w = words.instruments;
  const ages =
    from !== null && to !== null ? w.agesBetween(from, to) : from !== null ? w.agesFrom(from) : to !== null ? w.agesTo(to) : w.anyAge;
  const notes = (
    <ul class="nhsuk-list nhsuk-list--bullet">
      {instrument.notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
  return (
    <SummaryList
      rows={[
        { key: w.licence, value: w.licences[licence] },
        { key: w.version, value: instrument.version },
        { key: w.citation, value: instrument.citation },
        ...(instrument.attribution ? [{ key: w.attribution, value: instrument.attribution }] : []),
        { key: w.minutes, value: words.minutes(instrument.minutes) },
        { key: w.ages, value: ages },
        { key: w.ways, value: instrument.modes.map((mode) => words.modes[mode]).join(', ') },
        ...(instrument.notes.length ? [{ key: w.know, value: notes }] : []),
      ]}
    />
  );
}

function UseForm({ one: { instrument, inUse, wordingConfirmed }, values }: Required<Pick<OneProps, 'one' | 'values'>>) {
  const words = useWords().measures.instruments;
  if (instrument.audience === 'staff') return null;
  const asks = !inUse && instrument.wording === 'to-confirm' && !wordingConfirmed;
  return (
    <Panel soft>
      <Form action={`/instruments/${instrument.id}/use`} values={values}>
        {!inUse && instrument.alarms.length > 0 && <p>{words.danger}</p>}
        {asks && <Checkbox name="confirmed" value="yes" label={words.confirm} />}
        {inUse && <p class="bothy-note">{words.switchOffText}</p>}
        <Button variant={inUse ? 'secondary' : 'primary'} name="inUse" value={inUse ? 'no' : 'yes'} preventDoubleClick>
          {inUse ? words.switchOff : words.switchOn}
        </Button>
      </Form>
    </Panel>
  );
}

function LicencePanel({ one: { instrument, attested, licence }, values }: Required<Pick<OneProps, 'one' | 'values'>>) {
  const words = useWords().measures.instruments;
  const { lang } = useChrome();
  const at = `/instruments/${instrument.id}/licence`;
  return (
    <Panel heading={words.licence}>
      {attested && !attested.withdrawn && (
        <>
          <p>{words.attested(attested.holder, attested.number, formatDate(attested.expiresOn, { lang }))}</p>
          <Form action={`${at}/withdraw`}>
            <Button variant="secondary" small preventDoubleClick>
              {words.withdraw}
            </Button>
          </Form>
        </>
      )}
      {licence !== 'held' && (
        <Form action={at} values={values}>
          <h3 class="nhsuk-heading-s">{words.attest}</h3>
          <p class="bothy-note">{words.attestText}</p>
          <TextField name="holder" label={words.holder} />
          <TextField name="number" label={words.number} width={20} />
          <DateField name="expiresOn" label={words.expiresOn} labelSize="s" />
          <Button preventDoubleClick>{words.attestButton}</Button>
        </Form>
      )}
    </Panel>
  );
}

export function ImportPage({ errors, problems = [] }: { errors?: Errors; problems?: readonly string[] }) {
  const words = useWords().measures.instruments;
  return (
    <Page title={words.importTitle} back={{ href: '/instruments', text: words.title }} errors={errors}>
      <p>{words.importText}</p>
      {problems.length > 0 && (
        <ul class="nhsuk-list nhsuk-list--bullet">
          {problems.slice(0, 50).map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
      <Form action="/instruments/import" upload>
        <FileField name="file" label={words.file} accept=".json,application/json" />
        <Button preventDoubleClick>{words.importButton}</Button>
      </Form>
    </Page>
  );
}
