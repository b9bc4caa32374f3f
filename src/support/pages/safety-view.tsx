import {
  Button,
  ButtonRow,
  Details,
  type Errors,
  Form,
  formatDate,
  HiddenText,
  InsetText,
  Panel,
  TextField,
  useWords,
} from '../../design/index.ts';
import type { Asker } from '../../identity/index.ts';
import { PersonPage } from '../../people/index.ts';
import type { CalendarDay } from '../../platform/calendar.ts';
import type { Typed } from '../../platform/forms.ts';
import type { Risk } from '../risk.ts';
import { isOver } from '../raised.ts';
import type { SafetySeen } from '../index.ts';
import { RaisedFacts, RaisedPanel } from './raised-view.tsx';
import { RiskFacts } from './risk-facts.tsx';

type Tried = { of: string; typed: Typed; errors: Errors };
type Props = { safety: SafetySeen; asker: Asker; today: CalendarDay; tried?: Tried | undefined };

export function SafetyPage(props: Props) {
  const { safety, asker, tried } = props;
  const words = useWords().safety;
  const { person, risks, raised } = safety;
  const { timeZone } = asker.programme.settings;
  const ended = risks.filter((risk) => risk.ended);
  const over = raised.raised.filter(isOver);
  return (
    <PersonPage
      person={person}
      section="safety"
      title={words.risks.title}
      errors={tried?.errors}
      errorIds={tried && { why: `why-${tried.of}`, words: 'none-words' }}
    >
      <RaisedPanel seen={raised} person={person.id} timeZone={timeZone} />
      <Panel heading={words.risks.risks}>
        <Standing safety={safety} />
        {risks
          .filter((risk) => !risk.ended)
          .map((risk) => (
            <OpenRisk {...props} risk={risk} key={risk.id} />
          ))}
        <SayRisks {...props} />
      </Panel>
      <Panel heading={words.restricted.title} soft>
        <p>{safety.restricted ? words.restricted.something : words.restricted.nothing}</p>
        <ButtonRow>
          {safety.restricted && (
            <Button small variant="secondary" href={`/people/${person.id}/restricted`}>
              {words.restricted.look}
            </Button>
          )}
          <Button small variant="secondary" href={`/people/${person.id}/restricted/new`}>
            {words.restricted.add}
          </Button>
        </ButtonRow>
      </Panel>
      {(ended.length > 0 || over.length > 0) && (
        <Details summary={words.risks.before} expander>
          {ended.map((risk) => (
            <div class="bothy-risk" key={risk.id}>
              <RiskFacts risk={risk} />
            </div>
          ))}
          {over.map((one) => (
            <div class="bothy-risk" key={one.id}>
              <RaisedFacts raised={one} seen={raised} timeZone={timeZone} />
            </div>
          ))}
        </Details>
      )}
    </PersonPage>
  );
}

function Standing({ safety: { standing, none, names } }: { safety: SafetySeen }) {
  const words = useWords().safety.risks;
  if (standing === 'not-asked') return <InsetText>{words.notAsked}</InsetText>;
  if (standing === 'none-known' && none) {
    const who = names.get(none.saidBy)?.name ?? '';
    return (
      <p>
        <strong>{words.noneKnown}</strong> {words.saidBy(who, formatDate(none.saidAt))} {none.words}
      </p>
    );
  }
  return standing === 'ended' ? <p>{words.allEnded}</p> : null;
}

function OpenRisk({ risk, safety, today, tried }: Props & { risk: Risk }) {
  const words = useWords().safety.risks;
  const at = `/people/${safety.person.id}/safety/risks/${risk.id}`;
  const mine = tried?.of === risk.id ? tried : undefined;
  return (
    <div class="bothy-risk">
      <RiskFacts risk={risk} />
      {risk.reviewOn < today && <p class="bothy-late">{words.reviewDue}</p>}
      <p>
        <a href={at}>
          {words.change}
          <HiddenText>: {words.kinds[risk.kind]}</HiddenText>
        </a>
      </p>
      <Details summary={words.end} open={mine !== undefined}>
        <Form action={`${at}/end`} values={mine?.typed}>
          <TextField id={`why-${risk.id}`} name="why" label={words.why} labelSize="s" hint={words.whyHint} errors={mine?.errors ?? {}} />
          <Button small preventDoubleClick>
            {words.endIt}
          </Button>
        </Form>
      </Details>
    </div>
  );
}

function SayRisks({ safety: { person, standing }, tried }: Props) {
  const words = useWords().safety.risks;
  const mine = tried?.of === 'none' ? tried : undefined;
  return (
    <>
      <Button small href={`/people/${person.id}/safety/risks/new`}>
        {words.add}
      </Button>
      {standing !== 'known' && (
        <Details summary={words.sayNone} open={mine !== undefined}>
          <Form action={`/people/${person.id}/safety/no-known-risks`} values={mine?.typed}>
            <TextField
              id="none-words"
              name="words"
              label={words.noneWords}
              labelSize="s"
              hint={words.noneHint}
              errors={mine?.errors ?? {}}
              optional
            />
            <Button small preventDoubleClick>
              {words.none}
            </Button>
          </Form>
        </Details>
      )}
    </>
  );
}
