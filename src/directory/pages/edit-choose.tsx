import { ActionLink, Button, Form, Heading, Page, TextField, useWords } from '../../design/index.ts';
import type { Errors, Typed } from '../../platform/forms.ts';

type Props = { typed?: Typed; errors?: Errors; found?: readonly { id: string; name: string }[] | undefined };

/** Who runs the service that is to be added. */
export function ChooseOrganisation({ typed = {}, errors, found }: Props) {
  const w = useWords().editing.choose;
  return (
    <Page title={w.title} errors={errors} back={{ href: '/services' }}>
      <Form action="/services/new" values={typed}>
        <TextField name="find" label={w.label} hint={w.hint} />
        <Button>{w.button}</Button>
      </Form>
      {found && found.length > 0 && (
        <>
          <Heading level={2} class="nhsuk-heading-m">
            {w.found}
          </Heading>
          <ul class="nhsuk-list">
            {found.map(({ id, name }) => (
              <li key={id}>
                <a href={`/services/new?organisation=${id}`}>{name}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      {found?.length === 0 && <p>{w.none}</p>}
      <ActionLink href="/organisations/new">{w.add}</ActionLink>
    </Page>
  );
}
