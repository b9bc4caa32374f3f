import {
  Button,
  ButtonRow,
  Checkbox,
  Checkboxes,
  Details,
  type Errors,
  Form,
  Hidden,
  Select,
  Switch,
  TextField,
  useWords,
  type Values,
} from '../../design/index.ts';
import { type Asker, mayAtAll } from '../../identity/index.ts';
import { silences, sorts, toAddress } from '../caseload.ts';
import { holdReasons } from '../holding.ts';
import type { CaseloadAsked, CaseloadSeen } from '../index.ts';
import { addressOf, listedNeeds } from './caseload-asked.ts';

type Props = { asker: Asker; asked: CaseloadAsked; seen: CaseloadSeen; values?: Values; errors?: Errors | undefined };

/** Which people, in what order, and for a lead whose: each a step away; the rest opens when it is wanted. */
export function Filters(props: Props) {
  const { asked, seen, asker } = props;
  const words = useWords().support.caseload;
  const list = useWords().caseloads.list;
  const { colleagues, who } = seen;
  const whose = [
    { value: 'team', text: words.wholeTeam },
    ...colleagues.map(({ id, name }) => ({ value: id, text: id === asker.id ? words.mine : name })),
  ];
  const sortWords = { ...words.sorts, weight: list.weightSort };
  return (
    <>
      {colleagues.length > 0 && (
        <Form action="/caseload" method="get" autoSubmit>
          {asked.stage === 'closed' && <Hidden name="show" value="closed" />}
          <div class="bothy-filters">
            <Select name="who" label={words.whose} value={who} options={whose} />
            <Button small variant="secondary">
              {words.show}
            </Button>
          </div>
        </Form>
      )}
      {asked.stage === 'open' && <Views {...props} />}
      <div class="bothy-switches">
        <Switch
          label={words.view}
          links={[
            { href: addressOf(asked, seen, { show: '' }), text: words.open, current: asked.stage === 'open' },
            { href: addressOf(asked, seen, { show: 'closed', sort: '' }), text: words.closed, current: asked.stage === 'closed' },
          ]}
        />
        {asked.stage === 'open' && (
          <Switch
            label={words.sort}
            labelShown
            links={sorts.map((sort) => ({
              href: addressOf(asked, seen, { sort: sort === 'pressing' ? '' : sort }),
              text: sortWords[sort],
              current: seen.sort === sort,
            }))}
          />
        )}
      </div>
      {asked.stage === 'open' && <Narrow {...props} />}
    </>
  );
}

/** The views that were kept, and everybody. */
function Views({ asked, seen }: Props) {
  const list = useWords().caseloads.list;
  if (!seen.views.length) return null;
  const now = JSON.stringify([toAddress(seen.filters), seen.sort]);
  const links = seen.views.map(({ name, shared, asked: kept }) => ({
    href: `/caseload?${new URLSearchParams({ ...toAddress(kept.filters), sort: kept.sort, ...(seen.colleagues.length && { who: seen.who }) }).toString()}`,
    text: shared ? list.shared(name) : name,
    current: JSON.stringify([toAddress(kept.filters), kept.sort]) === now && !seen.name,
  }));
  const plain = addressOf(asked, { ...seen, filters: {} as never, sort: 'pressing', name: '' });
  return (
    <Switch
      label={list.views}
      labelShown
      links={[{ href: plain, text: list.everybody, current: now === '[{},"pressing"]' && !seen.name }, ...links]}
    />
  );
}

function Narrow({ asker, asked, seen, values = {}, errors }: Props) {
  const list = useWords().caseloads.list;
  const chosen = Object.keys(toAddress(seen.filters)).length;
  return (
    <div class="bothy-narrow">
      <Form action="/caseload/search" values={values}>
        <Carried seen={seen} asked={asked} />
        <div class="bothy-filters">
          <TextField name="name" label={list.find} type="search" value={seen.name} width={20} errors={errors ?? {}} />
          <Button small variant="secondary">
            {list.findButton}
          </Button>
          {(chosen > 0 || seen.name) && <a href={addressOf(asked, { ...seen, filters: {} as never, name: '' })}>{list.clear}</a>}
        </div>
      </Form>
      <Details summary={chosen ? list.narrowed(chosen) : list.narrow} open={chosen > 0 && !seen.view}>
        <Choices asked={asked} seen={seen} />
      </Details>
      <Details summary={list.saveTitle} open={errors?.view !== undefined}>
        <SaveView seen={seen} asked={asked} values={values} errors={errors} mine={asker.id} />
      </Details>
    </div>
  );
}

