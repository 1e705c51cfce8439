// The real store in a real browser: order numbers, damage, closing behind our back, erasing, a newer database.
import assert from 'node:assert/strict';
import { after, before, beforeEach, afterEach, test } from 'node:test';
import { launch, openPage, origin } from './browser.mjs';
import { bundled } from './load.mjs';

let browser;
let script;
let opened;

before(async () => { [browser, script] = await Promise.all([launch(), bundled('storage/indexeddb.ts', 'iife')]); });
after(() => browser?.close());
beforeEach(async () => {
  opened = await openPage(browser, { '/': ['text/html', '<!doctype html><title>.</title>'] });
  await goTo(opened.page);
});
afterEach(() => opened.context.close());

async function goTo(page) {
  await page.goto(origin + '/');
  await page.addScriptTag({ content: script });
  await page.evaluate(() => { globalThis.store = new danloiTest.IndexedDbStore(); });
}

const entries = (...values) => values.map((value) => ({ dossier: 'd', field: 'a', value }));

test('records come back after a reload, numbered in order', async () => {
  const { page } = opened;
  await page.evaluate((list) => store.append(list), entries('"một"'));
  await page.evaluate((list) => store.append(list), entries('"hai"'));
  await goTo(page);
  const records = await page.evaluate(() => store.readAll());
  assert.deepEqual(records.map(({ seq, value, v, key }) => [seq, value, v, key]), [[1, '"một"', 1, 0], [2, '"hai"', 1, 0]]);
});

test('two tabs never give the same number', async () => {
  const second = await opened.context.newPage();
  await goTo(second);
  const many = (page, from) => page.evaluate(async (first) => {
    for (let index = 0; index < 25; index++) await store.append([{ dossier: 'd' + first, field: 'f' + index, value: '1' }]);
  }, from);
  await Promise.all([many(opened.page, 1), many(second, 2)]);
  const records = await second.evaluate(() => store.readAll());
  assert.equal(records.length, 50);
  assert.equal(new Set(records.map(({ seq }) => seq)).size, 50);
});

test('a few values of a field are kept, the oldest go', async () => {
  const { page } = opened;
  for (const value of ['1', '2', '3', '4', '5']) await page.evaluate((list) => store.append(list), entries(value));
  await goTo(page);
  assert.deepEqual((await page.evaluate(() => store.readAll())).map(({ value }) => value), ['3', '4', '5']);
  await page.evaluate((list) => store.append(list), entries('6'));
  assert.deepEqual((await page.evaluate(() => store.readAll())).map(({ value }) => value), ['4', '5', '6']);
});

test('every write asks for the strict durability', async () => {
  const asked = await opened.page.evaluate(async (list) => {
    const seen = [];
    const before = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (names, mode, options) {
      seen.push([mode, options?.durability]);
      return before.call(this, names, mode, options);
    };
    await store.append(list);
    await store.erase('d');
    return seen;
  }, entries('1'));
  assert.deepEqual(asked, [['readwrite', 'strict'], ['readwrite', 'strict']]);
});

test('a connection closed behind our back is opened again and nothing is lost', async () => {
  const values = await opened.page.evaluate(async (list) => {
    await store.append(list);
    const database = await store.opening;
    database.close();
    await store.append(list);
    return (await store.readAll()).length;
  }, entries('1'));
  assert.equal(values, 2);
});

test('another tab may delete the database: the connection steps aside and writing goes on', async () => {
  const second = await opened.context.newPage();
  await goTo(second);
  await opened.page.evaluate((list) => store.append(list), entries('1'));
  await second.evaluate(() => new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase('danloi');
    request.onsuccess = resolve;
    request.onblocked = reject;
  }));
  await opened.page.evaluate((list) => store.append(list), entries('2'));
  assert.deepEqual((await opened.page.evaluate(() => store.readAll())).map(({ value }) => value), ['2']);
});

test('damaged records are moved to where they are kept but not read', async () => {
  const { page } = opened;
  await page.evaluate((list) => store.append(list), entries('1'));
  const kept = await page.evaluate(async () => {
    const [record] = await store.readAll();
    await store.setAside([record]);
    const database = await store.opening;
    const all = database.transaction('damaged').objectStore('damaged').getAll();
    await new Promise((resolve) => { all.onsuccess = resolve; });
    return { left: (await store.readAll()).length, aside: all.result.map(({ value }) => value) };
  });
  assert.deepEqual(kept, { left: 0, aside: ['1'] });
});

test('erasing takes one dossier and leaves the others', async () => {
  const left = await opened.page.evaluate(async () => {
    await store.append(['d', 'e', 'd'].map((dossier, index) => ({ dossier, field: 'f' + index, value: '1' })));
    await store.erase('d');
    return (await store.readAll()).map(({ dossier }) => dossier);
  });
  assert.deepEqual(left, ['e']);
});

test('a database of a newer version is read, not cleared', async () => {
  const { page } = opened;
  await page.evaluate((list) => store.append(list), entries('1'));
  await page.evaluate(async () => {
    (await store.opening).close();
    await new Promise((resolve) => { indexedDB.open('danloi', 9).onsuccess = ({ target }) => resolve(target.result.close()); });
  });
  await goTo(page);
  assert.deepEqual((await page.evaluate(() => store.readAll())).map(({ value }) => value), ['1']);
});

test('a definition is kept byte by byte', async () => {
  const bytes = await opened.page.evaluate(async () => {
    await store.putPin('hash', new TextEncoder().encode('{"id":"mẫu"}'));
    return new TextDecoder().decode(await store.getPin('hash'));
  });
  assert.equal(bytes, '{"id":"mẫu"}');
});
