/** Builds `dist/`: server, operator commands, and the public files with their content in their names. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');
const publicDir = join(dist, 'public');
const stampFile = join(dist, '.build.json');

const fonts = join(root, 'node_modules/@fontsource-variable/atkinson-hyperlegible-next/files');
const icons = join(root, 'node_modules/nhsuk-frontend/dist/nhsuk/assets/images');

const copied = {
  'atkinson-latin.woff2': join(fonts, 'atkinson-hyperlegible-next-latin-wght-normal.woff2'),
  'atkinson-latin-ext.woff2': join(fonts, 'atkinson-hyperlegible-next-latin-ext-wght-normal.woff2'),
  'house.svg': join(root, 'src/design/house.svg'),
  ...Object.fromEntries(
    ['arrow-up', 'arrow-down', 'arrow-up-down'].map((name) => [`nhsuk-icon-${name}.svg`, join(icons, `nhsuk-icon-${name}.svg`)]),
  ),
};

const filesUnder = (folder) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
        .map((entry) => join(entry.parentPath, entry.name))
    : [];

/** Size and time of every input: reading them all would cost more than the start we save. */
function stampOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths.sort()) {
    const { size, mtimeMs } = statSync(path);
    hash.update(`${relative(root, path)}:${size}:${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

const shortHash = (content) => createHash('sha256').update(content).digest('hex').slice(0, 10);

const shared = [fileURLToPath(import.meta.url), join(root, 'package.json'), join(root, 'package-lock.json')];
const stamps = {
  server: stampOf([...shared, ...['src', 'locales', 'demo'].flatMap((folder) => filesUnder(join(root, folder)))]),
  public: stampOf([...shared, ...filesUnder(join(root, 'src/design'))]),
};

/** Packages of many small files are read faster as one; the others have files or natives of their own to find. */
const bundled = ['hono', '@hono/node-server', 'kysely', 'preact', 'preact-render-to-string', 'zod'];
const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const external = Object.keys(dependencies)
  .filter((name) => !bundled.includes(name))
  .flatMap((name) => [name, `${name}/*`]);

async function buildServer() {
  const { build } = await import('esbuild');
  for (const name of readdirSync(dist)) if (name.startsWith('part-')) rmSync(join(dist, name));
  const entries = ['main', 'cli'].map((name) => join(root, `src/${name}.ts`)).filter((entry) => existsSync(entry));
  if (entries.length === 0) return;
  await build({
    entryPoints: entries,
    outdir: dist,
    chunkNames: 'part-[name]-[hash]',
    bundle: true,
    splitting: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    external,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    sourcemap: true,
    logLevel: 'warning',
  });
}

/** nhsuk-frontend calculates with these colours, so they can only become properties afterwards. */
const asProperties = (css) =>
  css
    .replaceAll('#23574b', 'var(--bar)')
    .replaceAll('#a33720', 'var(--late)')
    .replace(/rgba\((var\(--[a-z-]+\)),\s*0?\.\d+\)/g, '$1');

async function buildStyles() {
  const sass = await import('sass');
  const { transform } = await import('esbuild');
  const { css } = sass.compile(join(root, 'src/design/styles/app.scss'), {
    style: 'compressed',
    loadPaths: [join(root, 'node_modules')],
    quietDeps: true,
  });
  const { code } = await transform(asProperties(css), { loader: 'css', minify: true, target: ['chrome109', 'safari15.4', 'firefox115'] });
  return code;
}

async function buildScript(name) {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: [join(root, `src/design/client/${name}.ts`)],
    bundle: true,
    write: false,
    minify: true,
    platform: 'browser',
    format: 'esm',
    target: ['chrome109', 'safari15.4', 'firefox115'],
    logLevel: 'warning',
  });
  return outputFiles[0].text;
}

async function buildPublic() {
  mkdirSync(publicDir, { recursive: true });
  const manifest = {};
  const publish = (name, content) => {
    const extension = extname(name);
    const hashed = `${basename(name, extension)}.${shortHash(content)}${extension}`;
    writeFileSync(join(publicDir, hashed), content);
    // Pressed once here, so that nobody waits for it.
    if (['.css', '.js'].includes(extension)) {
      writeFileSync(join(publicDir, `${hashed}.br`), brotliCompressSync(content));
      writeFileSync(join(publicDir, `${hashed}.gz`), gzipSync(content, { level: 9 }));
    }
    manifest[name] = hashed;
  };
  for (const [name, from] of Object.entries(copied)) publish(name, readFileSync(from));
  const [css, script, tiles] = await Promise.all([buildStyles(), buildScript('index'), buildScript('map-tiles')]);
  publish(
    'app.css',
    css.replace(/url\(["']?([^"')]+)["']?\)/g, (whole, name) => (manifest[name] ? `url(${manifest[name]})` : whole)),
  );
  publish('bothy.js', script);
  publish('map.js', tiles);
  // Its pictures are of controls that we do not show.
  publish('map.css', readFileSync(join(root, 'node_modules/leaflet/dist/leaflet.css'), 'utf8').replace(/[\w-]+:\s*url\([^)]*\);/g, ''));
  writeFileSync(join(publicDir, 'manifest.json'), JSON.stringify(manifest, null, 2));
  const kept = new Set(['manifest.json', ...Object.values(manifest)]);
  for (const name of readdirSync(publicDir)) if (!kept.has(name.replace(/\.(?:br|gz)$/, ''))) rmSync(join(publicDir, name));
}

const before = existsSync(stampFile) ? JSON.parse(readFileSync(stampFile, 'utf8')) : {};
mkdirSync(dist, { recursive: true });
const served = ['main', 'cli'].every((name) => !existsSync(join(root, `src/${name}.ts`)) || existsSync(join(dist, `${name}.js`)));
await Promise.all([
  before.server === stamps.server && served ? undefined : buildServer(),
  before.public === stamps.public && existsSync(join(publicDir, 'manifest.json')) ? undefined : buildPublic(),
]);
writeFileSync(stampFile, JSON.stringify(stamps));
