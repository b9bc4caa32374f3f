import {
  Button,
  type Errors,
  Form,
  formatDate,
  formatDateTime,
  formatTime,
  HiddenText,
  InsetText,
  Lines,
  Panel,
  Radios,
  Tag,
  TextField,
  useWords,
} from '../../design/index.ts';
import type { Asker } from '../../identity/index.ts';
import { PersonPage } from '../../people/index.ts';
import type { Typed } from '../../platform/forms.ts';
import { type Fact, openReasons } from '../restricted.ts';
import type { RestrictedSeen } from '../index.ts';

type Props = { seen: RestrictedSeen; asker: Asker; tried?: { typed: Typed; errors: Errors } | undefined };

export function RestrictedPage({ seen, asker, tried }: Props) {
  const words = useWords().safety.restricted;
  const { person, facts, more, openUntil } = seen;
  const { timeZone } = asker.programme.settings;
  return (
    <PersonPage person={person} section="safety" title={words.page} errors={tried?.errors}>
      <p>{facts.length || more ? words.intro : words.nothing}</p>
      {openUntil && <InsetText>{words.openUntil(formatTime(openUntil, { timeZone }))}</InsetText>}
      {facts.map((fact) => (
        <Panel heading={words.kinds[fact.kind]} key={fact.id}>
          <FactFacts fact={fact} names={seen.names} timeZone={timeZone} />
          {(fact.saidBy === asker.id || seen.openings.length > 0 || !openUntil) && (
            <p>
              <a href={`/people/${person.id}/restricted/${fact.id}`}>
                {words.change}
                <HiddenText>: {words.kinds[fact.kind]}</HiddenText>
              </a>
            </p>
          )}
        </Panel>
      ))}
      {more && (openUntil ? <p>{words.more}</p> : <OpenForm person={person.id} tried={tried} />)}
      <Button small variant="secondary" href={`/people/${person.id}/restricted/new`}>
        {words.add}
      </Button>
      <Openings seen={seen} timeZone={timeZone} />
    </PersonPage>
  );
}

function OpenForm({ person, tried }: { person: string; tried: Props['tried'] }) {
  const words = useWords().safety.restricted;
  return (
    <Panel heading={words.closed} soft>
      <p>{words.closedText}</p>
      <Form action={`/people/${person}/restricted/open`} values={tried?.typed}>
        <Radios
          name="reason"
          label={words.reason}
          labelSize="s"
          options={openReasons.map((value) => ({ value, text: words.reasons[value] }))}
        />
        <TextField name="words" label={words.words} labelSize="s" />
        <Button variant="warning" preventDoubleClick>
          {words.open}
        </Button>
      </Form>
    </Panel>
  );
}

type FactProps = { fact: Fact; names: RestrictedSeen['names']; timeZone: string };

function FactFacts({ fact, names, timeZone }: FactProps) {
  const words = useWords().safety.restricted;
  const day = (date: string | null) => (date ? formatDate(date) : '');
  const { safeguarding } = fact;
  const spans = (['lookedAfter', 'unbornPlan'] as const).flatMap((what) => {
    const span = safeguarding?.[what];
    return span ? [[words[what], words.between(day(span.from), day(span.to)), span.authority && words.ofCouncil(span.authority)]] : [];
  });
  const kept = fact.keptFrom.map((id) => names.get(id)?.name).filter((name) => name !== undefined);
  return (
    <>
      {fact.hiddenFromPerson && (
        <p>
          <Tag colour="red">{words.hiddenTag}</Tag>
        </p>
      )}
      <p>
        <Lines text={fact.words} />
      </p>
      {fact.comment && (
        <p>
          <Lines text={fact.comment} />
        </p>
      )}
      {safeguarding?.code && <p>{words.codeIs(safeguarding.code)}</p>}
      {spans.map((parts) => (
        <p key={parts[0]}>{parts.filter(Boolean).join(' ')}</p>
      ))}
      {kept.length > 0 && <p>{words.keptFromTeam(kept.join(', '))}</p>}
      {fact.keptFromWords && <p>{words.keptFromOther(fact.keptFromWords)}</p>}
      <p class="bothy-quiet">
        {[
          words.between(day(fact.startedOn), day(fact.endedOn)),
          words.wrote(names.get(fact.saidBy)?.name ?? '', formatDateTime(fact.saidAt, { timeZone })),
        ]
          .filter(Boolean)
          .join('. ')}
      </p>
    </>
  );
}

function Openings({ seen: { openings, names }, timeZone }: { seen: RestrictedSeen; timeZone: string }) {
  const words = useWords().safety.restricted;
  if (!openings.length) return null;
  return (
    <Panel heading={words.openings}>
      <ul>
        {openings.map(({ id, by, at, reason, words: why, review }) => (
          <li key={id}>
            {words.openingLine(names.get(by)?.name ?? '', formatDateTime(at, { timeZone }), `${words.reasons[reason]}. ${why}`)}{' '}
            <span class="bothy-quiet">
              {review
                ? `${words.reviewed(words.verdicts[review.verdict], names.get(review.by)?.name ?? '')}${review.note && `: ${review.note}`}`
                : words.notReviewed}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
