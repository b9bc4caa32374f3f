import { formatDate, Table, useWords } from '../../design/index.ts';
import type { Colleague } from '../../identity/index.ts';
import { byDay } from '../looks.ts';
import { useSaidFields } from './consent-ask-view.tsx';
import type { Shared } from '../index.ts';

export function Told({ told }: Pick<Shared, 'told'>) {
  const words = useWords().sharing;
  const said = useSaidFields();
  return (
    <ul class="nhsuk-list nhsuk-list--bullet">
      {told.map(({ connection, organisation, serviceName, kind, at, fields, takenBackAt }) => (
        <li key={connection}>
          <strong>{words.told({ organisation, service: serviceName, when: formatDate(at) })}</strong>
          <br />
          {kind === 'rung' ? words.byPhone : words.byPage}: {said(fields)}.
          {takenBackAt && (
            <>
              <br />
              {(kind === 'rung' ? words.takenBackPhone : words.takenBack)(formatDate(takenBackAt))}
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

const stateOf = (state: string): 'sent' | 'waiting' | 'stopped' | 'failed' =>
  state === 'sent' || state === 'stopped' || state === 'failed' ? state : 'waiting';

export function Letters({ letters, names, toThem }: Pick<Shared, 'letters' | 'names'> & { toThem: string }) {
  const { sharing: words, messages } = useWords();
  const called: Record<string, string> = messages.templates;
  const to = ({ toKind, account, name }: Shared['letters'][number]) => {
    if (toKind === 'person') return toThem;
    const colleague = account ? names.get(account) : undefined;
    return colleague ? words.toStaff(colleague.name, colleague.jobTitle) : words.toService(name);
  };
  return (
    <ul class="nhsuk-list nhsuk-list--bullet">
      {letters.map((letter) => (
        <li key={letter.id}>
          {called[letter.template] ?? words.letters}, {to(letter)}. {words.state[stateOf(letter.state)]} ({formatDate(letter.at)}).
        </li>
      ))}
    </ul>
  );
}

export function Lists({ extracts }: Pick<Shared, 'extracts'>) {
  const words = useWords().sharing;
  return (
    <ul class="nhsuk-list nhsuk-list--bullet">
      {extracts.map(({ id, recipient, purpose, basis, madeAt }) => (
        <li key={id}>
          {words.list(recipient, words.purpose[purpose], formatDate(madeAt))}. {words.basis[basis]}
        </li>
      ))}
    </ul>
  );
}

const list = new Intl.ListFormat('en-GB');
const first = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

export function Looks({ looks, names }: Pick<Shared, 'looks' | 'names'>) {
  const { sharing: words, identity } = useWords();
  const work = (who: Colleague | undefined) => (who ? who.jobTitle || identity.roles[who.roles[0]!] : '');
  return (
    <Table
      caption={words.looked}
      captionHidden
      responsive
      rows={byDay(looks, Object.keys(words.parts))}
      columns={[
        { header: words.day, cell: ({ day }) => formatDate(day) },
        {
          header: words.who,
          rowHeader: true,
          cell: ({ account }) => [names.get(account)?.name ?? words.unknown, work(names.get(account))].filter(Boolean).join(', '),
        },
        {
          header: words.what,
          cell: ({ parts }) => first(list.format([...new Set(parts.map((part) => words.parts[part] ?? words.other))])),
        },
      ]}
    />
  );
}
