import type { ComponentChildren } from 'preact';
import { Page, type PageProps, Switch, useMayGo, useWords } from '../../design/index.ts';
import type { Site } from '../site.ts';

/** What is kept of a site, each on a page of its own under /belonging/:site. */
const parts = ['overview', 'rounds', 'change', 'reports'] as const;
export type SitePart = (typeof parts)[number];

type Props = PageProps & { site: Site; part?: SitePart | undefined; children: ComponentChildren };

/** The frame of every page about a site. */
export function SitePage({ site, part, children, ...props }: Props) {
  const words = useWords().sites;
  const seen: Record<SitePart, boolean> = { overview: true, rounds: true, change: useMayGo('/change'), reports: useMayGo('/tools') };
  const links = parts
    .filter((each) => seen[each])
    .map((each) => ({
      href: each === 'overview' ? `/belonging/${site.id}` : `/belonging/${site.id}/${each}`,
      text: words.parts[each],
      current: each === part,
    }));
  return (
    <Page back={{ href: `/belonging/${site.id}`, text: site.name }} caption={site.name} {...props}>
      {part && <Switch label={words.partsLabel} links={links} />}
      {children}
    </Page>
  );
}
