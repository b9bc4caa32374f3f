import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import sparticuz, { inflate } from '@sparticuz/chromium';

export type Executable = { name: string; path: string; env?: Record<string, string> };

const packaged = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '../bin');
const unpacked = resolve('node_modules/.cache/bothy/chromium');

const fonts = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>/usr/share/fonts</dir><dir>${unpacked}/fonts</dir><cachedir>${unpacked}/font-cache</cachedir></fontconfig>`;

/** The package unpacks into TMPDIR. A folder that appears only when it is complete survives a run that is killed, or two at once. */
const unpack = async () => {
  if (existsSync(unpacked)) return;
  const usual = process.env['TMPDIR'];
  mkdirSync(dirname(unpacked), { recursive: true });
  const fresh = mkdtempSync(`${unpacked}-`);
  process.env['TMPDIR'] = fresh;
  try {
    await sparticuz.executablePath();
    await inflate(join(packaged, 'al2023.tar.br'));
    writeFileSync(join(fresh, 'fonts.conf'), fonts);
  } finally {
    if (usual === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = usual;
  }
  try {
    renameSync(fresh, unpacked);
  } catch (error) {
    rmSync(fresh, { recursive: true });
    if (!existsSync(unpacked)) throw error;
  }
};

/** The browsers to try, in order: the machine's own, the one from npm, and that one with the libraries it may lack. */
export async function* executables(): AsyncGenerator<Executable> {
  for (const path of ['/usr/bin/chromium', '/usr/bin/chromium-browser']) if (existsSync(path)) yield { name: path, path };
  await unpack();
  const path = join(unpacked, 'chromium');
  const env = { FONTCONFIG_FILE: join(unpacked, 'fonts.conf') };
  yield { name: '@sparticuz/chromium', path, env };
  yield {
    name: '@sparticuz/chromium with its own libraries',
    path,
    env: { ...env, LD_LIBRARY_PATH: join(unpacked, 'al2023/lib') },
  };
}
