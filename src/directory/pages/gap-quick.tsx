import { Button, Form, Hidden, useWords } from '../../design/index.ts';

/** One click, and what was looked for is recorded as missing. `link` is the address of the search: its codes and ids. */
export function QuickGap({ link }: { link: string }) {
  const { finding } = useWords();
  return (
    <Form action={`/services/gap${link}`}>
      <Hidden name="quick" value="yes" />
      <p class="bothy-note nhsuk-u-margin-bottom-1">{finding.gapQuickHint}</p>
      <Button variant="secondary">{finding.gapQuick}</Button>
    </Form>
  );
}
