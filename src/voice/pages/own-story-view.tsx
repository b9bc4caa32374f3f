import {
  Button,
  ButtonRow,
  Checkboxes,
  Details,
  type Errors,
  Form,
  Hidden,
  Panel,
  PlainPage,
  Prose,
  TextArea,
  useWords,
  type Values,
} from '../../design/index.ts';
import type { OwnStory } from '../index.ts';
import { AnswerFields, AnswersList, BeforeAsking, yesesOf } from './story-answers.tsx';
import { longest } from './story-form.ts';

type Props = { own: OwnStory; here: string; values?: Values; errors?: Errors };

const BackLink = ({ here, text }: { here: string; text: string }) => (
  <p>
    <a href={`${here}/take-back`}>{text}</a>
  </p>
);

export function TellPage({ own, here, values = {}, errors, kept }: Props & { kept: boolean }) {
  const words = useWords().stories.own;
  return (
    <PlainPage title={words.title} errors={errors}>
      {kept && !errors && (
        <p role="status">
          <strong>{words.kept}</strong>
        </p>
      )}
      <p class="nhsuk-lede-text">{words.hello(own.firstName)}</p>
      <p>{words.intro(own.programme.name)}</p>
      <p>{words.free}</p>
      <BeforeAsking />
      <Form action={`${here}/tell`} values={values}>
        <TextArea name="words" label={words.words} labelSize="m" hint={words.wordsHint} value={own.words} rows={14} maxLength={longest} />
        <ButtonRow>
          <Button preventDoubleClick>{words.send}</Button>
          <Button variant="secondary" formaction={`${here}/keep`}>
            {words.keep}
          </Button>
        </ButtonRow>
        <p class="bothy-note">{words.keepHint}</p>
      </Form>
      <BackLink here={here} text={words.no} />
    </PlainPage>
  );
}

export function ToldPage({ own, here }: Props) {
  const words = useWords().stories.own;
  return (
    <PlainPage title={own.expired ? words.title : words.toldTitle}>
      <p>{own.expired ? words.expired : words.toldText}</p>
      {!own.expired && <p>{words.handBack}</p>}
      <BackLink here={here} text={words.takeBack} />
    </PlainPage>
  );
}

/** The words as they would be shared, and who may read them. */
export function CheckPage({ own, here, values = {}, errors, open }: Props & { open?: boolean }) {
  const all = useWords().stories;
  const words = all.own;
  return (
    <PlainPage title={words.check} errors={errors}>
      <p>{words.checkText}</p>
      <Panel heading={own.title}>
        <Prose text={own.words} />
      </Panel>
      <Details summary={words.notRight} open={open}>
        <Form action={`${here}/not-right`} values={values}>
          <TextArea name="said" label={words.notRightLabel} labelSize="s" rows={4} />
          <Button variant="secondary" preventDoubleClick>
            {words.notRightSend}
          </Button>
        </Form>
      </Details>
      <BeforeAsking />
      <Form action={`${here}/yes`} values={values}>
        <Hidden name="version" value={String(own.version)} />
        <AnswerFields who={words.who} length={words.length} yes={all.readOut.yes} no={all.readOut.no} />
        <Button preventDoubleClick>{words.yes}</Button>
      </Form>
      <BackLink here={here} text={words.takeBack} />
    </PlainPage>
  );
}

/** Who may read it, as they said. The words are not here: whoever else finds the link finds none. */
export function StandsPage({ own, here }: Props) {
  const words = useWords().stories.own;
  const some = yesesOf(own.answers, own.today).length > 0;
  return (
    <PlainPage title={words.approvedTitle}>
      <p>{some ? words.approvedText : words.nobody}</p>
      {some && <AnswersList answers={own.answers} today={own.today} />}
      <p>{words.handBack}</p>
      <BackLink here={here} text={words.takeBack} />
    </PlainPage>
  );
}

export function TakeMineBackPage({ own, here, errors }: Props) {
  const all = useWords().stories;
  const words = all.own;
  const untold = own.page === 'tell';
  const given = yesesOf(own.answers, own.today);
  return (
    <PlainPage title={untold ? words.noSure : words.takeBackTitle} errors={errors}>
      <p>{untold ? words.noText : words.takeBackText}</p>
      <Form action={`${here}/take-back`}>
        {given.length === 0 ? (
          <Hidden name="from" value="all" />
        ) : (
          <Checkboxes
            name="from"
            label={words.takeBackWhich}
            labelSize="s"
            options={[
              ...given.map((use) => ({ value: use as string, text: all.uses[use] })),
              { value: 'all', text: words.takeBackAll, hint: words.takeBackAllHint, divided: true },
            ]}
          />
        )}
        <ButtonRow>
          <Button variant={untold ? 'primary' : 'warning'} preventDoubleClick>
            {untold ? words.noSave : words.takeBackSave}
          </Button>
          <a href={here}>{words.takeBackKeep}</a>
        </ButtonRow>
      </Form>
    </PlainPage>
  );
}

export const SaidPage = ({ title, text }: { title: string; text: string }) => (
  <PlainPage title={title}>
    <p>{text}</p>
  </PlainPage>
);
