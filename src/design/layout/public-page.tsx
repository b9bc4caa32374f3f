import { useChrome, useWords } from '../context.ts';
import { WayBack } from './way-back.tsx';
import { Document } from './document.tsx';
import { Footer } from './footer.tsx';
import { Brand } from './header.tsx';
import { hasErrors, PageBody, type BodyProps } from './page-body.tsx';
import type { PageMeta } from './page-meta.tsx';
import { QuickExit } from './quick-exit.tsx';
import { SkipLink } from './skip-link.tsx';

export type PublicPageProps = BodyProps & {
  back?: { href: string; text?: string | undefined } | undefined;
  /** Where the programme's name leads. */
  home: string;
  meta?: PageMeta | undefined;
};

/** For everybody, signed in or not: the same page for all, so that it may be kept for a while. Never says who is asking. */
export function PublicPage({ back, home, meta, ...body }: PublicPageProps) {
  const { quickExit } = useChrome();
  const words = useWords().design;
  return (
    <Document title={meta?.tabTitle ?? body.title} failed={hasErrors(body.errors)} {...(meta && { meta })} bodyClass="bothy-public">
      <SkipLink />
      <header class="bothy-bar">
        <div class="nhsuk-width-container bothy-bar__in">
          <Brand href={home} />
          <nav class="bothy-public__nav" aria-label={words.mainNav}>
            <a href="/sign-in">{words.signIn}</a>
          </nav>
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
