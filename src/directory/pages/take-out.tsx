import { Button, Details, Form, Radios, useWords } from '../../design/index.ts';
import { takeOutReasons } from '../edit.ts';

type Props = { action: string; removed: boolean; missing?: boolean };

/** Takes a thing out of the directory, with why; or puts it back. */
export function OutOrBack({ action, removed, missing = false }: Props) {
  const { takeOut } = useWords().editing;
  if (removed)
    return (
      <Form action={`${action}/put-back`}>
        <Button variant="secondary">{takeOut.putBack}</Button>
      </Form>
    );
  return (
    <Details summary={takeOut.heading} open={missing} expander>
      <p>{takeOut.text}</p>
      <Form action={`${action}/take-out`}>
        <Radios
          name="reason"
          label={takeOut.reason}
          labelSize="s"
          options={takeOutReasons.map((value) => ({ value, text: takeOut.reasons[value] }))}
        />
        <Button variant="warning">{takeOut.button}</Button>
      </Form>
    </Details>
  );
}
