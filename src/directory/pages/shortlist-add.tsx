import { Button, Form, Heading, Hidden, Select, useWords } from '../../design/index.ts';
import type { Shortlist } from '../shortlist.ts';

type Props = { service: string; lists: readonly Shortlist[]; person: string | undefined; link: string };

/** Adds the service of this page to a list. `link` is the codes and ids of its address, to come back to. */
export function AddToShortlist({ service, lists, person, link }: Props) {
  const { add } = useWords().shortlists;
  const on = lists.filter(({ items }) => items.some((item) => item.service === service));
  const others = lists.filter((list) => !on.includes(list));
  return (
    <>
      <Heading level={2} class="nhsuk-heading-s">
        {add.heading}
      </Heading>
      {on.length > 0 && (
        <p>
          {add.on(on.length)}{' '}
          {on.map((list, nth) => (
            <span key={list.id}>
              {nth > 0 && ', '}
              <a href={`/shortlists/${list.id}`}>{list.name}</a>
            </span>
          ))}
        </p>
      )}
      <Form action="/shortlists/services">
        <Hidden name="service" value={service} />
        <Hidden name="link" value={link} />
        {person && <Hidden name="for" value={person} />}
        {others.length > 0 && (
          <Select
            name="list"
            label={add.which}
            options={[...others.map(({ id, name }) => ({ value: id, text: name })), { value: '', text: add.newList }]}
          />
        )}
        <Button variant="secondary" small>
          {add.button}
        </Button>
      </Form>
    </>
  );
}
