// Releases go up and down under one to three tabs, one of them in mid-typing. Nothing is lost or mixed, and no page is loaded again
// that nobody asked for.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allKept, arrived, markOf, startReleases, use } from '../browser/releases.mjs';
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
