// Definitions beside the dossiers: kept like records, tried again, checked against their hash, and mended from the other store.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hashOf } from '../browser/definitions.mjs';
import { dice } from './dice.mjs';
import { handTimers, settle, TestStore } from './journal_world.mjs';
import { load } from './load.mjs';

const [{ Journal }, { isPin }, { mendPins }, { makeRecord }] = await Promise.all(
  ['storage/journal.ts', 'storage/pins.ts', 'storage/mend_pins.ts', 'storage/records.ts'].map(load));

const bytes = new TextEncoder().encode('{"id":"mẫu"}');
const hash = hashOf(bytes);
const damaged = Uint8Array.from(bytes, (byte, index) => (index === 3 ? byte ^ 1 : byte));

async function opened(...stores) {
  const said = [];
  const journal = new Journal(stores, (ok, reason) => said.push(reason ?? ok));
  await journal.open();
  return { journal, said };
}

/** Two stores, of which the log and the database each may refuse, and timers in the hand. */
async function withTimers(story) {
  const timers = handTimers();
  try {
    const stores = [new TestStore(), new TestStore()];
    await story({ timers, stores, ...await opened(...stores) });
  } finally {
    timers.reset();
  }
}

const refuse = (store, refused = true) => {
  store.putPin = refused ? async () => { throw new DOMException('full', 'QuotaExceededError'); } : TestStore.prototype.putPin;
};
const pinsIn = (stores) => stores.map(({ pins }) => pins.get(hash));

test('the name of a definition is reckoned as the core does', () => {
  const die = dice(20261122);
  for (let round = 0; round < 300; round++) {
    const some = Uint8Array.from({ length: die(200) }, () => die(256));
    const name = hashOf(some);
    assert.ok(isPin(name, some));
    if (!some.length) continue;
    some[die(some.length)] ^= 1 + die(255);
    assert.ok(!isPin(name, some), 'one changed byte is seen');
  }
  for (const odd of [damaged, undefined, null, '', [...bytes], bytes.buffer, bytes.slice(1)]) assert.equal(isPin(hash, odd), false);
});

test('a definition is kept in both stores and comes back as it was', async () => {
  const stores = [new TestStore(), new TestStore()];
  const { journal } = await opened(...stores);
  await journal.pin(hash, bytes);
  assert.deepEqual(pinsIn(stores), [bytes, bytes]);
  assert.deepEqual(await journal.pinned(hash), bytes);
  assert.equal(await journal.pinned('0123456789abcdef'), undefined);
});

test('a definition that no store takes is not called saved, and is tried again until one has it', () => withTimers(async ({ timers, stores, journal, said }) => {
  stores.forEach((store) => refuse(store));
  void journal.pin(hash, bytes);
  journal.save('d', { a: '1' }, false);
  await journal.flush();
  assert.ok(said.length > 0 && said.every((word) => word === 'quota'), String(said));
  assert.deepEqual([journal.written, journal.safe, stores[0].records.length], [true, false, 1], 'the answer is kept all the same');
  assert.deepEqual(await journal.pinned(hash), bytes, 'from memory');
  refuse(stores[1], false);
  timers.tick(10_000);
  await journal.flush();
  assert.deepEqual([said.at(-1), journal.safe], [true, true]);
  assert.deepEqual(pinsIn(stores), [undefined, bytes]);
  refuse(stores[0], false);
  timers.tick(10_000);
  await settle();
  assert.deepEqual(pinsIn(stores), [bytes, bytes]);
}));

test('a definition that no store takes is no alarm any more when its dossier is erased', () => withTimers(async ({ stores, journal, said }) => {
  const meta = JSON.stringify({ procedure: 'khai-sinh', hash });
  for (const dossier of ['d1', 'd2']) journal.save(dossier, { meta }, false);
  stores.forEach((store) => refuse(store));
  await journal.pin(hash, bytes);
  assert.equal(said.at(-1), 'quota');
  await journal.erase('d1');
  assert.equal(journal.safe, false, 'the other one needs it');
  await journal.erase('d2');
  assert.equal(said.at(-1), true);
  assert.ok(journal.safe);
  assert.deepEqual(pinsIn(stores), [undefined, undefined]);
}));

