import type { ComponentChildren } from 'preact';
import { useChrome } from '../context.ts';
import { Head } from './head.tsx';
import type { PageMeta } from './page-meta.tsx';

const rightToLeft = new Set(['ar', 'ckb', 'fa', 'he', 'ps', 'ur', 'yi']);

type Props = { title: string; failed?: boolean; bodyClass?: string; meta?: PageMeta; children: ComponentChildren };

export function Document({ title, failed = false, bodyClass, meta, children }: Props) {
  const { lang } = useChrome();
  const dir = rightToLeft.has(lang.split('-')[0] ?? '') ? 'rtl' : 'ltr';
  return (
    <html lang={lang} dir={dir} class="nhsuk-template">
      <Head title={title} failed={failed} {...(meta && { meta })} />
      <body class={`nhsuk-template__body${bodyClass ? ` ${bodyClass}` : ''}`}>{children}</body>
    </html>
  );
}
