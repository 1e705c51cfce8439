// Releases go up and down under one to three tabs, one of them in mid-typing; updates arrive damaged. Nothing is lost or mixed, and
// no page is loaded again that nobody asked for. (The damages of a connection: tests/web/sw.test.mjs.)
import assert from 'node:assert/strict';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { allKept, arrived, keptFiles, markOf, startReleases, use } from '../browser/releases.mjs';
import { until } from '../browser/support.mjs';
import { Figure, count, die, isFull } from './figures.mjs';
import { Ledger, assertNoneLost, beginText, note, openWatched, reachField, reopened } from './rig.mjs';

const home = (person, number) => markOf(number) + person.say('home.title');

/** The release a page runs: its first script and its wording must be of the same one. */
async function releaseOf({ page }) {
  const found = await page.evaluate(() => [...new Set(['boot', 'start'].map((name) => performance.getEntriesByType('resource')
    .map((entry) => /\/(\w+)(?:\.\w\w)?\.([0-9a-f]+)\.js(?:on)?$/.exec(new URL(entry.name).pathname)).find((parts) => parts?.[1] === name)?.[2])
    .map((hash) => (/^(\d)\1{15}$/.test(hash) ? Number(hash[0]) : 1)))]);
  assert.equal(found.length, 1, `one release in one tab: ${found}`);
  return found[0];
}

const bornAt = ({ page }) => page.evaluate(() => performance.timeOrigin);

/** One switch: it arrives, waits, is used in the tab where somebody types, and the others stay until they are loaded again. */
async function switchTo(number, releases, person, others, ledger) {
  const field = await reachField(person);
  const before = await Promise.all(others.map(async (tab) => [await bornAt(tab), await releaseOf(tab)]));
  releases.publish(releases.release(number));
  await arrived(person.page);
  await beginText(person, ledger, field);
  assert.equal(await person.role('button', use).count(), 0, 'nothing moves while somebody types');
  await person.pressLink(person.say('nav.text_size'));
  const born = await bornAt(person);
  await person.pressButton(use);
  await until(async () => await bornAt(person).catch(() => born) !== born, 'the tab starts again');
  await person.appReady();
  assert.equal(await releaseOf(person), number);
  assert.deepEqual(await Promise.all(others.map(async (tab) => [await bornAt(tab), await releaseOf(tab)])), before, 'the other tabs are left alone');
  for (const tab of others) {
    if (die(2)) continue;
    await tab.open('/vi/');
    await tab.arrives(home(tab, number), { focused: false });
  }
  await allKept(person);
}

test('B1 updates and downgrades', async () => {
  const figure = new Figure('B1 updates and downgrades');
  const releases = await startReleases();
  const ledger = new Ledger();
  const person = await openWatched(ledger, { site: releases.site });
  await person.open('/vi/');
  await allKept(person);
  ledger.settle(await reopened(person));
  const others = [];
  let number = 1;
  let down = 0;
  for (let run = 0; run < count(2, 70); run++) {
    while (others.length > die(3)) await others.pop().page.close();
    if (others.length < 2 && die(2)) others.push(await openAnother(person));
    const next = die.of([1, 2, 3, 4, 5].filter((one) => one !== number && (isFull || one < 4)));
    down += next < number ? 1 : 0;
    number = next;
    await switchTo(number, releases, person, others, ledger);
    note(figure, ledger, await reopened(person));
  }
  await person.close();
  await releases.end();
  figure.alarms = ledger.alarms;
  figure.done(`${figure.runs - down} up, ${down} down; 0 mixed, 0 forced reloads`);
  assertNoneLost(figure);
});

async function openAnother(person) {
  const tab = await person.another();
  await tab.open('/vi/');
  return tab;
}

const damages = {
  missing: (file) => rmSync(file),
  'cut short': (file) => writeFileSync(file, readFileSync(file).subarray(0, -1)),
  'a page instead': (file) => writeFileSync(file, '<!doctype html><p>Sign in'),
  'one byte changed': (file) => { const bytes = readFileSync(file); bytes[bytes.length >> 1] ^= 1; writeFileSync(file, bytes); },
};

/** What an update has to fetch: files of the shell that the first release has not. */
function fetched(releases) {
  const [before, after] = [releases.release(1), releases.second].map((root) => JSON.parse(readFileSync(join(root, 'release.json'), 'utf8')).files);
  const known = new Set(before.map(({ path, sha256 }) => path + sha256));
  return after.filter(({ path, sha256, tier }) => tier === 'shell' && !known.has(path + sha256)).map(({ path }) => (path.endsWith('/') ? `${path}index.html` : path));
}

test('B2 damaged updates', async () => {
  const figure = new Figure('B2 damaged updates');
  const releases = await startReleases();
  const person = await openWatched(new Ledger(), { site: releases.site });
  await person.open('/vi/');
  await allKept(person);
  await person.open('/vi/');
  const session = await person.context.newCDPSession(person.page);
  const cases = fetched(releases).flatMap((path) => Object.keys(damages).map((name) => [path, name]));
  for (const [path, name] of isFull ? cases : [die.of(cases), die.of(cases)]) {
    const broken = join(releases.folder, 'broken');
    cpSync(releases.second, broken, { recursive: true, preserveTimestamps: true });
    damages[name](join(broken, path));
    releases.publish(broken);
    await session.send('Network.clearBrowserCache'); // a whole copy of an earlier try would rightly do
    const state = await person.page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      const arriving = new Promise((resolve) => { registration.addEventListener('updatefound', () => resolve(registration.installing), { once: true }); });
      await registration.update().catch(() => undefined);
      const worker = await arriving;
      while (worker.state === 'installing') await new Promise((resolve) => { worker.addEventListener('statechange', resolve, { once: true }); });
      return worker.state;
    });
    assert.equal(state, 'redundant', `${path}: ${name}`);
    assert.equal((await keptFiles(person.page)).length, 1, 'nothing of it is kept');
    await person.context.setOffline(true);
    await person.open('/vi/');
    await person.arrives(home(person, 1), { focused: false });
    await person.context.setOffline(false);
    rmSync(broken, { recursive: true });
    figure.runs++;
  }
  await person.close();
  await releases.end();
  figure.done(`${cases.length} cases: each file an update fetches, ${Object.keys(damages).length} damages; started offline each time`);
});
