import {
  ActionLink,
  Button,
  Details,
  Dot,
  type DotKind,
  Form,
  formatDate,
  Hidden,
  HiddenText,
  Panel,
  Table,
  useWords,
  WarningCallout,
} from '../../design/index.ts';
import { isNo, isYes, type Standing } from '../consent.ts';
import { firstNameOf } from '../person.ts';
import { pathOf, withdrawPathOf } from './consent-form.ts';
import { PersonPage } from './person-page.tsx';
import type { ConsentSeen, Line } from '../index.ts';

const dots: Record<Standing['name'], DotKind> = { given: 'ok', refused: 'closed', withdrawn: 'closed', 'not-asked': 'waiting' };

/** What somebody agreed to, and what not. */
export function ConsentPage(seen: ConsentSeen) {
  const { person, lines, history } = seen;
  const words = useWords().consent;
  const support = lines.find(({ about }) => about.purpose === 'support');
  return (
    <PersonPage person={person} section="consent" title={words.title}>
      <p class="nhsuk-body-l">{words.lead(firstNameOf(person))}</p>
      {support && isNo(support.standing) && (
        <WarningCallout heading={words.afterSupport.title(firstNameOf(person))}>
          <p>{words.afterSupport.text}</p>
          <ActionLink href={`/people/${person.id}/close`}>{words.afterSupport.close}</ActionLink>
        </WarningCallout>
      )}
      <Table
        caption={words.title}
        captionHidden
        responsive
        rows={lines}
        columns={[
          { header: words.what, rowHeader: true, cell: (line) => <What {...line} /> },
          { header: words.stands, cell: ({ standing }) => <Stands standing={standing} names={seen.names} /> },
          { header: words.next, cell: (line) => <ToDo person={person.id} {...line} /> },
        ]}
      />
      <p class="bothy-note">{words.notAsked}</p>
      <OptedOut {...seen} />
      <Panel heading={words.whoGotWhat} soft>
        <p>{words.whoGotWhatText}</p>
        <ActionLink href={`/people/${person.id}/sharing`}>{words.whoGotWhat}</ActionLink>
      </Panel>
      <Details summary={words.history} expander>
        {history.length ? <History {...seen} /> : <p>{words.noHistory}</p>}
      </Details>
    </PersonPage>
  );
}

/** The national choice that somebody's facts are not used beyond their care. */
function OptedOut({ person, optOut }: ConsentSeen) {
  const { optOut: words } = useWords().extracts;
  const said = optOut.told ? words.told : words.state[optOut.state];
  return (
    <Panel heading={words.title} soft>
      <p>
        {said}
        {optOut.at && ` (${formatDate(optOut.at)})`}
      </p>
      <p class="bothy-note">{words.what}</p>
      {(optOut.told || optOut.state !== 'out') && (
        <Form action={`/people/${person.id}/opt-out`}>
          <Hidden name="out" value={optOut.told ? 'no' : 'yes'} />
          <Button variant="secondary" small preventDoubleClick>
            {optOut.told ? words.noteIn : words.noteOut}
          </Button>
        </Form>
      )}
    </Panel>
  );
}

export function useWhat() {
  const words = useWords().consent;
  return ({ about, recipientName }: Pick<Line, 'about' | 'recipientName'>) =>
    recipientName ? words.withService(recipientName) : words.purpose[about.purpose];
}

const What = (line: Line) => <>{useWhat()(line)}</>;

function Stands({ standing, names }: { standing: Standing; names: ConsentSeen['names'] }) {
  const words = useWords().consent;
  if (standing.name === 'not-asked') return <Dot kind={dots[standing.name]} text={words.standing[standing.name]} />;
  const { consent } = standing;
  const line = consent.withdrawnAt
    ? words.takenBackOn(formatDate(consent.withdrawnAt), consent.withdrawnBy ? names.get(consent.withdrawnBy)?.name : undefined)
    : words.on(words.way[consent.how], formatDate(consent.givenAt), consent.askedBy ? names.get(consent.askedBy)?.name : undefined);
  return (
    <>
      <Dot kind={dots[standing.name]} text={words.standing[standing.name]} />
      <br />
      <span class="bothy-note">{line}</span>
    </>
  );
}

function ToDo({ person, about, recipientName, standing }: Line & { person: string }) {
  const words = useWords().consent;
  const what = useWhat()({ about, recipientName });
  const [href, text] = isYes(standing)
    ? [withdrawPathOf(person, about), words.changed]
    : [pathOf(person, about), standing.name === 'not-asked' ? words.ask : words.askAgain];
  return (
    <a href={href}>
      {text}
      <HiddenText>: {what}</HiddenText>
    </a>
  );
}

function History({ history, names }: ConsentSeen) {
  const words = useWords().consent;
  const what = useWhat();
  const said = (wording: string) => (wording in words.wordings ? words.wordings[wording as keyof typeof words.wordings] : words.wordsGone);
  return (
    <Table
      caption={words.history}
      captionHidden
      responsive
      rows={history}
      columns={[
        { header: words.when, cell: ({ givenAt }) => formatDate(givenAt) },
        {
          header: words.what,
          rowHeader: true,
          cell: (each) => what({ about: { purpose: each.purpose, recipient: each.recipient }, recipientName: each.recipientName }),
        },
        {
          header: words.answer,
          cell: (each) => (
            <>
              {words.standing[each.answer]}: {words.way[each.how]}
              {each.askedBy && names.has(each.askedBy) && `, ${names.get(each.askedBy)!.name}`}
              {each.why && (
                <>
                  <br />
                  {words.why(each.why)}
                </>
              )}
              {each.withdrawnAt && (
                <>
                  <br />
                  {words.takenBackOn(formatDate(each.withdrawnAt), each.withdrawnBy ? names.get(each.withdrawnBy)?.name : undefined)}
                </>
              )}
            </>
          ),
        },
        {
          header: words.words,
          cell: ({ wording, lawful, confidentiality }) => (
            <>
              “{said(wording)}”
              <br />
              <span class="bothy-note">
                {words.lawful[lawful]}. {words.confidentiality[confidentiality]}.
              </span>
            </>
          ),
        },
      ]}
    />
  );
}

export const SaveButton = ({ text, warning }: { text: string; warning?: boolean }) => (
  <Button preventDoubleClick variant={warning ? 'warning' : 'primary'}>
    {text}
  </Button>
);
