// Whether the last page was closed or ended by itself: the stamps of the journal, and the note of a page that is left.
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { load } from './load.mjs';

const [{ endedAt, noteClosing }, { lastWork, stamped }, { makeRecord }] = await Promise.all(['tabs/ended.ts', 'storage/stamp.ts', 'storage/records.ts'].map(load));

const dead = async () => false;
const before = { seq: 20, at: '2026-11-22T14:05', page: 'p' };
let notes;

beforeEach(() => {
  notes = new Map();
  globalThis.localStorage = { getItem: (key) => notes.get(key) ?? null, setItem: (key, value) => notes.set(key, value) };
});

/** A page whose last number is `numbers.last`, as it is left. */
function leave(numbers) {
  const listeners = [];
  globalThis.document = { hidden: true, addEventListener: (_, listener) => listeners.push(listener) };
  globalThis.addEventListener = (_, listener) => listeners.push(listener);
  noteClosing(numbers);
  for (const listener of listeners) listener();
}

test('a page that ended by itself is told of, once', async () => {
  assert.equal(await endedAt({ before, last: 0 }, dead), before.at);
  assert.equal(await endedAt({ before, last: 0 }, dead), undefined);
});

test('nothing is said of a page that was left in order, of one that lives, and where nothing was entered', async () => {
  assert.equal(await endedAt({ before: undefined, last: 0 }, dead), undefined);
  assert.equal(await endedAt({ before, last: 0 }, async (page) => page === 'p'), undefined);
  leave({ last: 20 });
  assert.equal(await endedAt({ before, last: 0 }, dead), undefined);
});

test('what was entered after the page had come back counts', async () => {
  leave({ last: 19 });
  assert.equal(await endedAt({ before, last: 0 }, dead), before.at);
});

test('a page that entered nothing, or long ago, takes no note back', () => {
  leave({ last: 20 });
  leave({ last: 0 });
  leave({ last: 5 });
  assert.deepEqual([...notes.values()], ['20']);
});

test('where the browser keeps no notes nothing is claimed', async () => {
  globalThis.localStorage = { getItem() { throw new DOMException('refused', 'SecurityError'); } };
  assert.equal(await endedAt({ before, last: 0 }, dead), undefined);
});

test('the stamp: time and page with what is entered, never those of another device', () => {
  const fields = stamped({ a: '1', at: '"1999-01-01T00:00"', page: '"other"' }, 'p', undefined);
  assert.deepEqual([fields.a, fields.page], ['1', '"p"']);
  assert.match(fields.at, /^"20\d\d-\d\d-\d\dT\d\d:\d\d"$/);
  assert.deepEqual(stamped({ a: '1', at: '"x"', page: '"y"' }, '', undefined), { a: '1' });
  assert.deepEqual(Object.keys(stamped({ a: '1' }, 'p', '"p"')), ['a', 'at']);
});

test('the last work is that of the highest number, with the page of that dossier', () => {
  const list = [['d', 'page', '"p"'], ['d', 'at', '"one"'], ['e', 'page', '"q"'], ['e', 'at', '"two"'], ['d', 'a', '1']];
  const records = list.map(([dossier, field, value], index) => makeRecord({ dossier, field, value }, index + 1));
  assert.deepEqual(lastWork(records), { seq: 4, at: 'two', page: 'q' });
  assert.equal(lastWork(records.filter(({ field }) => field === 'a')), undefined);
});
