// The connection to the database goes behind the app's back: closed, closed with an event, or the database deleted by another tab.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Figure, count, die } from './figures.mjs';
import { Ledger, assertNoneLost, beginText, note, openWatched, reachField, reopened, verdict } from './rig.mjs';

const resumeMs = 1000;

/** Keeps hold of every connection that the page opens. */
function collectHandles() {
  globalThis.handles = [];
  const open = IDBFactory.prototype.open;
  IDBFactory.prototype.open = function (...given) {
    const request = open.apply(this, given);
    request.addEventListener('success', () => globalThis.handles.push(request.result));
    return request;
  };
}

const ways = {
  closed: (person) => person.page.evaluate(() => { for (const handle of globalThis.handles) handle.close(); }),
  'closed by the browser': (person) => person.page.evaluate(() => {
    for (const handle of globalThis.handles) {
      handle.close();
      handle.dispatchEvent(new Event('close'));
    }
  }),
  'deleted from another tab': async (person) => {
    const other = await person.context.newPage();
    await other.goto(`${person.url}/vi/cuu-ho/`);
    await other.evaluate(() => new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase('danloi');
      request.onsuccess = resolve;
      request.onerror = () => reject(request.error);
    }));
    await other.close();
  },
};

test('A8 closed handle', async () => {
  const figure = new Figure('A8 closed handle');
  const ledger = new Ledger();
  const person = await openWatched(ledger);
  await person.context.addInitScript(collectHandles);
  ledger.settle(await reopened(person));
  let slowest = 0;
  for (let run = 0; run < count(3, 50); run++) {
    const field = await reachField(person);
    await beginText(person, ledger, field);
    if (die(2)) await verdict(ledger);
    await Object.values(ways)[run % 3](person);
    await beginText(person, ledger, field);
    const { said, after } = await verdict(ledger);
    assert.equal(said, 'saved');
    slowest = Math.max(slowest, after);
    note(figure, ledger, await reopened(person));
  }
  figure.alarms = ledger.alarms;
  await person.close();
  figure.done(`writing again after at most ${Math.round(slowest)} ms`);
  assertNoneLost(figure);
  assert.ok(slowest <= resumeMs, `writing goes on within ${resumeMs} ms`);
});
