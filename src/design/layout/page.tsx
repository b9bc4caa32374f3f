import { WayBack } from './way-back.tsx';
import { Breadcrumbs, type Crumb } from '../components/breadcrumbs.tsx';
import { useChrome } from '../context.ts';
import { Document } from './document.tsx';
import { Footer } from './footer.tsx';
import { Header } from './header.tsx';
import { hasErrors, PageBody, type BodyProps } from './page-body.tsx';
import { QuickExit } from './quick-exit.tsx';
import { SkipLink } from './skip-link.tsx';

export type PageProps = BodyProps & {
  back?: { href: string; text?: string | undefined } | undefined;
  crumbs?: Crumb[] | undefined;
  /** For tables and reports that want the whole screen. */
  wide?: boolean | undefined;
};

/** Every page of people who work here. */
export function Page({ back, crumbs, wide, ...body }: PageProps) {
  const { quickExit } = useChrome();
  return (
    <Document title={body.title} failed={hasErrors(body.errors)} bodyClass={wide ? 'bothy-wide' : ''}>
      <SkipLink />
      <Header />
      {quickExit && <QuickExit />}
      <div class="nhsuk-width-container">
        {crumbs && <Breadcrumbs items={crumbs} />}
        {back && <WayBack {...back} />}
        <PageBody {...body} />
      </div>
      <Footer />
    </Document>
  );
}
