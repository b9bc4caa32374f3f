import { Button, ButtonRow, Page, PanelBox, useWords } from '../../design/index.ts';

export function SentPage({ reference, days }: { reference: string; days: number }) {
  const words = useWords().referrals.sent;
  return (
    <Page title={words.title} titleHidden>
      <PanelBox title={words.title}>
        {words.reference}
        <br />
        <strong>{reference}</strong>
      </PanelBox>
      <h2 class="nhsuk-heading-m">{words.next}</h2>
      <ol class="nhsuk-list nhsuk-list--number">
        {words.steps(days).map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <ButtonRow>
        <Button href="/refer">{words.another}</Button>
        <a class="nhsuk-link" href="/referrals">
          {words.mine}
        </a>
      </ButtonRow>
    </Page>
  );
}
