// The power goes while somebody types; the disk is full and is freed again. Both need a disk of their own.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { until } from '../browser/support.mjs';
import { Figure, count, die } from './figures.mjs';
import { withDisk } from './images.mjs';
import { signal, treeOf, unlock } from './process.mjs';
import { Ledger, assertNoneLost, beginText, moment, note, openWatched, reachField, reopened, verdict, workUntil } from './rig.mjs';

test('A2 power cut', async (context) => {
  const figure = new Figure('A2 power cut');
  const refusal = await withDisk(160, async (disk) => {
    const ledger = new Ledger();
    for (let run = 0; run <= count(2, 200); run++) {
      const person = await openWatched(ledger, { profile: disk.profile });
      const kept = await reopened(person);
      if (run > 0) note(figure, ledger, kept);
      else ledger.settle(kept);
      await cutPower(person, ledger, disk);
    }
  });
  if (refusal) return figure.notRun(context, refusal);
  figure.done();
  assertNoneLost(figure);
});

async function cutPower(person, ledger, disk) {
  const { working, end } = workUntil(person, ledger, die);
  await Promise.race([moment(500 + die(2000)), working]);
  end();
  const gone = new Promise((resolve) => { person.context.once('close', resolve); });
  const tree = treeOf(disk.profile);
  signal(tree, 'SIGSTOP');
  disk.cut();
  signal(tree, 'SIGKILL');
  await working;
  await gone;
  await until(() => treeOf(disk.profile).length === 0, 'the browser is gone');
  disk.restart();
  unlock(disk.profile);
}

test('A6 disk full', async (context) => {
  const figure = new Figure('A6 disk full');
  const refusal = await withDisk(160, async (disk) => {
    const ledger = new Ledger();
    let person = await openWatched(ledger, { profile: disk.profile });
    await reopened(person);
    for (let run = 0; run < count(1, 20); run++) {
      const field = await reachField(person);
      await beginText(person, ledger, field);
      await person.saved();
      disk.fill();
      await typeUntilRefused(person, ledger, field);
      const before = ledger.acknowledged;
      disk.free();
      await until(() => ledger.acknowledged > before && ledger.said.t === 'saved', 'saved again once there is space');
      await person.close();
      person = await openWatched(ledger, { profile: disk.profile });
      note(figure, ledger, await reopened(person));
    }
    figure.alarms = ledger.alarms;
    await person.close();
  });
  if (refusal) return figure.notRun(context, refusal);
  figure.done();
  assertNoneLost(figure);
  assert.ok(figure.alarms >= figure.runs, 'each full disk was said');
});

/** A full disk may still take a few bytes into what the file has already; in the end it takes none. */
async function typeUntilRefused(person, ledger, field) {
  for (let left = 200; left > 0; left--) {
    await beginText(person, ledger, field);
    if ((await verdict(ledger)).said === 'failed') return;
  }
  assert.fail('the full disk is said');
}
