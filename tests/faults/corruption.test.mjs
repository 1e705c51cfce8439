// Files of one store, or of both, are damaged while the browser is closed. One store is enough to lose nothing; with both hit the
// app starts and offers everything whose sum is right.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { Figure, count, die } from './figures.mjs';
import { damage, restore } from './damage.mjs';
import { Ledger, answersIn, assertNoneLost, beginText, openWatched, reachField, reopened, verdict, withProfile } from './rig.mjs';
import { readStores } from './witness.mjs';

/** A profile with answers in it, the same as it was before the last of them, and a copy to start each run from. */
async function prepare(folder, ledger) {
  const places = Object.fromEntries(['profile', 'earlier', 'template'].map((name) => [name, join(folder, name)]));
  for (const copy of [places.earlier, places.template]) {
    const person = await openWatched(ledger, { profile: places.profile });
    await reopened(person);
    const field = await reachField(person);
    for (let left = 5; left > 0; left--) {
      await beginText(person, ledger, field);
      await verdict(ledger);
    }
    await person.close();
    restore(places.profile, copy);
  }
  return places;
}

/** What can still be read before the app has started, and what the app then offers. A store that cannot be read has nothing. */
async function readAndReopen(profile) {
  const person = await openWatched(new Ledger(), { profile });
  await person.page.goto(`${person.url}/app.webmanifest`);
  const { database, log } = await person.page.evaluate(readStores);
  const kept = await reopened(person);
  await person.close();
  return { readable: answersIn([...database, ...log]), kept };
}

async function run(fault, runs, hit) {
  const figure = new Figure(fault);
  const ledger = new Ledger();
  await withProfile(async (folder) => {
    const { profile, earlier, template } = await prepare(folder, ledger);
    for (let left = runs; left > 0; left--) {
      restore(template, profile);
      const done = hit(left).map((store) => damage(profile, earlier, store, die));
      const { readable, kept } = await readAndReopen(profile);
      assert.deepEqual(kept, readable, `all that can be read is offered after ${done}`);
      const { lost } = ledger.compare(kept);
      figure.runs++;
      figure.acknowledged += ledger.sure;
      figure.lost += lost.length;
      figure.losses.push(...lost.map((one) => ({ ...one, done })));
    }
  });
  return figure;
}

test('A7 one store damaged', async () => {
  const figure = await run('A7 one store damaged', count(3, 300), (left) => [left % 2 ? 'database' : 'log']);
  figure.done();
  assertNoneLost(figure);
});

test('A7 both stores damaged', async () => {
  const figure = await run('A7 both stores damaged', count(2, 60), () => ['database', 'log']);
  figure.done('lost where both were hit; the app started each time and offered all that has a right sum');
  assert.equal(figure.runs, count(2, 60));
});
