import { readFileSync } from 'node:fs';

function readManifest(): Record<string, string> {
  for (const place of ['./public/manifest.json', '../../dist/public/manifest.json']) {
    try {
      return JSON.parse(readFileSync(new URL(place, import.meta.url), 'utf8')) as Record<string, string>;
    } catch {
      // Not built yet: plain names serve.
    }
  }
  return {};
}

let manifest: Record<string, string> | undefined;

/** `/public/app.<hash>.css` for `app.css`: safe to cache for ever. The plain name when nothing is built. */
export function assetUrl(name: string): string {
  manifest ??= readManifest();
  return `/public/${manifest[name] ?? name}`;
}
