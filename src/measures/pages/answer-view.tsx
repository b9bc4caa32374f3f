import type { ComponentChildren } from 'preact';
import {
  Button,
  ButtonRow,
  type Errors,
  Form,
  HiddenText,
  PlainPage,
  Radios,
  SummaryList,
  useWords,
  type Values,
} from '../../design/index.ts';
import { HelpLines, type Programme } from '../../identity/index.ts';
import type { OwnMeasure } from '../index.ts';
import { type Item, textIn } from '../instrument.ts';
import { whysNot } from '../measure.ts';
import { Question } from './question.tsx';

type Props = { own: OwnMeasure; here: string; values?: Values; errors?: Errors };

export function StartPage({ own, here }: Props) {
  const words = useWords().measures.own;
  const { items, answers, instrument, programme, firstName } = own;
  const begun = items.findIndex(({ id }) => answers[id] === undefined);
  const someSaid = Object.keys(answers).length > 0;
  return (
    <PlainPage title={words.title}>
      <p class="nhsuk-lede-text">{words.hello(firstName)}</p>
      <p>{words.intro(programme.name, items.length, instrument.minutes)}</p>
      <p>{words.free}</p>
      <p>{words.saved}</p>
      <p>{words.who}</p>
      <ButtonRow>
        <Button href={someSaid ? (begun < 0 ? `${here}/check` : `${here}/${begun + 1}`) : `${here}/1`}>
          {someSaid ? words.goOn : words.one}
        </Button>
        <Button variant="secondary" href={`${here}/all`}>
          {words.all}
        </Button>
      </ButtonRow>
      <p>
        <a href={`${here}/no`}>{words.no}</a>
      </p>
    </PlainPage>
  );
}

export function OnePage({ own, here, values = {}, errors, place }: Props & { place: number }) {
  const words = useWords().measures.own;
  const { items, instrument, language, answers } = own;
  const item = items[place - 1]!;
  const next = place < items.length ? `${here}/${place + 1}` : `${here}/check`;
  return (
    <PlainPage
      title={words.question(place, items.length)}
      back={{ href: place > 1 ? `${here}/${place - 1}` : here, text: words.back }}
      errors={errors}
    >
      <p>{textIn(instrument.intro, language)}</p>
      <Form action={`${here}/${place}`} values={values}>
        <Question item={item} language={language} value={answers[item.id]} labelSize="m" headingLevel={2} />
        <ButtonRow>
          <Button preventDoubleClick>{words.next}</Button>
          <a href={next}>{words.skip}</a>
        </ButtonRow>
      </Form>
    </PlainPage>
  );
}

export function AllPage({ own, here, values = {}, errors }: Props) {
  const words = useWords().measures.own;
  const { items, instrument, language, answers } = own;
  return (
    <PlainPage title={words.title} back={{ href: here, text: words.back }} errors={errors}>
      <p>{textIn(instrument.intro, language)}</p>
      <p>{words.free}</p>
      <Form action={`${here}/all`} values={values}>
        {items.map((item) => (
          <Question key={item.id} item={item} language={language} value={answers[item.id]} labelSize="m" headingLevel={2} />
        ))}
        <Button preventDoubleClick>{words.saveAll}</Button>
      </Form>
    </PlainPage>
  );
}

export function CheckPage({ own, here, errors }: Props) {
  const words = useWords().measures.own;
  const { items, language, answers } = own;
  const change = (n: number) => (
    <a href={`${here}/${n + 1}`}>
      {words.change} <HiddenText>{words.changeFull(n + 1)}</HiddenText>
    </a>
  );
  const rows = items.map((item, n) => ({
    key: textIn(item.text, language),
    value: (
      <>
        {saidIn(item, answers[item.id], language) ?? words.left} {change(n)}
      </>
    ),
  }));
  return (
    <PlainPage title={words.check} back={{ href: `${here}/${items.length}`, text: words.back }} errors={errors}>
      <p>{words.checkText}</p>
      <SummaryList rows={rows} />
      <Form action={`${here}/check`}>
        <Button preventDoubleClick>{words.send}</Button>
      </Form>
      <p>
        <a href={`${here}/no`}>{words.no}</a>
      </p>
    </PlainPage>
  );
}

function saidIn({ answering }: Item, value: number | undefined, language: string): string | undefined {
  if (value === undefined) return undefined;
  if (answering.kind === 'scale') return String(value);
  const option = answering.options.find((each) => each.value === value);
  return option && textIn(option.text, language);
}

export function NoPage({ here }: Pick<Props, 'here'>) {
  const words = useWords().measures.own;
  return (
    <PlainPage title={words.noTitle} back={{ href: here, text: words.back }}>
      <p>{words.noText}</p>
      <Form action={`${here}/no`}>
        <Radios name="whyNot" label={words.noTitle} labelHidden options={whysNot.map((value) => ({ value, text: words.noWhys[value] }))} />
        <Button preventDoubleClick>{words.noSave}</Button>
      </Form>
    </PlainPage>
  );
}

/** Before anything else, for somebody whose answer tells of danger. */
export function RingNowPage({ programme, next }: { programme: Programme; next?: string }) {
  const words = useWords().measures.own;
  return (
    <PlainPage title={words.helpTitle}>
      <p>{words.help}</p>
      <HelpLines lines={programme.settings.inDanger} />
      <p>{words.helpTold}</p>
      {next && (
        <Button variant="secondary" href={next}>
          {words.helpGo}
        </Button>
      )}
    </PlainPage>
  );
}

export const SaidPage = ({ title, text, children }: { title: string; text: string; children?: ComponentChildren }) => (
  <PlainPage title={title}>
    <p>{text}</p>
    {children}
  </PlainPage>
);
