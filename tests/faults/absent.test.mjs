// Private windows, refused storage, old browsers: database, file system, caches and service worker, each there or not to be had.
// The guide works to the checklist in all sixteen cases; the page says whether anything is kept, and what it calls saved is there.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { walk } from '../browser/expected.mjs';
import { answerAll } from '../browser/journey.mjs';
import { until } from '../browser/support.mjs';
import { faults, lack, startAbsent } from './absent.mjs';
import { Figure, count, die, isFull } from './figures.mjs';
import { Ledger, answersIn, assertNoneLost, copies, note, openWatched, path } from './rig.mjs';
import { readStores } from './witness.mjs';

const answers = { needed: 'certified', original: 'good', issuer: 'vietnam', copyForm: 'paper', photocopied: true, pages: 2, copies: 3 };
const guide = walk(copies.id, answers, 'vi');
const parts = Object.keys(faults);

/** Case 0 to 15: which parts are absent; chance decides how. */
const caseOf = (number) => Object.fromEntries(parts.map((part, bit) => [part, number >> bit & 1 ? die.of(faults[part]) : '']));

/** In the short form three: without a store, with one, with both. */
function cases() {
  if (isFull) return Array.from({ length: count(16, 48) }, (_, run) => run % 16);
  return [3, 1 + die(2), 0].map((stores) => stores + 4 * die(4));
}

/** The papers that the checklist names. */
async function papers(person, options) {
  await person.arrives(person.say('checklist.title'), options);
  return person.headings(3);
}

/** Nothing can be kept: the page says so, and never that it is saved. */
async function saysNothingIsKept(person, ledger) {
  await person.reads(person.say('problem.storage_none'));
  await until(() => person.role('button', person.say('problem.export')).count(), 'a copy can be taken away');
  assert.equal(await person.page.getByText(person.say('save.saved')).count(), 0);
  assert.equal(ledger.acknowledged, 0, 'nothing was called saved');
}

/** One store is enough: what was answered is there again. */
async function comesBack(person, shown) {
  await person.saved();
  assert.equal(await person.page.getByText(person.say('problem.storage_none')).count(), 0);
  await person.page.reload();
  await person.appReady();
  assert.deepEqual(await papers(person, { focused: false }), shown, 'the same checklist after a reload');
  const { database, log } = await person.page.evaluate(readStores);
  return answersIn([...database, ...log]);
}

async function tryOne(site, absent, figure) {
  const ledger = new Ledger();
  site.set(absent);
  const person = await openWatched(ledger, { site: site.site });
  try {
    await lack(person.page, absent);
    await person.open(path);
    await answerAll(person, copies, guide, answers);
    const shown = await papers(person);
    assert.ok(shown.length > 0);
    if (absent.database && absent.files) {
      await saysNothingIsKept(person, ledger);
      figure.runs++;
      figure.alarms++;
    } else note(figure, ledger, await comesBack(person, shown));
    assert.deepEqual(person.faults.list.filter((fault) => fault.startsWith('uncaught')), []);
  } catch (error) {
    error.message += `\n${JSON.stringify(absent)}\n${await person.describe()}`;
    throw error;
  } finally {
    await person.close();
  }
}

test('A10 stores and workers absent', async () => {
  const figure = new Figure('A10 stores and workers absent');
  const site = await startAbsent();
  const seen = new Set();
  try {
    for (const number of cases()) {
      seen.add(number);
      await tryOne(site, caseOf(number), figure);
    }
  } finally {
    await site.end();
  }
  figure.done(`${seen.size} of 16 cases, each missing or refused by chance; the checklist reached in all; alarms: nothing can be kept`);
  assertNoneLost(figure);
});
