import { Fieldset, InsetText, Radios, SummaryList, Tag, type TagColour, formatDate, useChrome, useWords } from '../../design/index.ts';
import type { CalendarDay } from '../../platform/calendar.ts';
import { type Answer, askedWith, newest, standing, type Use, uses } from '../core/story.ts';
import { fieldOf } from './story-form.ts';

/** What is said before anybody is asked. */
export const BeforeAsking = () => <InsetText>{useWords().stories.wordings[askedWith]}</InsetText>;

/** Yes or no to each use, with what it means, and for how long. Nothing is chosen before they choose. */
export function AnswerFields({ who, length, yes, no }: { who: string; length: string; yes: string; no: string }) {
  const words = useWords().stories;
  return (
    <>
      <Fieldset legend={who} legendSize="m">
        {uses.map((use) => (
          <Radios
            key={use}
            name={fieldOf(use)}
            label={words.uses[use]}
            labelSize="s"
            hint={words.asked[use]}
            inline
            options={[
              { value: 'yes', text: yes },
              { value: 'no', text: no },
            ]}
          />
        ))}
      </Fieldset>
      <Radios
        name="length"
        label={length}
        labelSize="m"
        hint={words.readOut.lengthHint}
        value="12"
        options={(['6', '12', '24'] as const).map((value) => ({ value, text: words.lengths[value] }))}
      />
    </>
  );
}

const colours: Record<ReturnType<typeof standing>, TagColour> = {
  yes: 'green',
  no: 'grey',
  'taken-back': 'red',
  ended: 'orange',
  'not-asked': 'white',
};

/** How it stands with each use. */
export function AnswersList({ answers, today }: { answers: readonly Answer[]; today: CalendarDay }) {
  const words = useWords().stories;
  const { lang } = useChrome();
  return (
    <SummaryList
      rows={uses.map((use) => {
        const stands = standing(answers, use, today);
        const until = newest(answers, use)?.expiresOn;
        return {
          key: words.uses[use],
          value: (
            <>
              <Tag colour={colours[stands]}>{words.standing[stands]}</Tag>{' '}
              {stands === 'yes' && until && words.until(formatDate(until, { lang }))}
            </>
          ),
        };
      })}
    />
  );
}

export const yesesOf = (answers: readonly Answer[], today: CalendarDay): Use[] =>
  uses.filter((use) => standing(answers, use, today) === 'yes');
