// Nobody is left behind on an old release: from each of them the newest is offered at the second start. And the worker that takes
// itself away, published in place of one that does harm, leaves everything that people entered.
import assert from 'node:assert/strict';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { procedure } from '../browser/expected.mjs';
import { allKept, markOf, startReleases, use } from '../browser/releases.mjs';
import { begin, enteredIn } from '../browser/rescue_page.mjs';
import { openPerson, until } from '../browser/support.mjs';
import { Figure, count, die, isFull } from './figures.mjs';
import { readStores } from './witness.mjs';

const newest = 5;
/** The releases to start from; in the short form one of them. */
const older = isFull ? [1, 2, 3, 4].slice(0, count(0, 4)) : [1 + die(2)];
const kill = fileURLToPath(new URL('../../deploy/sw-kill.js', import.meta.url));
const home = (person, number) => person.heading(markOf(number) + person.say('home.title'), 1);

/** A person whose device holds the whole of this release, and is served by it. */
async function openWith(releases, number) {
  releases.publish(releases.release(number));
  const person = await openPerson({ site: releases.site });
  await person.open('/vi/');
  await allKept(person);
  await person.open('/vi/');
  await home(person, number).waitFor();
  return person;
}

async function newestIsOffered(releases, target, number) {
  const person = await openWith(releases, number);
  releases.publish(target);
  await person.open('/vi/'); // the first start: the old release, and the new one arrives
  await home(person, number).waitFor();
  await until(() => person.page.evaluate(async () => !!(await navigator.serviceWorker.getRegistration())?.waiting), 'the newest arrives by itself');
  await person.open('/vi/');
  await person.pressButton(use);
  await home(person, newest).waitFor();
  await person.appReady();
  await person.assertNoFaults();
  await person.close();
}

test('B3 the newest release is offered at the second start', async () => {
  const figure = new Figure('B3 stuck on an old release');
  const releases = await startReleases();
  const target = releases.release(newest);
  for (const number of older) {
    await newestIsOffered(releases, target, number);
    figure.runs++;
  }
  await releases.end();
  figure.done(`from release ${older.join(', ')} to ${newest}: offered at the second start each time`);
});

/** Everything that was entered, in either store, as lines to compare. */
async function entered(person) {
  const { database, log } = await person.page.evaluate(readStores);
  return [database, log].flatMap((records, store) => enteredIn(records).flatMap(({ id, fields }) => Object.entries(fields).map((field) => JSON.stringify([store, id, ...field]))));
}

const begun = [[procedure('dang-ky-khai-sinh'), 'home', 'none'], [procedure('dang-ky-ket-hon'), 'domestic']];

async function workerTakesItselfAway(releases, number, figure) {
  const person = await openWith(releases, number);
  for (const one of begun) await begin(person, ...one);
  const before = await until(async () => {
    const all = await entered(person);
    return all.filter((line) => line.startsWith('[0')).length * 2 === all.length && all;
  }, 'both stores hold the same');
  const gone = join(releases.folder, 'gone');
  cpSync(releases.release(number), gone, { recursive: true, preserveTimestamps: true });
  cpSync(kill, join(gone, 'sw.js'));
  releases.publish(gone);
  await person.page.evaluate(async () => { await (await navigator.serviceWorker.getRegistration())?.update().catch(() => undefined); });
  await until(() => person.page.evaluate(async () => (await caches.keys()).length === 0 && !(await navigator.serviceWorker.getRegistration())), 'worker and caches are gone');
  const after = new Set(await entered(person));
  figure.acknowledged += before.length;
  figure.losses.push(...before.filter((line) => !after.has(line)));
  for (const [{ title, questions }, ...given] of begun) {
    await person.open('/vi/');
    const card = person.page.getByRole('main').locator('section').filter({ has: person.heading(title.vi, 3) });
    await person.press(card.getByRole('button', { name: person.say('procedure.resume') }));
    await person.arrives(questions[given.length].text.vi);
  }
  await person.close();
  figure.runs++;
}

test('B3 the worker that takes itself away', async () => {
  const figure = new Figure('B3 the worker that takes itself away');
  const releases = await startReleases();
  for (const number of [...older, ...isFull ? [newest] : []]) await workerTakesItselfAway(releases, number, figure);
  await releases.end();
  figure.lost = figure.losses.length;
  figure.done('fields, in both stores; the app goes on without a worker');
  assert.deepEqual(figure.losses, []);
});
