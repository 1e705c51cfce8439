// Gathers what the pages load into build/assets, each file named by its content, and lists them in manifest.json:
//   { "app.js": "app.0123456789.js", "critical.css": "critical.css", ... }
// `danloi build --assets build/assets` reads the list and writes the names into the pages.
// The critical style has no hash: it goes into every page as text. sw.js and the web manifest have none either: their
// addresses must never change.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { build, transform } from 'esbuild';

const out = 'build/assets';
const plain = /^critical\.css$|^sw\.js$|\.webmanifest$/;
const manifest = {};

/** Writes one asset and notes its name. */
function put(name, content) {
  const bytes = Buffer.from(content);
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
  const stem = basename(name, extname(name));
  manifest[name] = plain.test(name) ? name : `${stem}.${hash}${extname(name)}`;
  writeFileSync(join(out, manifest[name]), bytes);
}

/** A script that others load later by `import('./NAME.js')` is a file of its own, made before them. */
const apart = {
  name: 'apart',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/\w+\.js$/ }, ({ kind, path }) => {
      if (kind !== 'dynamic-import') return undefined;
      const file = manifest[basename(path)];
      if (!file) throw new Error(`${path} is loaded later and must be bundled earlier`);
      return { path: `./${file}`, external: true };
    });
  },
};

/** One script with everything it imports at once. */
async function bundle(entry) {
  const result = await build({
    entryPoints: [entry], bundle: true, minify: true, format: 'esm', target: 'es2020', write: false, legalComments: 'none',
    logLevel: 'warning', plugins: [apart],
  });
  return result.outputFiles[0].contents;
}

/** A style sheet; `url(name)` of another asset becomes that asset's hashed name beside it. */
async function style(file) {
  const { code } = await transform(readFileSync(file, 'utf8'), { loader: 'css', minify: true, target: ['chrome102', 'safari16.4', 'firefox111'] });
  return code.trim().replace(/url\(["']?([^"')]+)["']?\)/g, (whole, name) => {
    if (name.startsWith('data:')) return whole;
    const known = manifest[basename(name)];
    if (!known) throw new Error(`${file} names ${name}, which is no asset`);
    return `url(${plain.test(basename(file)) ? '/assets/' : ''}${known})`;
  });
}

/** The web manifest, with the addresses of its pictures. */
function webManifest(file) {
  const content = JSON.parse(readFileSync(file, 'utf8'));
  for (const icon of content.icons ?? []) icon.src = `/assets/${manifest[basename(icon.src)] ?? basename(icon.src)}`;
  return JSON.stringify(content);
}

function filesIn(folder, extension) {
  return existsSync(folder) ? readdirSync(folder).filter((name) => extname(name) === extension).sort().map((name) => join(folder, name)) : [];
}

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
for (const font of filesIn('build/fonts', '.ttf')) put(basename(font), readFileSync(font));
const modules = ['split/core.wasm', 'split/core_late.wasm', 'wasm/finder.wasm', 'wasm/painter.wasm'];
for (const wasm of modules.map((name) => `build/${name}`).filter(existsSync)) put(basename(wasm), readFileSync(wasm));
if (existsSync('build/wasm/painter.js')) put('painter.js', await bundle('build/wasm/painter.js'));
if (existsSync('shell/icons.json')) put('icons.json', JSON.stringify(JSON.parse(readFileSync('shell/icons.json', 'utf8'))));
for (const picture of [...filesIn('shell', '.svg'), ...filesIn('shell', '.png')]) put(basename(picture), readFileSync(picture));
for (const file of filesIn('shell', '.webmanifest')) put(basename(file), webManifest(file));
for (const sheet of filesIn('shell', '.css')) put(basename(sheet), await style(sheet));
put('log.js', await bundle('web/ts/storage/log_worker.ts'));
for (const name of ['boot', 'offline', 'keep', 'tabs', 'typing', 'listen', 'canvas', 'app', 'device', 'rescue', 'sw']) put(`${name}.js`, await bundle(`web/ts/${name}.ts`));
writeFileSync(join(out, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
