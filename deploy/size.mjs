// The size gate: what a first visit to each page fetches, in brotli, against deploy/budget.json.
//  interactive  the page and the scripts and styles it names directly
//  core         and the files its first script starts with (data-* attributes holding an address), less the painter's
//  canvas       and the core's late half, the painter's, the scripts that the app loads later, the catalogue where the page needs it later only, the glossary, the page's icon and web manifest
//  search       and the finder, which comes when somebody searches
// And what the service worker fetches after it (release.json): `shell` before the first start without a network, `rest` in
// the background. The browser has most of the shell already.
// It reads built pages only, so it holds without a browser; `make bench` measures the same on the wire.
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = process.argv[2] ?? 'build/site';
const budget = JSON.parse(readFileSync(new URL('budget.json', import.meta.url), 'utf8'));

/** Bytes on the wire of one file of the site; 0 marks one that is not there. */
function bytesOf(path) {
  const file = join(root, decodeURIComponent(path.split(/[?#]/, 1)[0]));
  const packed = existsSync(`${file}.br`) ? `${file}.br` : file;
  return existsSync(packed) ? statSync(packed).size : 0;
}

/** Addresses a page names, by the stage in which they are fetched. */
function addressesIn(html) {
  const tags = [...html.replace(/<noscript>[^]*?<\/noscript>/g, '').matchAll(/<(script|link)\b[^>]*>/g)].map(([tag]) => tag);
  const named = (pattern) => tags.filter((tag) => pattern.test(tag)).map((tag) => /\s(?:src|href)="(\/[^"]*)"/.exec(tag)?.[1]).filter(Boolean);
  const direct = named(/^<script|rel="?(stylesheet|preload|modulepreload)\b/);
  const later = tags.filter((tag) => /\sdata-app=/.test(tag)).flatMap((tag) => [...tag.matchAll(/\sdata-([a-z0-9-]+)="(\/[^"]*)"/g)]);
  // The core's late half and letters come with the painter: once the core is up and the page has nothing better to do.
  const stageOf = (name) => (/^(core-late|painter|font)/.test(name) ? 'canvas' : name === 'finder' ? 'search' : 'core');
  const of = (stage) => later.filter(([, name]) => stageOf(name) === stage).map(([, , path]) => path);
  return { direct, core: of('core'), canvas: [...of('canvas'), ...named(/rel="?(icon|manifest)\b/)], search: of('search') };
}

/** What the start file of the page names: fetched when the page has nothing better to do, unless the page names it too. */
function addressesInStart(core) {
  const start = core.find((path) => path.startsWith('/data/start.'));
  return start ? JSON.parse(readFileSync(join(root, start), 'utf8')) : {};
}

/** Fetched only once somebody asks for it. */
const onDemand = /^\/assets\/(listen|typing)\./;

/** Scripts that a script loads later by itself: when the page has nothing better to do. */
function laterScripts(script) {
  const file = join(root, script);
  return existsSync(file) ? [...readFileSync(file, 'utf8').matchAll(/import\("\.\/([\w.-]+\.js)"\)/g)].map(([, name]) => `/assets/${name}`).filter((path) => !onDemand.test(path)) : [];
}

function measure(page) {
  const found = addressesIn(readFileSync(join(root, page), 'utf8'));
  const { catalogue, glossary, search } = addressesInStart(found.core);
  found.canvas.push(...[catalogue, glossary].filter(Boolean), ...found.core.filter((path) => path.endsWith('.js')).flatMap(laterScripts));
  found.search.push(...[search].filter(Boolean));
  const stages = {};
  const files = new Set([`/${page}`]);
  for (const [stage, more] of Object.entries({ interactive: found.direct, core: found.core, canvas: found.canvas, search: found.search })) {
    more.forEach((path) => files.add(path));
    stages[stage] = { bytes: [...files].reduce((sum, path) => sum + bytesOf(path), 0), requests: files.size };
  }
  return { page, stages, missing: [...files].filter((path) => bytesOf(path) === 0), files: [...files] };
}

/** What one tier of the release takes on the wire. */
function tierOf(tier) {
  const paths = JSON.parse(readFileSync(join(root, 'release.json'), 'utf8')).files.filter((file) => file.tier === tier).map(({ path }) => path);
  return { tier, files: paths.length, bytes: paths.reduce((sum, path) => sum + bytesOf(path.replace(/\/$/, '/index.html')), 0) };
}

/** One sentence for each limit a page breaks. */
function problemsOf({ page, stages, missing }) {
  const over = Object.entries(stages).flatMap(([stage, had]) => Object.entries(budget[stage])
    .filter(([unit, limit]) => had[unit] > limit).map(([unit, limit]) => `${page}: ${stage} takes ${had[unit]} ${unit}, the budget is ${limit}`));
  return [...over, ...missing.map((path) => `${page}: names ${path}, which the site does not hold`)];
}

const pages = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html')).sort().map(measure);
if (pages.length === 0) throw new Error(`${root} holds no page`);
const heaviest = pages.reduce((most, page) => (page.stages.canvas.bytes > most.stages.canvas.bytes ? page : most));
console.log(`${pages.length} pages; the heaviest is ${heaviest.page}:`);
for (const [stage, { bytes, requests }] of Object.entries(heaviest.stages)) {
  console.log(`  ${stage.padEnd(12)} ${String(bytes).padStart(7)} bytes of ${budget[stage].bytes}, ${requests} requests`);
}
for (const path of heaviest.files) console.log(`    ${String(bytesOf(path)).padStart(7)}  ${path}`);
const tiers = ['shell', 'rest'].map(tierOf);
for (const { tier, files, bytes } of tiers) console.log(`  ${tier.padEnd(12)} ${String(bytes).padStart(7)} bytes of ${budget[tier].bytes}, ${files} files`);
const overTiers = tiers.filter(({ tier, bytes }) => bytes > budget[tier].bytes).map(({ tier }) => `release.json: ${tier} is over its budget`);
const problems = [...pages.flatMap(problemsOf), ...overTiers];
problems.forEach((problem) => console.error(problem));
process.exit(problems.length > 0 ? 1 : 0);
