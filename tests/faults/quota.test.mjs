// The device has no room left for this site, at a random moment: the page says so soon, and goes on once there is room again.
// The app starts with little room, and then that goes, too: the browser remembers for half a minute how much was free, so that
// from much to nothing would not be felt.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { until } from '../browser/support.mjs';
import { Figure, count, die } from './figures.mjs';
import { Ledger, assertNoneLost, beginText, note, openWatched, reachField, reopened, verdict, withProfile } from './rig.mjs';

const alarmMs = 1000;

test('A5 quota', async () => {
  const figure = new Figure('A5 quota');
  const ledger = new Ledger();
  const times = [];
  await withProfile(async (profile) => {
    for (let run = 0; run < count(2, 30); run++) {
      const person = await openWatched(ledger, { profile });
      const setQuota = await littleRoom(person);
      ledger.settle(await reopened(person));
      const field = await reachField(person);
      await setQuota(die(3) ? 0 : die(200_000));
      times.push(await typeUntilRefused(person, ledger, field));
      await setQuota(undefined);
      await until(() => ledger.said.t === 'saved', 'saved again once there is room');
      if (run % 2) await beginText(person, ledger, field);
      if (run % 2) await verdict(ledger);
      note(figure, ledger, await reopened(person));
      await person.close();
    }
  });
  figure.alarms = ledger.alarms;
  figure.done(`alarm after at most ${Math.round(Math.max(...times))} ms`);
  assertNoneLost(figure);
  assert.ok(Math.max(...times) <= alarmMs, `the alarm comes within ${alarmMs} ms`);
});

/** Leaves this site a little room; gives how to change that. */
async function littleRoom(person) {
  await person.page.goto(`${person.url}/app.webmanifest`);
  const session = await person.context.newCDPSession(person.page);
  const { usage } = await person.page.evaluate(() => navigator.storage.estimate());
  const set = (quotaSize) => session.send('Storage.overrideQuotaForOrigin', { origin: person.url, quotaSize });
  await set(usage + 300_000 + die(100_000));
  return set;
}

/** Types long texts until the page says that it cannot save; how long after the keystroke, in milliseconds. */
async function typeUntilRefused(person, ledger, field) {
  for (let run = 0; run < 100; run++) {
    await beginText(person, ledger, field, `${run}|${die(1e9)}|${'ế'.repeat(2000 + die(4000))}`);
    const { said, after } = await verdict(ledger);
    if (said === 'failed') return after;
  }
  return assert.fail('the full device was said');
}
