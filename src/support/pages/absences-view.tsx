import {
  Button,
  DateField,
  EmptyState,
  type Errors,
  Form,
  formatDate,
  Heading,
  Hidden,
  HiddenText,
  Page,
  Select,
  Table,
  useWords,
  type Values,
} from '../../design/index.ts';
import type { Asker } from '../../identity/index.ts';
import type { CalendarDay } from '../../platform/calendar.ts';
import { isAway } from '../absence.ts';
import type { AbsencesSeen } from '../index.ts';

type Props = { seen: AbsencesSeen; asker: Asker; today: CalendarDay; values?: Values; errors?: Errors };

export function AbsencesPage({ seen, asker, today, values = {}, errors }: Props) {
  const words = useWords().caseloads.absence;
  const { workers, covers } = seen;
  const [only] = workers.length === 1 ? workers : [];
  return (
    <Page title={words.title} errors={errors} errorIds={{ from: 'from-day', to: 'to-day' }}>
      <p>{words.intro}</p>
      <Planned seen={seen} today={today} />
      <Form action="/absences" values={values}>
        <Heading class="nhsuk-heading-m">{words.plan}</Heading>
        {only ? (
          <Hidden name="account" value={only.id} />
        ) : (
          <Select
            name="account"
            label={words.who}
            value={workers.some(({ id }) => id === asker.id) ? asker.id : ''}
            options={[{ value: '', text: '' }, ...workers.map(({ id, name }) => ({ value: id, text: name }))]}
          />
        )}
        <DateField name="from" label={words.from} />
        <DateField name="to" label={words.to} />
        <Select
          name="cover"
          label={words.cover}
          hint={words.nobodyHint}
          options={[
            { value: '', text: words.nobody },
            ...covers.filter(({ id }) => id !== only?.id).map(({ id, name }) => ({ value: id, text: name })),
          ]}
        />
        <Button preventDoubleClick>{words.save}</Button>
      </Form>
    </Page>
  );
}

function Planned({ seen: { absences, workers, covers }, today }: Pick<Props, 'seen' | 'today'>) {
  const words = useWords().caseloads.absence;
  const nameOf = (id: string | null) => [...workers, ...covers].find((each) => each.id === id)?.name;
  const mayEnd = (id: string) => workers.some((each) => each.id === id);
  return (
    <Table
      caption={words.planned}
      captionSize="m"
      rows={absences}
      empty={
        <EmptyState title={words.none}>
          <p>{words.noneText}</p>
        </EmptyState>
      }
      columns={[
        { header: words.who, rowHeader: true, cell: ({ account }) => nameOf(account) },
        {
          header: words.days,
          cell: ({ from, to }) =>
            `${words.between(formatDate(from), formatDate(to))}${isAway({ from, to }, today) ? ` (${words.now})` : ''}`,
        },
        { header: words.cover, cell: ({ cover }) => nameOf(cover) ?? words.coverNone },
        {
          header: words.end,
          headerHidden: true,
          cell: (absence) =>
            mayEnd(absence.account) && (
              <Form action={`/absences/${absence.id}/end`}>
                <Button small variant="secondary" preventDoubleClick>
                  {isAway(absence, today) ? words.endNow : words.end}
                  <HiddenText>{words.endThis(nameOf(absence.account) ?? '')}</HiddenText>
                </Button>
              </Form>
            ),
        },
      ]}
    />
  );
}
