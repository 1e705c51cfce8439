// Both real stores in a real browser: what they keep, prune, set aside and erase, and what each does when it is broken.
import assert from 'node:assert/strict';
import { after, before, beforeEach, afterEach, test } from 'node:test';
import { launch, openPage, origin } from './browser.mjs';
import { bundled, load } from './load.mjs';

const { makeRecord } = await load('storage/records.ts');

let browser;
let files;
let opened;

before(async () => {
  const [indexedDb, log, worker] = await Promise.all([
    bundled('storage/indexeddb.ts', 'iife'), bundled('storage/opfs.ts', 'iife'), bundled('storage/log_worker.ts'),
  ]);
  browser = await launch();
  files = {
    '/': ['text/html', '<!doctype html><title>.</title>'],
    '/indexeddb.js': ['text/javascript', `${indexedDb};globalThis.makeStore = () => new danloiTest.IndexedDbStore();`],
    '/log.js': ['text/javascript', `${log};globalThis.makeStore = () => new danloiTest.LogStore('/assets/log.0123.js');`],
    '/assets/log.0123.js': ['text/javascript', worker],
  };
});
after(() => browser?.close());
beforeEach(async () => { opened = await openPage(browser, files); });
afterEach(() => opened.context.close());

/** A tab, or the same tab after a reload, with a fresh store of this kind. */
async function open(kind, page = opened.page) {
  await page.goto(origin + '/');
  await page.addScriptTag({ url: `/${kind}.js` });
  await page.evaluate(() => { globalThis.store = makeStore(); });
  return {
    page,
    append: (...records) => page.evaluate((list) => store.append(list), records),
    read: () => page.evaluate(async () => { // as the journal does at a start
      const values = await store.readAll();
      await store.probe();
      return values;
    }),
    erase: (dossier) => page.evaluate((id) => store.erase(id), dossier),
    setAside: (...values) => page.evaluate((list) => store.setAside(list), values),
  };
}

let last = 0;
const record = (value, field = 'a', dossier = 'd') => makeRecord({ dossier, field, value }, ++last);
const valuesOf = (records) => records.map(({ value }) => value).sort();

for (const kind of ['indexeddb', 'log']) {
  test(`${kind}: records come back after a reload as they were`, async () => {
    const given = [record('"một"'), record('"hai"', 'b'), record('"ba\\n bốn"', 'c', 'e')];
    await (await open(kind)).append(...given);
    const bySeq = (list) => [...list].sort((one, two) => one.seq - two.seq);
    assert.deepEqual(bySeq(await (await open(kind)).read()), given);
  });

  test(`${kind}: a few values of a field are kept, the oldest go`, async () => {
    const store = await open(kind);
    for (let index = 0; index < 130; index++) await store.append(record(String(1000 + index)));
    await (await open(kind)).read(); // the log is gathered at a start
    const values = valuesOf(await (await open(kind)).read());
    assert.deepEqual(values, ['1127', '1128', '1129']);
  });

  test(`${kind}: damaged records are moved to where they are kept but not read`, async () => {
    const store = await open(kind);
    const damaged = { ...record('1'), crc: 1 };
    await store.append(damaged, record('2', 'b'));
    await store.setAside(damaged);
    assert.deepEqual(valuesOf(await store.read()), ['2']);
    assert.deepEqual(valuesOf(await (await open(kind)).read()), ['2']);
  });

  test(`${kind}: erasing takes one dossier and leaves the others, and the record that it is gone`, async () => {
    const store = await open(kind);
    await store.append(record('1', 'a', 'd'), record('2', 'z', 'd'), record('3', 'a', 'e'), record('true', 'erased', 'd'));
    await store.erase('d');
    for (const reader of [store, await open(kind)]) assert.deepEqual(valuesOf(await reader.read()), ['3', 'true']);
  });

  test(`${kind}: two tabs write side by side and read each other`, async () => {
    const tabs = [await open(kind), await open(kind, await opened.context.newPage())];
    for (const tab of tabs) await tab.read();
    await Promise.all(tabs.map(async (tab, index) => {
      for (let round = 0; round < 20; round++) await tab.append(record(`"${index} ${round}"`, `f${round}`, `d${index}`));
    }));
    const reader = await open(kind, await opened.context.newPage());
    assert.equal(new Set(valuesOf(await reader.read())).size, 40);
  });

  test(`${kind}: a definition is kept byte by byte`, async () => {
    const { page } = await open(kind);
    const bytes = await page.evaluate(async () => {
      await store.putPin('ab12', new TextEncoder().encode('{"id":"mẫu"}'));
      const none = await store.getPin('cd34');
      return [new TextDecoder().decode(await store.getPin('ab12')), none === undefined];
    });
    assert.deepEqual(bytes, ['{"id":"mẫu"}', true]);
  });
}

test('indexeddb: every write asks for the strict durability', async () => {
  const { page } = await open('indexeddb');
  const asked = await page.evaluate(async (list) => {
    const seen = [];
    const before = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (names, mode, options) {
      seen.push([mode, options?.durability]);
      return before.call(this, names, mode, options);
    };
    await store.append(list);
    await store.erase('d');
    return seen;
  }, [record('1')]);
  assert.deepEqual(asked, [['readwrite', 'strict'], ['readwrite', 'strict']]);
});

