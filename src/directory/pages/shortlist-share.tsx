import { Button, Form, formatDate, Heading, Page, TextField, useWords } from '../../design/index.ts';
import type { Errors, Typed } from '../../platform/forms.ts';
import type { SeenList } from '../index.ts';

type Props = { seen: SeenList; again: { typed: Typed; errors: Errors } | undefined; timeZone: string };

export function SharePanel({ seen: { list, person, links, services }, again, timeZone }: Props) {
  const { share } = useWords().shortlists;
  const at = `/shortlists/${list.id}`;
  const empty = services.length === 0;
  return (
    <>
      <Heading level={2} class="nhsuk-heading-s">
        {share.heading}
      </Heading>
      <p>{share.intro}</p>
      {links.count > 0 && links.until && <p>{share.shown(links.count, formatDate(links.until, { timeZone }))}</p>}
      {!empty && (
        <Form action={`${at}/links`}>
          <Button variant="secondary" small>
            {share.button}
          </Button>
        </Form>
      )}
      {links.count > 0 && (
        <Form action={`${at}/links/end`}>
          <Button variant="secondary" small>
            {share.end}
          </Button>
        </Form>
      )}
      {!empty && (
        <>
          <Heading level={2} class="nhsuk-heading-s">
            {share.mailHeading}
          </Heading>
          <p>{share.mailIntro}</p>
          {person && <ToPerson at={at} person={person} />}
          <Form action={`${at}/mail`} values={again?.typed}>
            <TextField name="address" type="email" label={share.address} errors={again?.errors ?? {}} />
            <Button variant="secondary" small>
              {share.send}
            </Button>
          </Form>
        </>
      )}
    </>
  );
}

function ToPerson({ at, person: { name, mayMail } }: { at: string; person: NonNullable<SeenList['person']> }) {
  const { share } = useWords().shortlists;
  if (!mayMail) return <p>{share.personNo(name)}</p>;
  return (
    <Form action={`${at}/mail`}>
      <input type="hidden" name="to" value="person" />
      <Button variant="secondary" small>
        {share.toPerson(name)}
      </Button>
    </Form>
  );
}

/** The one time that a link can be read. */
export function LinkPage({ url, days, back }: { url: string; days: number; back: string }) {
  const { share } = useWords().shortlists;
  return (
    <Page title={share.madeTitle} back={{ href: back, text: share.backToList }}>
      <p>{share.madeText(days)}</p>
      <TextField name="link" label={share.link} value={url} code spellcheck={false} />
    </Page>
  );
}