test('what one store refuses of a definition is no alarm, and it gets it later', () => withTimers(async ({ timers, stores, journal, said }) => {
  refuse(stores[0]);
  void journal.pin(hash, bytes);
  journal.save('d', { a: '1' }, false);
  await journal.flush();
  assert.deepEqual([said, journal.safe, pinsIn(stores)], [[true], true, [undefined, bytes]]);
  refuse(stores[0], false);
  timers.tick(1000);
  await settle();
  assert.deepEqual([said, pinsIn(stores)], [[true], [bytes, bytes]]);
}));

test('a store that never ends the write of a definition does not keep answers from the other', () => withTimers(async ({ timers, stores, journal, said }) => {
  stores[0].putPin = stores[0].append = () => new Promise(() => {});
  void journal.pin(hash, bytes);
  journal.save('d', { a: '1' }, false);
  await settle();
  assert.deepEqual([stores[1].records.length, pinsIn(stores)[1], said], [1, bytes, []]);
  timers.tick(5000);
  await settle();
  assert.equal(said.at(-1), true);
}));

for (const [what, kept] of [['lost', undefined], ['damaged', damaged], ['cut short', bytes.slice(0, 5)], ['no bytes at all', 'text']]) {
  test(`a definition that is ${what} in one store is read from the other and mended`, async () => {
    for (const bad of [0, 1]) {
      const stores = [new TestStore(), new TestStore()];
      stores[1 - bad].pins.set(hash, bytes);
      if (kept !== undefined) stores[bad].pins.set(hash, kept);
      const { journal, said } = await opened(...stores);
      assert.deepEqual(await journal.pinned(hash), bytes);
      await journal.flush();
      assert.deepEqual([pinsIn(stores), said], [[bytes, bytes], []]);
    }
  });
}

test('bytes that are damaged everywhere are not given out, and stay where they are', async () => {
  const stores = [new TestStore(), new TestStore()];
  for (const { pins } of stores) pins.set(hash, damaged);
  const { journal } = await opened(...stores);
  assert.equal(await journal.pinned(hash), undefined);
  await journal.flush();
  assert.deepEqual(pinsIn(stores), [damaged, damaged]);
});

test('a store that cannot be read does not hide what the other has', async () => {
  const stores = [new TestStore(), new TestStore()];
  stores[1].pins.set(hash, bytes);
  stores[0].getPin = async () => { throw new DOMException('lost', 'DataError'); };
  const { journal } = await opened(...stores);
  assert.deepEqual(await journal.pinned(hash), bytes);
  await journal.flush();
  assert.deepEqual(pinsIn(stores), [bytes, bytes]);
});

test('the start reads no definition; afterwards those that dossiers need are mended, and no others', async () => {
  const stores = [new TestStore(), new TestStore()];
  const meta = (name) => JSON.stringify({ procedure: 'p', version: '1', hash: name, created: '2026-11-22' });
  stores[0].records = [['a', hash], ['b', hash], ['c', '']].map(([dossier, name], index) => makeRecord({ dossier, field: 'meta', value: meta(name) }, index + 1));
  const other = new TextEncoder().encode('{}');
  stores[1].pins.set(hash, bytes).set(hashOf(other), other);
  let reads = 0;
  for (const store of stores) store.getPin = async (name) => { reads++; return store.pins.get(name); };
  const { journal, said } = await opened(...stores);
  await journal.flush();
  assert.equal(reads, 0);
  await mendPins(journal);
  await journal.flush();
  assert.deepEqual([reads, pinsIn(stores), stores[0].pins.has(hashOf(other)), said], [2, [bytes, bytes], false, []]);
});

// SQLite's way: the first call fails, then the second, and so on.
test('whichever call fails, no definition is lost of what was called saved', () => withTimers(async () => {
  for (let nth = 0; nth < 14; nth++) {
    const stores = [new TestStore(), new TestStore()];
    let calls = 0;
    for (const store of stores) store.fail = () => { if (calls++ === nth) throw new DOMException('refused', 'UnknownError'); };
    const { journal, said } = await opened(...stores);
    void journal.pin(hash, bytes);
    journal.save('d', { a: '1' }, false);
    await journal.flush();
    assert.equal(said.at(-1), true, `call ${nth}`);
    assert.ok(pinsIn(stores).some((kept) => kept === bytes) && stores.some(({ records }) => records.length), `call ${nth}`);
  }
}));
