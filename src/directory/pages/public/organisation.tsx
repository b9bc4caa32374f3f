import type { Hono } from 'hono';
import { PublicPage, useWords } from '../../../design/index.ts';
import type { OpenOrganisation } from '../../index.ts';
import { webAddress } from '../contact.tsx';
import { OrganisationBody } from '../organisation-body.tsx';
import { type Frame, frameOf, notHere, type PublicDoor, type PublicNeeds, showPublic } from './door.tsx';

/** Who runs what. Where all that they run must be looked at quietly, so must this page. */
export const organisationDoor = (app: Hono<PublicDoor>, { directory, publicUrl }: PublicNeeds) =>
  app.get('/:slug/organisations/:id', async (c) => {
    const found = await directory.publicOrganisation(c.get('programme'), c.req.param('id'));
    if (!found) return notHere(c);
    const quiet = found.services.some(({ sensitive }) => sensitive);
    if (quiet) c.set('quiet', 'page');
    return showPublic(c, <OrganisationPage found={found} frame={frameOf(c)} publicUrl={publicUrl} quiet={quiet} />);
  });

type Props = { found: OpenOrganisation; frame: Frame; publicUrl: string; quiet: boolean };

function OrganisationPage({ found: { organisation, services }, frame, publicUrl, quiet }: Props) {
  const { publicDirectory: words } = useWords();
  const { home, programme, now, timeZone } = frame;
  const canonical = `${publicUrl}${home}/organisations/${organisation.id}`;
  const site = webAddress(organisation.website);
  const about = {
    '@context': 'https://schema.org',
    '@type': 'Organization',
    '@id': canonical,
    name: organisation.name,
    ...(organisation.description && { description: organisation.description }),
    ...(site && { url: site.href }),
  };
  const meta = quiet
    ? { noIndex: true, tabTitle: words.quietTitle }
    : {
        description: words.organisation.description(organisation.name, programme.name),
        canonical,
        about: [about],
        noIndex: !services.length,
      };
  return (
    <PublicPage
      title={organisation.name}
      caption={words.organisation.caption}
      home={home}
      back={{ href: home, text: words.back }}
      meta={meta}
    >
      <OrganisationBody found={{ organisation, services }} at={`${home}/services`} now={now} timeZone={timeZone} />
    </PublicPage>
  );
}
