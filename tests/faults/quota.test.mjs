// The device has no room left for this site, at a random moment: the page says so soon, and goes on once there is room again.
// The browser's own override (Storage.overrideQuotaForOrigin) reports itself active in Chromium 156 and stops no write of either
// store within 40 s, so the writes themselves are made to fail as they do then; a disk that is really full: disk.test.mjs.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { until } from '../browser/support.mjs';
import { Figure, count, die } from './figures.mjs';
import { Ledger, assertNoneLost, beginText, note, openWatched, reachField, reopened, verdict } from './rig.mjs';
import { putBefore, refuseWhenFull } from './shim.mjs';

const alarmMs = 1000;

test('A5 quota', async () => {
  const figure = new Figure('A5 quota');
  const ledger = new Ledger();
  const person = await openWatched(ledger);
  await putBefore(person.page, refuseWhenFull, { database: true, log: true });
  const disk = await person.context.newPage();
  await disk.goto(`${person.url}/app.webmanifest`);
  const tell = (word) => disk.evaluate((one) => (globalThis.disk ??= new BroadcastChannel('danloi-disk')).postMessage(one), word);
  ledger.settle(await reopened(person));
  let slowest = 0;
  for (let run = 0; run < count(3, 30); run++) {
    const field = await reachField(person);
    for (let left = die(4); left > 0; left--) await beginText(person, ledger, field);
    await tell('full');
    await until(async () => {
      await beginText(person, ledger, field);
      const { said, after } = await verdict(ledger);
      slowest = Math.max(slowest, after);
      return said === 'failed';
    }, 'the full device is said');
    await tell('free');
    await until(() => ledger.said.t === 'saved', 'saved again once there is room');
    note(figure, ledger, await reopened(person));
  }
  await person.close();
  figure.alarms = ledger.alarms;
  figure.done(`alarm or "saved" at most ${Math.round(slowest)} ms after the keystroke; writes made to fail, the override of the browser stops none`);
  assertNoneLost(figure);
  assert.ok(figure.alarms >= figure.runs, 'each full device was said');
  assert.ok(slowest <= alarmMs, `the alarm comes within ${alarmMs} ms`);
});
