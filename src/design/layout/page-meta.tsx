/** What a page for everybody tells search engines, and those who show a card of it. */
export type PageMeta = {
  description?: string | undefined;
  /** Its one whole address. */
  canonical?: string | undefined;
  /** Search engines leave it out. */
  noIndex?: boolean | undefined;
  /** In place of the heading where a tab or a history may be seen by others. */
  tabTitle?: string | undefined;
  /** Things of schema.org that the page is about. */
  about?: readonly object[] | undefined;
};

type Props = { meta: PageMeta; title: string; site: string };

export function MetaTags({ meta: { description, canonical, noIndex, about = [] }, title, site }: Props) {
  return (
    <>
      {description && <meta name="description" content={description} />}
      {noIndex && <meta name="robots" content="noindex" />}
      {canonical && <link rel="canonical" href={canonical} />}
      {canonical && !noIndex && (
        <>
          <meta property="og:type" content="website" />
          <meta property="og:title" content={title} />
          <meta property="og:site_name" content={site} />
          <meta property="og:url" content={canonical} />
          {description && <meta property="og:description" content={description} />}
        </>
      )}
      {about.map((thing, nth) => (
        <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: asData(thing) }} key={nth} />
      ))}
    </>
  );
}

const unsafe = /[<>&\u2028\u2029]/g;

/** JSON that cannot end the element it stands in, whatever its texts hold. */
export const asData = (thing: object): string =>
  JSON.stringify(thing).replace(unsafe, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