/** What else can be done with the list. */
export function ListLinks({ asker, asked, seen }: Pick<Props, 'asker' | 'asked' | 'seen'>) {
  const list = useWords().caseloads.list;
  return (
    <p class="bothy-links">
      <a href={addressOf(asked, seen, {}, '/caseload/print')}>{list.print}</a>
      <a href="/absences">{useWords().caseloads.absence.title}</a>
      {asker.roles.includes('link-worker') && <a href={`/handover/${asker.id}`}>{useWords().caseloads.handover.mine}</a>}
      {mayAtAll(asker, 'export caseload') && <a href={addressOf(asked, seen, {}, '/caseload/export.csv')}>{list.export}</a>}
    </p>
  );
}

function Choices({ asked, seen }: Pick<Props, 'asked' | 'seen'>) {
  const list = useWords().caseloads.list;
  const needWords = useWords().directory.needs;
  const { filters } = seen;
  const all = { value: '', text: list.all };
  const heldAll = ['any', 'no', ...holdReasons] as const;
  return (
    <Form action="/caseload" method="get">
      {seen.sort !== 'pressing' && <Hidden name="sort" value={seen.sort} />}
      {(seen.colleagues.length > 0 || asked.who === seen.who) && <Hidden name="who" value={seen.who} />}
      {seen.name && asked.search && <Hidden name="search" value={asked.search} />}
      <div class="bothy-filters">
        <Select
          name="need"
          label={list.need}
          value={filters.need ?? ''}
          options={[all, ...listedNeeds.map((need) => ({ value: need, text: needWords[need] }))]}
        />
        <Select
          name="when"
          label={list.when}
          value={filters.when ?? ''}
          options={[all, ...(['late', 'today', 'week'] as const).map((value) => ({ value, text: list.whenChoices[value] }))]}
        />
        <Select
          name="held"
          label={list.held}
          value={filters.held ?? ''}
          options={[all, ...heldAll.map((value) => ({ value, text: list.heldChoices[value] }))]}
        />
        <Select
          name="silent"
          label={list.silent}
          value={filters.silent ? String(filters.silent) : ''}
          options={[all, ...silences.map((days) => ({ value: String(days), text: list.silentFor(days) }))]}
        />
        <Select
          name="place"
          label={list.place}
          value={filters.place}
          options={[all, ...seen.places.map((place) => ({ value: place, text: place }))]}
        />
      </div>
      <fieldset class="nhsuk-fieldset">
        <legend class="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">{list.more}</legend>
        <Checkboxes name="unmet" values={filters.unmet ? ['yes'] : []} options={[{ value: 'yes', text: list.unmet }]} />
        <Checkboxes name="interpreter" values={filters.interpreter ? ['yes'] : []} options={[{ value: 'yes', text: list.interpreter }]} />
        <Checkboxes name="risk" values={filters.risk ? ['yes'] : []} options={[{ value: 'yes', text: list.risk }]} />
      </fieldset>
      <Button small>{list.show}</Button>
    </Form>
  );
}

/** What the list shows now goes along with a form, so that nothing of it is lost. */
function Carried({ seen, asked }: Pick<Props, 'asked' | 'seen'>) {
  return (
    <>
      {Object.entries(toAddress(seen.filters)).map(([name, value]) => (
        <Hidden name={name} value={value} key={name} />
      ))}
      <Hidden name="sort" value={seen.sort} />
      {(seen.colleagues.length > 0 || asked.who === seen.who) && <Hidden name="who" value={seen.who} />}
    </>
  );
}

function SaveView({ seen, asked, values = {}, errors, mine }: Omit<Props, 'asker'> & { mine: string }) {
  const list = useWords().caseloads.list;
  const now = JSON.stringify([toAddress(seen.filters), seen.sort]);
  const current = seen.views.find(({ asked: kept }) => JSON.stringify([toAddress(kept.filters), kept.sort]) === now);
  const starts = seen.views.some(({ isStart }) => isStart);
  return (
    <>
      <Form action="/caseload/views" values={values}>
        <Carried seen={seen} asked={asked} />
        <TextField name="view" label={list.name} value={current?.owner === mine ? current.name : ''} width={20} errors={errors ?? {}} />
        <Checkbox name="share" label={list.share} checked={current?.shared} />
        <Checkbox name="start" label={list.start} checked={current?.isStart} />
        <Button small>{list.save}</Button>
      </Form>
      <ButtonRow>
        {current && !current.isStart && (
          <Form action="/caseload/views/start">
            <Hidden name="view" value={current.id} />
            <Button small variant="secondary">
              {list.startHere}
            </Button>
          </Form>
        )}
        {starts && (
          <Form action="/caseload/views/start">
            <Button small variant="secondary">
              {list.startEverybody}
            </Button>
          </Form>
        )}
        {current?.owner === mine && (
          <Form action={`/caseload/views/${current.id}/remove`}>
            <Button small variant="secondary">
              {list.remove}
            </Button>
          </Form>
        )}
      </ButtonRow>
    </>
  );
}
