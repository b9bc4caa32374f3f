import { useChrome } from '../context.ts';
import { WayBack } from './way-back.tsx';
import { Document } from './document.tsx';
import { Footer } from './footer.tsx';
import { Brand } from './header.tsx';
import { hasErrors, PageBody, type BodyProps } from './page-body.tsx';
import { QuickExit } from './quick-exit.tsx';
import { SkipLink } from './skip-link.tsx';

export type PlainPageProps = BodyProps & {
  back?: { href: string; text?: string | undefined } | undefined;
};

/** For people and organisations who come by a link: no menu, one narrow column, a way out when asked for. */
export function PlainPage({ back, ...body }: PlainPageProps) {
  const { quickExit } = useChrome();
  return (
    <Document title={body.title} failed={hasErrors(body.errors)} bodyClass="bothy-plain">
      <SkipLink />
      <header class="bothy-bar">
        <div class="nhsuk-width-container bothy-bar__in">
          <Brand />
        </div>
      </header>
      {quickExit && <QuickExit />}
      <div class="nhsuk-width-container">
        {back && <WayBack {...back} />}
        <PageBody {...body} />
      </div>
      <Footer />
    </Document>
  );
}
