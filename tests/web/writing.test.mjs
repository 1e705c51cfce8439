// What is brought in is written with the definitions that go with it, and neither is called written before it is.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hashOf } from '../browser/definitions.mjs';
import { handTimers, TestStore } from './journal_world.mjs';
import { load } from './load.mjs';

const [{ compareNow, lackingPins, Writing }, { readBackup }, { makeBackup }] = await Promise.all(['device/write.ts', 'backup/read.ts', 'backup/make.ts'].map(load));

const bytes = new TextEncoder().encode('{"id":"mẫu"}');
const pin = { hash: hashOf(bytes), bytes };
const meta = JSON.stringify({ procedure: 'p', version: '1', hash: pin.hash, created: '2026-11-22' });
const file = readBackup(makeBackup([{ id: 'a', fields: { meta, 'answer.x': '1' } }], [pin], '2026-11-22')).backup;

/** A device with two stores, and what bringing the file in says. */
async function broughtIn(stores, { dossiers, pins } = file) {
  const said = [];
  const writing = new Writing(stores, (ok, reason) => said.push([reason ?? ok, writing.lacksPins]));
  const begun = await writing.start({ comparisons: await compareNow(dossiers, stores), choice: () => 'here' }, pins);
  return { writing, said, begun };
}

const newStores = () => [new TestStore(), new TestStore()];
const lacking = async (stores) => (await lackingPins(file.pins, await compareNow(file.dossiers, stores), stores)).map(({ hash }) => hash);

test('dossiers and definitions are written, then it is said, once', async () => {
  const stores = newStores();
  const { writing, said, begun } = await broughtIn(stores);
  await writing.retry();
  assert.deepEqual([begun, writing.changed, said], [true, 1, [[true, false]]]);
  for (const store of stores) assert.deepEqual([store.records.length, store.pins.get(pin.hash)], [2, bytes]);
  assert.deepEqual(await lacking(stores), []);
});

test('a definition that no store takes is told apart from dossiers that none takes, and written when there is room', async () => {
  const timers = handTimers();
  try {
    const stores = newStores();
    const refuse = async () => { throw new DOMException('full', 'QuotaExceededError'); };
    for (const store of stores) store.putPin = refuse;
    const { writing, said } = await broughtIn(stores);
    await writing.retry();
    assert.ok(said.length > 0 && said.every(([reason, lacks]) => reason === 'quota' && lacks), String(said));
    assert.equal(stores[0].records.length, 2);
    for (const store of stores) delete store.putPin;
    await writing.retry();
    assert.deepEqual(said.at(-1), [true, false]);

    const none = newStores();
    for (const store of none) store.append = refuse;
    const other = await broughtIn(none);
    await other.writing.retry();
    assert.deepEqual(other.said.at(-1), ['quota', false]);
  } finally {
    timers.reset();
  }
});

test('the same file again brings the definition that was lacking, and nothing else', async () => {
  const stores = newStores();
  await (await broughtIn(stores)).writing.retry();
  for (const { pins } of stores) pins.clear();
  assert.deepEqual(await lacking(stores), [pin.hash]);
  const { writing, said, begun } = await broughtIn(stores);
  await writing.retry();
  assert.deepEqual([begun, writing.changed, said, await lacking(stores)], [true, 0, [[true, false]], []]);
  assert.equal((await broughtIn(stores)).begun, false);
});

test('without a store it is refused once, also when only a definition is lacking', async () => {
  const stores = newStores();
  await (await broughtIn(stores)).writing.retry();
  for (const store of stores) store.pins.clear();
  const said = [];
  const comparisons = await compareNow(file.dossiers, stores);
  for (const store of stores) store.readAll = async () => { throw new DOMException('refused', 'SecurityError'); };
  const writing = new Writing(stores, (ok, reason) => said.push(reason));
  assert.equal(await writing.start({ comparisons, choice: () => 'here' }, file.pins), true);
  assert.deepEqual(said, ['missing']);
});

test('bytes of a file that are not those of their hash are not kept', async () => {
  const stores = newStores();
  const forged = { ...file, pins: [{ hash: pin.hash, bytes: bytes.slice(1) }] };
  await (await broughtIn(stores, forged)).writing.retry();
  assert.deepEqual([stores[0].records.length, stores[0].pins.size], [2, 0]);
});
