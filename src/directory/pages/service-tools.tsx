import { Button, Form, Heading, useWords } from '../../design/index.ts';

/** For those who may tell of a service: that they have checked it, and who changed what. */
export function ServiceTools({ id }: { id: string }) {
  const { tools, versions } = useWords().freshness;
  return (
    <>
      <Heading level={2} class="nhsuk-heading-s">
        {tools.heading}
      </Heading>
      <Form action={`/services/${id}/still-right`}>
        <Button variant="secondary" small>
          {tools.assure}
        </Button>
      </Form>
      <p>
        <a href={`/services/${id}/versions`}>{versions.title}</a>
      </p>
    </>
  );
}
