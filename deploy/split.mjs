// Splits core.wasm in two (docs/decisions/0020): what the first questions take, and the rest, which the page fetches once it has
// taken over. Which functions those are is not written down anywhere: each page of the site is opened in an instrumented core,
// each answer of its first question is given and the questions are gone through, and what was called stays.
//   node deploy/split.mjs CORE.wasm SITE FIRST.wasm LATE.wasm    SITE: what `danloi build` wrote
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const features = ['--enable-mutable-globals', '--enable-sign-ext', '--enable-bulk-memory'];
const mostQuestions = 40;

/** The page's own way of speaking to the core (web/ts/core.ts), for Node. */
async function coreScript() {
  const { outputFiles } = await build({ entryPoints: ['web/ts/core.ts'], bundle: true, format: 'esm', target: 'es2020', write: false, logLevel: 'error' });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

const attribute = (html, name) => new RegExp(`\\s${name}="([^"]*)"`).exec(html)?.[1] ?? '';

/** Every action on a screen of one of these kinds. */
function actionsIn(node, kinds, found = []) {
  if (typeof node !== 'object' || node === null) return found;
  if (typeof node.action === 'string') {
    const action = JSON.parse(node.action);
    if (kinds.includes(action.t)) found.push(action);
  }
  Object.values(node).forEach((value) => actionsIn(value, kinds, found));
  return found;
}

/** What people do first on one page: they open it, answer its first question in every way, and go on to the end. */
export class Visit {
  constructor(core, site) {
    Object.assign(this, { core, site });
  }

  do(action, blob) {
    const reply = this.core.call(action, blob);
    if (reply) this.screen = reply.screen;
    for (const effect of reply?.effects ?? []) if (effect.e === 'fetch' && effect.url) this.fetch(effect);
  }

  fetch({ what, id, hash, url }) {
    this.do({ t: 'loaded', what, id, hash }, readFileSync(join(this.site, url)));
  }

  open(name) {
    const html = readFileSync(join(this.site, name), 'utf8');
    const lang = attribute(html, 'lang');
    const start = readFileSync(join(this.site, attribute(html, 'data-start')));
    const path = `/${name.replace('index.html', '')}`;
    this.do({
      t: 'start', lang, origin: 'http://localhost', route: null, path, fragment: '', prefs: { textScale: '100', theme: 'auto', view: 'auto' },
      storage: 'ok', dossiers: [], definition: attribute(html, 'data-procedure'),
    }, start);
    this.do({ t: 'saved', ok: true });
  }

  answerFirst() {
    for (const choice of actionsIn(this.screen, ['choose', 'check'])) this.do(choice.t === 'check' ? { ...choice, on: true } : choice);
  }

  /** `turn` tells which of the answers is given: other visits see other questions. */
  goOn(turn) {
    for (let left = mostQuestions; left > 0 && actionsIn(this.screen, ['continue']).length > 0; left--) {
      const before = this.screen.id;
      const choices = actionsIn(this.screen, ['choose', 'check', 'type']);
      const chosen = choices[turn % Math.max(1, choices.length)];
      if (chosen) this.do({ ...chosen, ...{ check: { on: true }, type: { value: '3/9/2020' } }[chosen.t] });
      this.do({ t: 'saved', ok: true });
      this.do({ t: 'continue' });
      if (this.screen.id === before) return;
    }
  }
}

export function pagesOf(site) {
  return readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('index.html')).sort();
}

async function split(whole, site, first, late) {
  const folder = mkdtempSync(join(tmpdir(), 'danloi-split-'));
  try {
    const [watched, profile] = ['watched.wasm', 'profile'].map((name) => join(folder, name));
    execFileSync('wasm-split', ['--instrument', ...features, whole, '-o', watched]);
    const { Core } = await coreScript();
    const core = await Core.start(new Response(readFileSync(watched), { headers: { 'Content-Type': 'application/wasm' } }));
    for (const page of pagesOf(site)) for (const turn of [0, 1, 2]) {
      const visit = new Visit(core, site);
      visit.open(page);
      if (turn === 0) visit.answerFirst();
      visit.goOn(turn);
    }
    writeFileSync(profile, profileOf(core.wasm));
    execFileSync('wasm-split', ['--split', ...features, whole, `--profile=${profile}`, '-o1', first, '-o2', late]);
    for (const half of [first, late]) execFileSync('wasm-opt', ['-Oz', ...features, half, '-o', half]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What was called, as wasm-split reads it. */
function profileOf(wasm) {
  const room = 1 << 20;
  const at = wasm.dl_input(room);
  const size = wasm.__write_profile(at, room);
  if (size > room) throw new Error('the profile is larger than its room');
  return new Uint8Array(wasm.memory.buffer, at, size);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await split(...process.argv.slice(2));
