import {
  Button,
  ButtonRow,
  Details,
  EmptyState,
  Form,
  HiddenText,
  Page,
  Prose,
  Tag,
  TextArea,
  TextField,
  useWords,
} from '../../design/index.ts';
import type { Errors, Typed } from '../../platform/forms.ts';
import type { SeenList } from '../index.ts';
import { ServiceFacts, whereabouts } from './shortlist-facts.tsx';
import { SharePanel } from './shortlist-share.tsx';

/** A form of this page that was sent and came back: `of` is the id of a service, 'name' or 'share'. */
type Again = { typed: Typed; errors: Errors; of: string };
type Props = { seen: SeenList; removed: string | undefined; again: Again | undefined; now: Date; timeZone: string };
type Item = SeenList['services'][number];

/** One list: what is on it, in order, with notes; and the ways to give it to somebody. */
export function ShortlistPage({ seen, removed, again, now, timeZone }: Props) {
  const { list, person, services } = seen;
  const { one, title } = useWords().shortlists;
  const at = `/shortlists/${list.id}`;
  const search = person ? `/services?for=${person.id}` : '/services';
  const aside = <SharePanel seen={seen} again={again?.of === 'share' ? again : undefined} timeZone={timeZone} />;
  return (
    <Page
      title={list.name}
      caption={person ? one.captionFor(person.name) : one.caption}
      back={person ? { href: `/people/${person.id}`, text: person.name } : { href: '/shortlists', text: title }}
      errors={again?.errors}
      errorIds={again ? { note: `note-${again.of}` } : {}}
      actions={services.length > 0 && <Button href={`${at}/print`} variant="secondary" small children={one.print} />}
      aside={aside}
    >
      {removed !== undefined && /^[\da-f-]{36}$/.test(removed) && !services.some(({ service }) => service.id === removed) && (
        <Form action={`${at}/services/${removed}/restore`}>
          <Button variant="secondary">{one.putBackPlain}</Button>
        </Form>
      )}
      {services.length === 0 && (
        <EmptyState title={one.empty}>
          <p>{one.emptyText}</p>
        </EmptyState>
      )}
      {services.map((item, nth) => (
        <ItemPanel
          item={item}
          at={at}
          ends={[nth === 0, nth === services.length - 1]}
          again={again?.of === item.service.id ? again : undefined}
          link={person ? `?for=${person.id}` : ''}
          around={{ now, timeZone }}
          key={item.service.id}
        />
      ))}
      <p>
        <a href={search}>{person ? one.findFor(person.name) : one.find}</a>
      </p>
      <ChangeList seen={seen} at={at} again={again?.of === 'name' ? again : undefined} />
    </Page>
  );
}

type ItemProps = {
  item: Item;
  at: string;
  ends: readonly [first: boolean, last: boolean];
  again: Again | undefined;
  link: string;
  around: { now: Date; timeZone: string };
};

function ItemPanel({ item: { service, note, rowVersion }, at, ends: [first, last], again, link, around }: ItemProps) {
  const { one } = useWords().shortlists;
  const about = <HiddenText>{one.about(service.name)}</HiddenText>;
  const own = `${at}/services/${service.id}`;
  return (
    <section class="bothy-panel bothy-kept" id={service.id}>
      <h2 class="bothy-panel__heading nhsuk-heading-s">
        <a href={`/services/${service.id}${link}`}>{service.name}</a>
      </h2>
      <p class="bothy-note">{[service.organisationName, whereabouts(service)].filter(Boolean).join(' · ')}</p>
      {service.status !== 'active' && <Tag colour="red">{one.notRunning}</Tag>}
      <ServiceFacts service={service} {...around} />
      {note && (
        <div class="bothy-kept__note">
          <Prose text={note} />
        </div>
      )}
      <Details summary={note ? one.changeNote : one.addNote} open={again !== undefined}>
        <NoteForm own={own} service={service} note={note} rowVersion={rowVersion} again={again} />
      </Details>
      <div class="bothy-kept__steps">
        <Form action={`${own}/move`}>
          {!first && (
            <Button name="step" value="up" variant="secondary" small>
              {one.up}
              {about}
            </Button>
          )}
          {!last && (
            <Button name="step" value="down" variant="secondary" small>
              {one.down}
              {about}
            </Button>
          )}
        </Form>
        <Form action={`${own}/remove`}>
          <Button variant="secondary" small>
            {one.remove}
            {about}
          </Button>
        </Form>
      </div>
    </section>
  );
}

type NoteProps = { own: string; service: Item['service']; note: string; rowVersion: number; again: Again | undefined };

function NoteForm({ own, service, note, rowVersion, again }: NoteProps) {
  const { one, errors } = useWords().shortlists;
  const stale = again?.errors.note === errors.noteStale;
  return (
    <Form action={`${own}/note`} values={again?.typed} rowVersion={rowVersion}>
      <TextArea
        name="note"
        id={`note-${service.id}`}
        label={one.noteOf(service.name)}
        hint={stale ? errors.theirs(note) : one.noteHint}
        value={note}
        errors={again?.errors ?? {}}
        rows={3}
        maxLength={500}
      />
      <Button variant="secondary" small>
        {one.saveNote}
      </Button>
    </Form>
  );
}

function ChangeList({ seen: { list, person }, at, again }: { seen: SeenList; at: string; again: Again | undefined }) {
  const { one, name, nameHint, nameHintPerson } = useWords().shortlists;
  return (
    <Details summary={one.change} open={again !== undefined}>
      <Form action={at} values={again?.typed} rowVersion={list.rowVersion}>
        <TextField
          name="name"
          label={name}
          hint={person ? nameHintPerson : nameHint}
          value={list.name}
          errors={again?.errors ?? {}}
          width={30}
        />
        <ButtonRow>
          <Button variant="secondary">{one.rename}</Button>
        </ButtonRow>
      </Form>
      <Form action={`${at}/remove`}>
        <Button variant="warning">{one.removeList}</Button>
      </Form>
    </Details>
  );
}
