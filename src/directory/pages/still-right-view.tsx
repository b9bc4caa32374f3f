import {
  Button,
  ButtonRow,
  Details,
  Form,
  Hidden,
  InsetText,
  Lines,
  Panel,
  PlainPage,
  Radios,
  SummaryList,
  TextField,
  useWords,
} from '../../design/index.ts';
import type { Errors, Typed } from '../../platform/forms.ts';
import type { StillRight } from '../index.ts';
import { useAboutRows, useNowRows } from './service-rows.tsx';
import { SuggestForm } from './suggest-view.tsx';

type One = StillRight['services'][number];
type Again = { of?: string; values?: Typed; errors?: Errors | undefined };
type Props = StillRight & Again & { path: string; now: Date };

/** Every service of theirs as it is shown, with one button for all that is right. */
export function StillRightPage({ programme, organisation, services, path, now, of, values, errors }: Props) {
  const { stillRight: words } = useWords().freshness;
  const open = services.filter(({ answer }) => answer === null);
  if (!services.length) return <PlainWords title={words.nothingTitle} text={words.nothing} />;
  return (
    <PlainPage title={open.length ? words.title : words.thanksTitle} caption={organisation} errors={errors}>
      <p class="nhsuk-body-l">{open.length ? words.lead(programme.name, services.length) : words.thanks}</p>
      {open.length > 0 && services.length > 1 && (
        <Form action={`${path}/right`}>
          <Button preventDoubleClick>{open.length === services.length ? words.allRight : words.restRight}</Button>
        </Form>
      )}
      {services.map((one) => (
        <OneService
          key={one.service.id}
          {...one}
          path={path}
          now={now}
          timeZone={programme.settings.timeZone}
          values={of === one.service.id ? values : undefined}
        />
      ))}
    </PlainPage>
  );
}

function OneService({
  service,
  answer,
  path,
  now,
  timeZone,
  values,
}: One & { path: string; now: Date; timeZone: string; values: Typed | undefined }) {
  const { freshness, directory } = useWords();
  const { stillRight: words } = freshness;
  const own = `${path}/services/${service.id}`;
  const about = <span class="nhsuk-u-visually-hidden">{words.aboutThis(service.name)}</span>;
  const contact = [service.phone, service.email, service.url].filter(Boolean).join('\n');
  const rows = [
    ...useNowRows({ service, now, timeZone }),
    ...useAboutRows(service),
    ...(contact ? [{ key: directory.service.contact, value: <Lines text={contact} /> }] : []),
  ];
  return (
    <Panel heading={service.name}>
      {service.description && <p>{service.description}</p>}
      <SummaryList rows={rows} />
      {answer === null ? (
        <Form action={`${path}/right`}>
          <Hidden name="service" value={service.id} />
          <ButtonRow>
            <Button preventDoubleClick>
              {words.right}
              {about}
            </Button>
            <Button href={own} variant="secondary">
              {words.changed}
              {about}
            </Button>
            <Button formaction={`${own}/ended`} variant="secondary" preventDoubleClick>
              {words.ended}
              {about}
            </Button>
          </ButtonRow>
        </Form>
      ) : (
        <>
          <InsetText>{words.answers[answer]}</InsetText>
          <Form action={`${own}/undo`}>
            <Button variant="link">
              {words.undo}
              {about}
            </Button>
          </Form>
        </>
      )}
      {answer !== 'ended' && <RoomForm action={`${own}/room`} id={service.id} name={service.name} values={values} />}
    </Panel>
  );
}

function RoomForm({ action, id, name, values }: { action: string; id: string; name: string; values: Typed | undefined }) {
  const { stillRight: words } = useWords().freshness;
  // Only the form that was sent comes back with what was typed, and its errors; the others on the page have ids of their own.
  const own = (field: string) => (values ? field : `${field}-${id}`);
  const quiet = values ? {} : { errors: {} };
  return (
    <Details summary={words.room} open={values !== undefined}>
      <p>{words.roomHint}</p>
      <Form action={action} values={values}>
        <Radios
          name="room"
          id={own('room')}
          {...quiet}
          label={`${words.room}${words.aboutThis(name)}`}
          labelHidden
          options={(['room', 'waiting', 'full'] as const).map((value) => ({
            value,
            text: words.rooms[value],
            reveal:
              value === 'room' ? (
                <TextField name="places" id={own('places')} {...quiet} label={words.places} inputmode="numeric" width={3} />
              ) : value === 'waiting' ? (
                <TextField name="weeks" id={own('weeks')} {...quiet} label={words.weeks} inputmode="numeric" width={3} optional />
              ) : undefined,
          }))}
        />
        <Button variant="secondary">{words.sayRoom}</Button>
      </Form>
    </Details>
  );
}

export function ChangePage({ service, present, path, values, errors }: One & { path: string; values: Typed; errors?: Errors | undefined }) {
  const { stillRight: words } = useWords().freshness;
  return (
    <PlainPage title={words.changeTitle} caption={service.name} errors={errors} back={{ href: path, text: words.back }}>
      <SuggestForm present={present} values={values} action={`${path}/services/${service.id}`} sender={false} />
    </PlainPage>
  );
}

export function ExpiredLink({ action }: { action: string }) {
  const { stillRight: words } = useWords().freshness;
  return (
    <PlainPage title={words.unknownTitle}>
      <p>{words.expired}</p>
      <Form action={action}>
        <Button preventDoubleClick>{words.newLink}</Button>
      </Form>
    </PlainPage>
  );
}

export const PlainWords = ({ title, text }: { title: string; text: string }) => (
  <PlainPage title={title}>
    <p>{text}</p>
  </PlainPage>
);
