// Call 1 of storage fails, then call 2, and so on, for each kind of error, until a journey passes untouched. While nothing is
// committed anywhere the page never says that it is saved: what is committed is read in another tab, at that very moment.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answer } from '../browser/journey.mjs';
import { until } from '../browser/support.mjs';
import { Figure, count, die, isFull } from './figures.mjs';
import { Ledger, answersIn, assertNoneLost, copies, openWatched, path } from './rig.mjs';
import { failCalls, putBefore } from './shim.mjs';
import { readStores } from './witness.mjs';

const kinds = ['QuotaExceededError', 'UnknownError', 'InvalidStateError', 'AbortError'];
const refused = (kind) => ({ n: 0, kind });
const modes = {
  'the database': (n, kind) => ({ database: { n, kind } }),
  'the log': (n, kind) => ({ log: { n, kind } }),
  'the database, the log refused': (n, kind) => ({ database: { n, kind }, log: refused(kind) }),
  'the log, the database refused': (n, kind) => ({ log: { n, kind }, database: refused(kind) }),
};
const given = [['needed', 'certified'], ['original', 'good'], ['issuer', 'vietnam']];

/** No journey makes so many calls: a run that comes so far would never end. */
const mostCalls = 400;

/** Answers three questions; after each, what the page says is held against what another tab can read. Gives whether the fault came. */
async function journey(figure, faults, where) {
  const ledger = new Ledger();
  const person = await openWatched(ledger);
  const reader = await person.context.newPage();
  await reader.goto(`${person.url}/app.webmanifest`);
  await reader.evaluate(() => {
    globalThis.made = 0;
    new BroadcastChannel('danloi-faults').onmessage = () => { globalThis.made++; };
  });
  await putBefore(person.page, failCalls, faults);
  await person.open(path);
  for (const [id, value] of given) {
    const question = copies.questions.find((one) => one.id === id);
    await person.heading(question.text.vi).waitFor();
    await answer(person, question, value);
    await person.pressButton(person.say('question.continue')); // the first page of a procedure says nothing about saving
    await person.heading(question.text.vi).waitFor({ state: 'detached' });
    const none = person.page.getByText(person.say('problem.storage_none'));
    await until(async () => (ledger.said.n > 0 && ledger.said.n >= ledger.entries.length) || await none.count(), `the page says something (${where})`);
    const sure = ledger.sure;
    const { lost } = ledger.compare(await keptIn(reader));
    figure.acknowledged += sure;
    figure.lost += lost.length;
    figure.losses.push(...lost.map((one) => ({ ...one, where })));
  }
  figure.runs++;
  figure.alarms += ledger.alarms;
  const made = await reader.evaluate(() => globalThis.made);
  await person.close();
  return made;
}

async function keptIn(reader) {
  const { database, log } = await reader.evaluate(readStores);
  return answersIn([...database, ...log]);
}

/** All calls for all kinds, one after the other. */
async function everyCall(figure, name) {
  for (const kind of kinds) {
    const refuses = name.includes('refused'); // every call of that store fails: as many are tried as the others had
    for (let n = 1; !refuses || n <= figure.calls[name.split(',')[0]]; n++) {
      assert.ok(n < mostCalls, `${name}: the calls come to an end`);
      const made = await journey(figure, modes[name](n, kind), `${name}: call ${n}, ${kind}`);
      if (!refuses && made === 0) break;
      if (!refuses) figure.calls[name] = Math.max(figure.calls[name] ?? 0, n);
    }
  }
}

async function someCall(figure, name) {
  const [n, kind] = [1 + die(25), die.of(kinds)];
  await journey(figure, modes[name](n, kind), `${name}: call ${n}, ${kind}`);
}

test('R11 the n-th call of storage fails', async () => {
  const figure = Object.assign(new Figure('R11 the n-th call fails'), { calls: {} });
  const all = isFull && !process.env.RUNS;
  if (all) for (const name of Object.keys(modes)) await everyCall(figure, name);
  for (let run = all ? Infinity : 0; run < count(4, Infinity); run++) await someCall(figure, Object.keys(modes)[run % 4]);
  figure.done(all ? `calls of a journey: ${JSON.stringify(figure.calls)}` : 'calls chosen by chance');
  assertNoneLost(figure);
});
