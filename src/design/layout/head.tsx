import type { Words } from '../chrome.ts';
import { assetUrl } from '../assets.ts';
import { useChrome } from '../context.ts';
import { MetaTags, type PageMeta } from './page-meta.tsx';

type Props = { title: string; failed?: boolean; meta?: PageMeta };

export function Head({ title, failed = false, meta }: Props) {
  const { programme, words } = useChrome();
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{`${failed ? `${words.design.error} ` : ''}${title} – ${programme.name}`}</title>
      {meta && <MetaTags meta={meta} title={title} site={programme.name} />}
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" content={programme.colour ?? '#23574a'} />
      <link rel="preload" href={assetUrl('atkinson-latin.woff2')} as="font" type="font/woff2" crossorigin="anonymous" />
      <link rel="stylesheet" href={assetUrl('app.css')} />
      {programme.colour && <link rel="stylesheet" href={`/theme/${programme.colour.slice(1)}.css`} />}
      <link rel="icon" href={assetUrl('house.svg')} type="image/svg+xml" />
      <meta name="bothy-words" content={clientWords(words)} />
      <script type="module" src={assetUrl('bothy.js')} />
    </head>
  );
}

/** What the scripts say, in the page's language. */
const clientWords = ({ design }: Words): string =>
  JSON.stringify({
    left: design.charactersLeft,
    show: [design.show, design.showPassword, design.passwordHidden],
    hide: [design.hide, design.hidePassword, design.passwordShown],
  });
