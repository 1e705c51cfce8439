// When the journal writes, what it says about it, and that nothing is lost when the store refuses.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './load.mjs';

const { Journal } = await load('storage/journal.ts');
const { makeRecord } = await load('storage/records.ts');

/** A store in memory that fails when told to. */
class TestStore {
  records = [];
  aside = [];
  pins = new Map();
  failures = [];

  fail() {
    const name = this.failures.shift();
    if (name) throw new DOMException('refused', name);
  }
  async readAll() { this.fail(); return this.records; }
  async append(entries) {
    this.fail();
    const added = entries.map((entry, index) => makeRecord(entry, this.records.length + 1 + index));
    this.records.push(...added);
    return added;
  }
  async setAside(values) { this.aside.push(...values); }
  async erase(dossier) { this.fail(); this.records = this.records.filter((record) => record.dossier !== dossier); }
  async putPin(hash, bytes) { this.pins.set(hash, bytes); }
  async getPin(hash) { return this.pins.get(hash); }
}

/** Timers that run when the test says so; Node 18's own mocked ones do not forget a timer that was cleared. */
function handTimers() {
  const real = { setTimeout, clearTimeout };
  const waiting = new Map();
  let now = 0;
  let last = 0;
  globalThis.setTimeout = (then, delay = 0) => waiting.set(++last, { at: now + delay, then }) && last;
  globalThis.clearTimeout = (id) => waiting.delete(id);
  return {
    tick(time) {
      now += time;
      for (const [id, { at, then }] of [...waiting]) if (at <= now && waiting.delete(id)) then();
    },
    reset: () => Object.assign(globalThis, real),
  };
}

async function opened(store = new TestStore()) {
  const said = [];
  const journal = new Journal(store, (ok, reason) => said.push(reason ?? ok));
  const start = await journal.open();
  return { journal, said, start, store };
}

const settle = () => new Promise((resolve) => { setImmediate(resolve); });

test('an action is written at once and reported after the commit only', async () => {
  const { journal, said, store } = await opened();
  journal.save('d', { a: '1', b: '2' }, false);
  assert.deepEqual(said, []);
  await settle();
  assert.deepEqual(store.records.map(({ field, value }) => [field, value]), [['a', '1'], ['b', '2']]);
  assert.deepEqual(said, [true]);
});

test('keystrokes are written together 200 ms after the last one', async () => {
  const timers = handTimers();
  try {
    const { journal, store } = await opened();
    for (const value of ['"L"', '"Lò"', '"Lò M"']) {
      journal.save('d', { name: value }, true);
      timers.tick(150);
    }
    await Promise.resolve();
    assert.equal(store.records.length, 0);
    timers.tick(50);
    await journal.flush();
    assert.deepEqual(store.records.map(({ value }) => value), ['"Lò M"']);
  } finally {
    timers.reset();
  }
});

test('leaving the page writes what is waiting', async () => {
  const { journal, said, store } = await opened();
  journal.save('d', { name: '"Lò"' }, true);
  await journal.flush();
  assert.equal(store.records.length, 1);
  assert.deepEqual(said, [true]);
});

test('a refused write is reported, kept and tried again, and a newer value is not undone by the old one', async () => {
  const timers = handTimers();
  try {
    const { journal, said, store } = await opened();
    store.failures = ['QuotaExceededError'];
    journal.save('d', { a: '1', b: '1' }, false);
    await journal.flush();
    store.failures = ['UnknownError'];
    journal.save('d', { a: '2' }, false);
    await journal.flush();
    timers.tick(10_000);
    await journal.flush();
    assert.deepEqual(Object.fromEntries(store.records.map(({ field, value }) => [field, value])), { a: '2', b: '1' });
    assert.equal(said.at(-1), true);
    assert.ok(said.includes('quota'));
  } finally {
    timers.reset();
  }
});

test('without a store every save is reported as not kept', async () => {
  const store = new TestStore();
  store.failures = ['SecurityError'];
  const { journal, said, start } = await opened(store);
  assert.deepEqual(start, { storage: 'none', dossiers: [] });
  journal.save('d', { a: '1' }, false);
  assert.deepEqual(said, ['missing']);
});

test('damaged records are set aside, and the dossier of a newer version is never written to', async () => {
  const store = new TestStore();
  const damaged = { ...makeRecord({ dossier: 'd', field: 'a', value: '2' }, 2), crc: 1 };
  store.records = [makeRecord({ dossier: 'd', field: 'a', value: '1' }, 1), damaged, { v: 9, seq: 3, dossier: 'later' }];
  const { journal, said, start } = await opened(store);
  assert.deepEqual(store.aside, [damaged]);
  assert.deepEqual(start.dossiers.find(({ id }) => id === 'd').fields, { a: '1' });
  journal.save('later', { a: '1' }, false);
  await settle();
  assert.deepEqual(said, ['newer']);
  assert.equal(store.records.length, 3);
});

test('erasing forgets also what has failed to be written', async () => {
  const { journal, store } = await opened();
  store.failures = ['UnknownError'];
  journal.save('d', { a: '1' }, false);
  journal.save('e', { a: '1' }, false);
  await journal.erase('d');
  await journal.flush();
  assert.deepEqual(store.records.map(({ dossier }) => dossier), ['e']);
});

test('the pinned definition comes back as it was', async () => {
  const { journal } = await opened();
  await journal.pin('h', new Uint8Array([1, 2, 3]));
  assert.deepEqual(await journal.pinned('h'), new Uint8Array([1, 2, 3]));
  assert.equal(await journal.pinned('other'), undefined);
});
