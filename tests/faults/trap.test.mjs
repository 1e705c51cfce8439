// The core traps at a random action: the rescue page opens soon, and what it saves reads back with every acknowledged answer.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { makeTrappable } from '../browser/in_page.mjs';
import { until } from '../browser/support.mjs';
import { load } from '../web/load.mjs';
import { Figure, count, die } from './figures.mjs';
import { Ledger, answersOf, assertNoneLost, moment, note, openWatched, reopened, workUntil } from './rig.mjs';

const { readBackup } = await load('backup/read.ts');
const { strings } = JSON.parse(readFileSync(fileURLToPath(new URL('../../content/rescue.json', import.meta.url)), 'utf8'));
const usableMs = 2000;

test('A4 trap in the core', async () => {
  const figure = new Figure('A4 trap in the core');
  const times = [];
  const ledger = new Ledger();
  const person = await openWatched(ledger);
  await person.context.addInitScript(makeTrappable);
  for (let run = 0; run < count(2, 100); run++) {
    ledger.settle(await reopened(person));
    const { working, end } = workUntil(person, ledger, die);
    await Promise.race([moment(300 + die(1200)), working]);
    await trapped(person);
    end();
    await working;
    times.push(await openRescue(person));
    note(figure, ledger, await exported(person));
    figure.alarms++;
  }
  await person.close();
  const slow = times.filter((ms) => ms > usableMs).length;
  figure.done(`rescue page usable after at most ${Math.round(Math.max(...times))} ms; over ${usableMs} ms in ${slow}`);
  assertNoneLost(figure);
  assert.equal(slow, 0, `the rescue page can be used within ${usableMs} ms`);
});

/** The next turn of a core that has started traps, and people are told. A page that is being left takes the trap with it: then the next one has it. */
function trapped({ page }) {
  const armed = () => page.evaluate(() => { if (globalThis.danloi?.send) globalThis.trap = true; }).catch(() => undefined);
  return until(async () => {
    await armed();
    return page.getByRole('alert').getByRole('link').isVisible();
  }, 'the page says that it has stopped');
}

/** From the press to the saved dossiers on the screen, in milliseconds. */
async function openRescue(person) {
  const from = performance.now();
  await person.page.getByRole('alert').getByRole('link').click();
  await person.page.getByRole('article').first().waitFor();
  return performance.now() - from;
}

/** The answers in the file that the rescue page saves. */
async function exported(person) {
  const [download] = await Promise.all([person.page.waitForEvent('download'), person.pressButton(strings['rescue.save_all'].vi)]);
  const reading = readBackup(new Uint8Array(readFileSync(await download.path())));
  assert.ok(reading.ok && reading.backup.whole, JSON.stringify(reading));
  return answersOf(reading.backup.dossiers[0]);
}
