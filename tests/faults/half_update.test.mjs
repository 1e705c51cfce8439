// Updates that arrive damaged: each file that one has to fetch, and its list, missing, cut, of another kind, altered, stalled, or with
// the connection cut in the middle. Nothing of it is kept, and the release in use starts without a network.
import assert from 'node:assert/strict';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { allKept, change, keptFiles, startReleases } from '../browser/releases.mjs';
import { until } from '../browser/support.mjs';
import { Figure, die, isFull } from './figures.mjs';
import { Ledger, openWatched } from './rig.mjs';

/** What happens to a file of the release. */
const ofFiles = {
  missing: (file) => rmSync(file),
  'cut short': (file) => writeFileSync(file, readFileSync(file).subarray(0, -2)), // the last byte of the list is a line break that nobody misses
  'a page instead': (file) => writeFileSync(file, '<!doctype html><p>Sign in'),
  'one byte changed': (file) => { const bytes = readFileSync(file); bytes[bytes.length >> 1] ^= 1; writeFileSync(file, bytes); },
};

/** What happens on the way: the half of it comes, and then no more; or the line is cut. */
const onTheWay = {
  stalled: () => undefined,
  'connection cut': (response) => response.destroy(),
};
const kinds = [...Object.keys(ofFiles), ...Object.keys(onTheWay)];

/** The worker waits two minutes for a file; in the copies of the rig it waits so long. */
const [patience, shorter] = ['12e4', '1e3'];

const fileOf = (path) => (path.endsWith('/') ? `${path}index.html` : path);
const listOf = (root) => JSON.parse(readFileSync(join(root, 'release.json'), 'utf8')).files;

/** What an update has to fetch: its list, and files of the shell that the first release has not. */
function fetched(releases) {
  const known = new Set(listOf(releases.release(1)).map(({ path, sha256 }) => path + sha256));
  return [...listOf(releases.second).filter(({ path, sha256, tier }) => tier === 'shell' && !known.has(path + sha256)), { path: '/release.json', type: 'application/json' }];
}

/** Answers requests for this path with the first half; then `end` decides. */
function halfOf(root, { path, type }, end) {
  const bytes = readFileSync(join(root, fileOf(path)));
  return (request, response) => {
    if (request.url !== path) return false;
    response.writeHead(200, { 'Content-Type': type, 'Content-Length': bytes.length });
    response.write(bytes.subarray(0, bytes.length >> 1), () => end(response));
    return true;
  };
}

/** Puts the second release in place, damaged like this. Gives its folder. */
function publish(releases, file, kind) {
  const broken = join(releases.folder, 'broken');
  cpSync(releases.second, broken, { recursive: true, preserveTimestamps: true });
  if (kind === 'stalled') change(join(broken, 'sw.js'), (worker) => {
    assert.equal(worker.split(patience).length, 2, 'the worker names how long it waits, once');
    return worker.replace(patience, shorter);
  });
  releases.answer = kind in onTheWay ? halfOf(broken, file, onTheWay[kind]) : undefined;
  ofFiles[kind]?.(join(broken, fileOf(file.path)));
  releases.publish(broken);
  return broken;
}

/** Runs inside the page: asks for the update and tells what became of its worker; nothing when none came. */
async function update() {
  const registration = await navigator.serviceWorker.ready;
  const arriving = new Promise((resolve) => { registration.addEventListener('updatefound', () => resolve(registration.installing), { once: true }); });
  const late = new Promise((resolve) => { setTimeout(resolve, 5000); });
  await registration.update().catch(() => undefined);
  const worker = await Promise.race([arriving, late]);
  while (worker?.state === 'installing') await new Promise((resolve) => { worker.addEventListener('statechange', resolve, { once: true }); });
  return worker?.state;
}

async function tryOne(person, releases, session, file, kind) {
  const broken = publish(releases, file, kind);
  await session.send('Network.clearBrowserCache'); // a whole copy of an earlier try would rightly do
  assert.equal(await until(() => person.page.evaluate(update), `the update arrives (${file.path}, ${kind})`), 'redundant', `${file.path}: ${kind}`);
  assert.equal((await keptFiles(person.page)).length, 1, 'nothing of it is kept');
  await person.context.setOffline(true);
  await person.open('/vi/');
  await person.arrives(person.say('home.title'), { focused: false });
  await person.context.setOffline(false);
  rmSync(broken, { recursive: true });
}

test('B2 damaged updates', async () => {
  const figure = new Figure('B2 damaged updates');
  const releases = await startReleases();
  const person = await openWatched(new Ledger(), { site: releases.site });
  await person.open('/vi/');
  await allKept(person);
  await person.open('/vi/');
  const session = await person.context.newCDPSession(person.page);
  const files = fetched(releases);
  const cases = files.flatMap((file) => kinds.map((kind) => [file, kind]));
  const some = [[die.of(files), die.of(Object.keys(ofFiles))], ...Object.keys(onTheWay).map((kind) => [die.of(files), kind])];
  for (const [file, kind] of isFull ? cases : some) {
    await tryOne(person, releases, session, file, kind);
    figure.runs++;
  }
  await person.close();
  await releases.end();
  figure.done(`${cases.length} cases: the list and each file an update fetches, ${kinds.length} damages; started offline each time; the worker’s two minutes made one second`);
});
