import { Hono } from 'hono';
import { Page, useWords } from '../../design/index.ts';
import { allow, askerOf, type Door, show, showProblem, started } from '../../identity/index.ts';
import type { Directory, OpenOrganisation } from '../index.ts';
import { OrganisationBody } from './organisation-body.tsx';

/** One organisation and what it runs, for those who work here. */
export const organisationPage = (directory: Directory) =>
  new Hono<Door>().use(allow('find services')).get('/organisations/:id', async (c) => {
    const { programme } = askerOf(c);
    const found = await directory.publicOrganisation(programme, c.req.param('id'));
    if (!found) return showProblem(c, 'not-found');
    return show(c, <OneOrganisation found={found} now={started(c)} timeZone={programme.settings.timeZone} />);
  });

function OneOrganisation({ found, now, timeZone }: { found: OpenOrganisation; now: Date; timeZone: string }) {
  const { publicDirectory: words, directory } = useWords();
  return (
    <Page title={found.organisation.name} caption={words.organisation.caption} back={{ href: '/services', text: directory.search.title }}>
      <OrganisationBody found={found} at="/services" now={now} timeZone={timeZone} />
    </Page>
  );
}
