// The clock of the device is wrong, jumps or is put back: nothing vanishes, and the last answer stays the last.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixDate } from '../browser/in_page.mjs';
import { now } from '../browser/expected.mjs';
import { Figure, isFull } from './figures.mjs';
import { Ledger, assertNoneLost, beginText, note, openWatched, reachField, reopened, verdict, withProfile } from './rig.mjs';

const year = 365.25 * 86_400_000;
const hour = 3_600_000;
const summer = Date.parse('2026-11-01T06:30:00Z'); // half past one in New York, an hour that comes twice

const clocks = {
  'right': [now.getTime()], '10 years back': [now - 10 * year], '10 years ahead': [now.getTime() + 10 * year],
  'before 2038 ends for 32 bits': [Date.parse('2038-01-19T03:14:07Z') - hour], 'after it': [Date.parse('2038-01-19T03:14:07Z') + hour],
  '1970': [0], 'the hour before summer time ends': [summer - hour, 'America/New_York'], 'the same hour again': [summer, 'America/New_York'],
};

test('B7 clock', async () => {
  const figure = new Figure('B7 clock');
  const ledger = new Ledger();
  const all = Object.keys(clocks);
  const names = isFull ? [...all, ...[...all].reverse()] : ['10 years ahead', '10 years back', 'the hour before summer time ends', 'the same hour again'];
  await withProfile(async (profile) => {
    for (const name of names) {
      const [time, zone] = clocks[name];
      const person = await openWatched(ledger, { profile, zone });
      await person.context.addInitScript(fixDate, time);
      const kept = await reopened(person);
      assert.equal(await person.page.evaluate(() => Date.now()), time, name);
      if (figure.runs || ledger.entries.length) note(figure, ledger, kept);
      const field = await reachField(person);
      for (let left = 2; left > 0; left--) {
        await beginText(person, ledger, field);
        assert.equal((await verdict(ledger)).said, 'saved');
      }
      await person.close();
    }
  });
  figure.alarms = ledger.alarms;
  figure.done(`${names.length} settings of the clock one after the other`);
  assertNoneLost(figure);
});
