import { Hono } from 'hono';
import { formatDate, Lines, PrintLetter, Prose, useWords } from '../../design/index.ts';
import { allow, askerOf, type Asker, type Door, readsOf, show, showProblem } from '../../identity/index.ts';
import { nameOf, spaced } from '../../people/index.ts';
import type { ClosingLetter, Supports } from '../index.ts';

/** The letter that ends a referral, for printing and for the practice's own record. */
export const letterPage = (support: Supports) =>
  new Hono<Door>().use('/:id/letter', allow('see referrals made')).get('/:id/letter', async (c) => {
    const found = await support.seeLetter(askerOf(c), c.req.param('id'));
    if (!found.ok) return showProblem(c, found.error);
    readsOf(c, found.value.person.id);
    return show(c, <Letter letter={found.value} asker={askerOf(c)} />);
  });

function Letter({ letter, asker }: { letter: ClosingLetter; asker: Asker }) {
  const { person, referral, closing, worker, referrer, practice } = letter;
  const words = useWords().support.letter;
  const { closure } = useWords().referrals;
  const { timeZone } = asker.programme.settings;
  const date = (at: Date) => formatDate(at, { timeZone });
  const back = asker.practice
    ? { href: `/referrals/${referral.id}`, text: words.backTo }
    : { href: `/people/${person.id}`, text: nameOf(person) };
  return (
    <PrintLetter
      title={words.title}
      programme={asker.programme.name}
      to={[referrer?.name, practice?.name, practice?.place].filter(Boolean).join('\n')}
      from={[worker?.name, asker.programme.name].filter(Boolean).join('\n')}
      date={closing.closedAt}
      reference={referral.reference}
      back={back}
    >
      <p>
        <strong>{words.about(nameOf(person), formatDate(person.dateOfBirth))}</strong>
        {person.healthNumber && (
          <>
            <br />
            {words.healthNumber(spaced(person.healthNumber))}
          </>
        )}
      </p>
      <h2 class="nhsuk-heading-s">{words.forPractice}</h2>
      <p>{closing.forPractice ? <Lines text={closing.forPractice} /> : words.none}</p>
      <h2 class="nhsuk-heading-s">{words.how}</h2>
      <p>{words.ended(closure[closing.because], date(closing.closedAt))}</p>
      {!closing.tellReferrer && <p>{words.notToldMore}</p>}
      {closing.tellReferrer && <WhatWasDone letter={letter} date={date} />}
      {closing.tellReferrer && <WhatChanged letter={letter} />}
      <Part title={words.whatNext} text={closing.whatNext} />
      {closing.because !== 'died' && <p>{words.back}</p>}
    </PrintLetter>
  );
}

function Part({ title, text }: { title: string; text: string }) {
  if (!text) return null;
  return (
    <>
      <h2 class="nhsuk-heading-s">{title}</h2>
      <Prose text={text} />
    </>
  );
}

function WhatWasDone({ letter: { done, connections }, date }: { letter: ClosingLetter; date: (at: Date) => string }) {
  const words = useWords().support.letter;
  const { state } = useWords().connections;
  const spent = [done.contacts && words.contacts(done.contacts), done.attempts && words.attempts(done.attempts)].filter(Boolean).join(', ');
  return (
    <>
      <h2 class="nhsuk-heading-s">{words.done}</h2>
      <p>
        {[spent, done.first && done.last && words.between(date(done.first), date(done.last))].filter(Boolean).join(', ') || words.noContact}
      </p>
      {connections.length > 0 && (
        <ul class="nhsuk-list nhsuk-list--bullet">
          {connections.map(({ id, service, status, kind }) => (
            <li key={id}>{`${service}: ${state(status, kind).toLowerCase()}`}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function WhatChanged({ letter: { closing } }: { letter: ClosingLetter }) {
  const words = useWords().support;
  return (
    <>
      <Part title={words.letter.outcome} text={closing.outcome} />
      {closing.goals.length > 0 && (
        <>
          <h2 class="nhsuk-heading-s">{words.letter.goals}</h2>
          <ul class="nhsuk-list nhsuk-list--bullet">
            {closing.goals.map(({ goal, result, words: said }, n) => (
              <li key={n}>
                {goal}
                <span class="bothy-note">{[words.closing.results[result ?? 'unsaid'], said].filter(Boolean).join('. ')}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <Part title={words.letter.didNotWork} text={closing.didNotWork} />
    </>
  );
}
