// The browser is killed, whole, at any moment while somebody answers and types; or frozen first, as phones do.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Figure, count, die } from './figures.mjs';
import { signal, treeOf, unlock } from './process.mjs';
import { Ledger, assertNoneLost, moment, note, openWatched, reopened, withProfile, workUntil } from './rig.mjs';

/** What is promised of typing, and what no load of the machine excuses. */
const typingMs = 250;
const latestMs = 2000;

/** What happens between the work and the kill. */
const ways = {
  'A1 kill': { short: 4, full: 500, before: async () => undefined },
  'A13 frozen, then killed': { short: 2, full: 100, before: freeze },
};

async function freeze(person) {
  const session = await person.context.newCDPSession(person.page);
  await session.send('Page.setWebLifecycleState', { state: 'frozen' });
  await moment(die(500));
}

for (const [fault, { short, full, before }] of Object.entries(ways)) {
  test(fault, async () => {
    const figure = new Figure(fault);
    const ledger = new Ledger();
    const missing = [];
    await withProfile(async (profile) => {
      for (let run = 0; run <= count(short, full); run++) {
        const person = await openWatched(ledger, { profile });
        const kept = await reopened(person);
        if (run > 0) missing.push(note(figure, ledger, kept));
        else ledger.settle(kept);
        await killInTheMiddle(person, ledger, profile, before);
      }
    });
    const late = missing.filter((ms) => ms > typingMs).length;
    figure.done(`oldest missing keystroke ${Math.round(Math.max(...missing))} ms; over ${typingMs} ms in ${late}`);
    assertNoneLost(figure);
    assert.ok(Math.max(...missing) < latestMs, `typing of ${Math.max(...missing)} ms is missing`);
  });
}

async function killInTheMiddle(person, ledger, profile, before) {
  const { working, end } = workUntil(person, ledger, die);
  await Promise.race([moment(300 + die(1500)), working]);
  end();
  const stopped = Date.now();
  await before(person);
  const gone = new Promise((resolve) => { person.context.once('close', resolve); });
  signal(treeOf(profile), 'SIGKILL');
  ledger.endedAt = before === freeze ? stopped : Date.now();
  await working;
  await gone;
  unlock(profile);
}