test('indexeddb: a connection closed behind our back is opened again and nothing is lost', async () => {
  const store = await open('indexeddb');
  await store.append(record('1'));
  await store.page.evaluate(async () => (await store.opening).close());
  await store.append(record('2'));
  assert.deepEqual(valuesOf(await store.read()), ['1', '2']);
});

test('indexeddb: another tab may delete the database: the connection steps aside and writing goes on', async () => {
  const store = await open('indexeddb');
  const second = await open('indexeddb', await opened.context.newPage());
  await store.append(record('1'));
  await second.page.evaluate(() => new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase('danloi');
    request.onsuccess = resolve;
    request.onblocked = reject;
  }));
  await store.append(record('2'));
  assert.deepEqual(valuesOf(await store.read()), ['2']);
});

test('indexeddb: a database of a newer version is read, not cleared', async () => {
  const store = await open('indexeddb');
  await store.append(record('1'));
  await store.page.evaluate(async () => {
    (await store.opening).close();
    await new Promise((resolve) => { indexedDB.open('danloi', 9).onsuccess = ({ target }) => resolve(target.result.close()); });
  });
  assert.deepEqual(valuesOf(await (await open('indexeddb')).read()), ['1']);
});

/** Names and sizes of the log's files in a folder. */
const filesIn = (page, folder) => page.evaluate(async (name) => {
  const root = await navigator.storage.getDirectory();
  const directory = await root.getDirectoryHandle(name, { create: true });
  const found = [];
  for await (const file of directory.values()) found.push([file.name, await (await file.getFile()).text()]);
  return found;
}, folder);

test('log: a record cut short by a crash is set aside, the others hold', async () => {
  const first = await open('log');
  const whole = record('"nguyên"');
  await first.append(whole);
  await first.page.goto('about:blank'); // the tab is gone: nobody holds the file
  await first.page.goto(origin + '/');
  await first.page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const directory = await root.getDirectoryHandle('journal');
    for await (const file of directory.values()) {
      const writer = await file.createWritable({ keepExistingData: true });
      await writer.write({ type: 'write', position: (await file.getFile()).size, data: '{"v":1,"seq":99,"dossier":"d","fie' });
      await writer.close();
    }
  });
  const store = await open('log');
  const values = await store.read();
  assert.deepEqual(values.filter((value) => typeof value !== 'string'), [whole]);
  const [torn] = values.filter((value) => typeof value === 'string');
  await store.setAside(torn);
  assert.deepEqual(await (await open('log')).read(), [whole]);
  assert.ok((await filesIn(store.page, 'damaged')).some(([, text]) => text.trim() === torn), 'the bytes are kept');
});

test('log: files of tabs that are gone are gathered, the file of a living tab stays', async () => {
  const living = await open('log');
  await living.append(record('"còn"', 'living'));
  for (let round = 0; round < 7; round++) {
    const tab = await open('log', await opened.context.newPage());
    await tab.append(record(`"${round}"`, `f${round}`));
    await tab.page.close();
  }
  const last = await open('log', await opened.context.newPage());
  assert.equal((await last.read()).length, 8);
  assert.equal((await last.read()).length, 8, 'gathered, nothing is lost');
  const left = await filesIn(last.page, 'journal');
  assert.equal(left.length, 2, left.map(([name]) => name).join());
  await living.append(record('"vẫn"', 'still'));
  assert.equal((await last.read()).length, 9);
});

test('log: a worker that cannot be had is a refusal, not a silence', async () => {
  await opened.context.route('**/assets/log.0123.js', (route) => route.abort());
  const { page } = await open('log');
  assert.equal(await page.evaluate(() => store.readAll().then(() => 'read', (reason) => reason.name)), 'InvalidStateError');
});

for (const kind of ['indexeddb', 'log']) {
  test(`${kind}: reading writes nothing, so what is there is read from a full disk too`, async () => {
    const store = await open(kind);
    await store.append(record('1'));
    const { page } = await open(kind);
    const read = await page.evaluate(async () => {
      const transaction = IDBDatabase.prototype.transaction;
      IDBDatabase.prototype.transaction = function (names, mode, options) {
        if (mode === 'readwrite') throw new DOMException('full', 'QuotaExceededError');
        return transaction.call(this, names, mode, options);
      };
      return (await store.readAll()).length;
    });
    assert.equal(read, 1);
  });

  test(`${kind}: erasing takes the damaged records of the dossier as well`, async () => {
    const store = await open(kind);
    const [gone, stays] = [{ ...record('1', 'a', 'weg'), crc: 1 }, { ...record('2', 'a', 'da'), crc: 1 }];
    await store.append(gone, stays);
    await store.setAside(gone, stays);
    await store.erase('weg');
    const left = await store.page.evaluate(damagedOf);
    assert.ok(left.includes('"da"') && !left.includes('"weg"'), left);
  });
}

/** Everything that is set aside in either store, as text. */
async function damagedOf() {
  const database = await new Promise((resolve) => { indexedDB.open('danloi').onsuccess = ({ target }) => resolve(target.result); });
  const names = [...database.objectStoreNames];
  const all = names.includes('damaged') && database.transaction('damaged').objectStore('damaged').getAll();
  if (all) await new Promise((resolve) => { all.onsuccess = resolve; });
  database.close();
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle('damaged', { create: true });
  let text = JSON.stringify(all ? all.result : []);
  for await (const file of folder.values()) text += await (await file.getFile()).text();
  return text;
}
