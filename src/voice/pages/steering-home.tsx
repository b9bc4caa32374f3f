import {
  Button,
  ButtonRow,
  Columns,
  EmptyState,
  formatDate,
  formatDateTime,
  Heading,
  InsetText,
  Page,
  Panel,
  SummaryList,
  Table,
  Tag,
  useWords,
  WarningCallout,
} from '../../design/index.ts';
import { type Decision, isOverdue, type Outcome } from '../core/steering.ts';
import { missingFrom, type Seat } from '../core/steering-member.ts';
import type { ActionSeen, SteeringHome } from '../index.ts';

type Props = { home: SteeringHome; slug: string; timeZone: string };

export function SteeringHomePage({ home, slug, timeZone }: Props) {
  const words = useWords().steering.home;
  return (
    <Page title={words.title}>
      <p>{words.intro}</p>
      <Columns>
        <NextMeeting home={home} timeZone={timeZone} />
        <Panel heading={words.waiting}>
          <ul class="nhsuk-list">
            <li>
              <a href="/ideas">{words.ideas(home.ideas)}</a>
            </li>
            <li>
              <a href="/criteria">{words.proposals(home.proposals.length)}</a>
            </li>
            {home.ballots.map(({ id, question }) => (
              <li key={id}>
                <a href={`/steering/ballots/${id}`}>{question}</a>
              </li>
            ))}
            <li>
              <a href="/steering/ballots">{words.allBallots}</a>
            </li>
            <li>
              <a href={`/together/${slug}`}>{words.youSaid}</a>
            </li>
          </ul>
        </Panel>
      </Columns>
      <Heading class="nhsuk-heading-m">{words.actions}</Heading>
      <Actions actions={home.actions} today={home.today} empty={<EmptyState title={words.noActions}>{words.noActionsText}</EmptyState>} />
      <Heading class="nhsuk-heading-m">{words.decisions}</Heading>
      {home.decisions.length === 0 && <EmptyState title={words.noDecisions}>{words.noDecisionsText}</EmptyState>}
      {home.decisions.map((decision) => (
        <DecisionLine decision={decision} key={decision.id} linked />
      ))}
      <Panel heading={words.group}>
        <Balance balance={home.balance} />
        <a href="/steering/group">{words.seeGroup}</a>
      </Panel>
      <Meetings home={home} timeZone={timeZone} />
    </Page>
  );
}

function NextMeeting({ home: { next, mayKeep }, timeZone }: { home: SteeringHome; timeZone: string }) {
  const words = useWords().steering.home;
  return (
    <Panel heading={words.next}>
      {next ? (
        <p>
          <a href={`/steering/meetings/${next.id}`}>{formatDateTime(next.startsAt, { timeZone })}</a>
          <br />
          {next.place}
        </p>
      ) : (
        <>
          <p>{words.noNext}</p>
          <p class="bothy-note">{words.noNextText}</p>
        </>
      )}
      {mayKeep && (
        <ButtonRow>
          <Button href="/steering/meetings/new" small variant={next ? 'secondary' : 'primary'}>
            {words.plan}
          </Button>
        </ButtonRow>
      )}
    </Panel>
  );
}

function Meetings({ home: { meetings }, timeZone }: { home: SteeringHome; timeZone: string }) {
  const { home: words, stages } = useWords().steering;
  return (
    <section>
      <Heading class="nhsuk-heading-m">{words.meetings}</Heading>
      {meetings.length === 0 && <p>{words.noMeetings}</p>}
      <ul class="nhsuk-list">
        {meetings.map(({ id, startsAt, stage }) => (
          <li key={id}>
            <a href={`/steering/meetings/${id}`}>{formatDate(startsAt, { timeZone })}</a> <span class="bothy-note">{stages[stage]}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Who has a voice here, and who is missing. */
export function Balance({ balance, level = 3 }: { balance: readonly Seat[]; level?: 2 | 3 }) {
  const { home: words, constituencies } = useWords().steering;
  const missing = missingFrom(balance).map((each) => constituencies[each].toLowerCase());
  return (
    <>
      {missing.length > 0 ? (
        <WarningCallout headingLevel={level}>{words.missing(missing.join(', '))}</WarningCallout>
      ) : (
        <InsetText>{words.noneMissing}</InsetText>
      )}
      <SummaryList
        rows={balance.map(({ constituency, members, endingSoon }) => ({
          key: constituencies[constituency],
          value: (
            <>
              {members ? words.members(members) : words.nobody}
              {endingSoon > 0 && <span class="bothy-note">{` · ${words.endingSoon(endingSoon)}`}</span>}
            </>
          ),
        }))}
      />
    </>
  );
}

type ActionsProps = { actions: readonly ActionSeen[]; today: string; empty: preact.ComponentChildren };

export function Actions({ actions, today, empty }: ActionsProps) {
  const words = useWords().steering;
  return (
    <Table<ActionSeen>
      caption={words.meeting.actions}
      captionHidden
      rows={actions}
      empty={empty}
      columns={[
        { header: words.action.what, cell: ({ id, what }) => <a href={`/steering/actions/${id}`}>{what}</a>, rowHeader: true },
        {
          header: words.action.owner,
          cell: ({ ownerName, mine }) => (
            <>
              {ownerName} {mine && <Tag>{words.action.mine}</Tag>}
            </>
          ),
        },
        {
          header: words.action.due,
          cell: (action) => (
            <>
              {action.doneOn ? `${words.minutes.done}, ${formatDate(action.doneOn)}` : formatDate(action.dueOn)}{' '}
              {isOverdue(action, today) && <Tag colour="red">{words.action.late}</Tag>}
            </>
          ),
        },
      ]}
    />
  );
}

const colours = { yes: 'green', no: 'grey', later: 'yellow' } as const satisfies Record<Outcome, string>;

export function DecisionLine({ decision, linked }: { decision: Decision; linked?: boolean }) {
  const words = useWords().steering.meeting;
  const { number, what, outcome, reason, otherwise, meeting, about } = decision;
  return (
    <Panel soft>
      <p>
        <strong>{linked ? <a href={`/steering/meetings/${meeting}`}>{words.number(number)}</a> : words.number(number)}</strong>{' '}
        <Tag colour={colours[outcome]}>{words.outcomes[outcome]}</Tag>
      </p>
      <p>{what}</p>
      <p class="bothy-note">{reason}</p>
      {otherwise && <p class="bothy-note">{words.otherwiseSaid(otherwise)}</p>}
      {about && (
        <a href={about.kind === 'idea' ? `/ideas/${about.id}` : `/criteria/proposals/${about.id}`}>{words.aboutLink[about.kind]}</a>
      )}
    </Panel>
  );
}
