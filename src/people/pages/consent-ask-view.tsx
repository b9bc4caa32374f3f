import { Checkboxes, Form, formatDate, InsetText, Panel, Radios, TextArea, useWords } from '../../design/index.ts';
import type { Errors, Typed } from '../../platform/forms.ts';
import { isYes, needsWhy, ways, wordings } from '../consent.ts';
import { nameOf } from '../person.ts';
import { pathOf, withdrawPathOf } from './consent-form.ts';
import { SaveButton, useWhat } from './consent-view.tsx';
import { PersonPage } from './person-page.tsx';
import type { ConsentSeen, Line, ToldService } from '../index.ts';

type Props = ConsentSeen & { line: Line; values: Typed; errors?: Errors };

function useFrame({ person }: Props) {
  const words = useWords().consent;
  return { back: { href: `/people/${person.id}/consent`, text: words.title }, caption: nameOf(person) };
}

/** The question in its words, and what they answer. */
export function ConsentAskPage(props: Props) {
  const { person, line, values, errors } = props;
  const words = useWords().consent;
  const ask = words.askPage;
  return (
    <PersonPage person={person} title={useWhat()(line)} errors={errors} {...useFrame(props)}>
      <h2 class="nhsuk-heading-s">{ask.say}</h2>
      <InsetText>{words.wordings[wordings[line.about.purpose]]}</InsetText>
      <Form action={pathOf(person.id, line.about)} values={values}>
        <Radios
          name="answer"
          label={ask.answer}
          labelSize="s"
          options={[
            { value: 'given', text: ask.given },
            { value: 'refused', text: ask.refused, hint: isYes(line.standing) ? ask.refusedHint : undefined },
          ]}
        />
        <Radios name="how" label={ask.how} labelSize="s" options={ways.map((value) => ({ value, text: words.way[value] }))} />
        <TextArea name="why" label={ask.why} hint={ask.whyHint} rows={2} optional={!needsWhy((values['how'] as 'phone') ?? 'phone')} />
        <SaveButton text={ask.save} />
      </Form>
    </PersonPage>
  );
}

/** What happens when a yes is taken back, and what cannot be undone, before it is done. */
export function WithdrawPage(props: Props) {
  const { person, line, lines, told, values, errors } = props;
  const words = useWords().consent;
  const { withdrawPage: page } = words;
  const { purpose, recipient } = line.about;
  const shared = lines.filter(({ about, standing }) => about.purpose === 'share-with-service' && isYes(standing));
  const concerned = told.filter(({ takenBackAt, service }) => !takenBackAt && (purpose === 'support' || service === recipient));
  return (
    <PersonPage person={person} title={page.heading(useWhat()(line))} errors={errors} {...useFrame(props)}>
      <Panel heading={page.happens}>
        <ul class="nhsuk-list nhsuk-list--bullet">
          {page.happensFor[purpose].map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </Panel>
      <Panel heading={page.cannot} soft>
        <Cannot purpose={purpose} told={concerned} />
      </Panel>
      <Form action={withdrawPathOf(person.id, line.about)} values={values}>
        {purpose === 'support' && shared.length > 0 && (
          <Checkboxes
            name="services"
            label={page.also}
            labelSize="s"
            hint={page.alsoHint}
            options={shared.map(({ about, recipientName }) => ({ value: about.recipient ?? '', text: recipientName }))}
          />
        )}
        <Radios
          name="how"
          label={page.how}
          labelSize="s"
          options={ways.filter((way) => way !== 'best-interests').map((value) => ({ value, text: words.way[value] }))}
        />
        <SaveButton text={page.button} warning />
      </Form>
    </PersonPage>
  );
}

function Cannot({ purpose, told }: { purpose: Line['about']['purpose']; told: readonly ToldService[] }) {
  const words = useWords().consent.withdrawPage;
  const said = useSaidFields();
  if (purpose === 'practice') return <p>{words.cannotLetters}</p>;
  if (purpose === 'contact') return <p>{words.cannotMessages}</p>;
  if (purpose === 'evaluation' || purpose === 'research' || purpose === 'story') return <p>{words.cannotUsed}</p>;
  if (!told.length) return <p>{words.cannotNone}</p>;
  return (
    <ul class="nhsuk-list nhsuk-list--bullet">
      {told.map(({ connection, organisation, serviceName, kind, fields, at }) => (
        <li key={connection}>
          {kind === 'rung'
            ? words.cannotRung(organisation, serviceName, formatDate(at))
            : words.cannotTold(organisation, serviceName, said(fields), formatDate(at))}
        </li>
      ))}
    </ul>
  );
}

/** The facts of a packet in words: name, phone and address. */
export function useSaidFields(): (fields: readonly string[]) => string {
  const { told } = useWords().connections;
  const names: Record<string, unknown> = { ...told, safely: told.safelyTitle };
  const list = new Intl.ListFormat('en-GB');
  return (fields) => {
    const known = fields.map((field) => names[field]).filter((name) => typeof name === 'string');
    return list.format(known.map((name) => name.charAt(0).toLowerCase() + name.slice(1)));
  };
}
