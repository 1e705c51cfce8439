// When the journal writes, what it says about it, and that nothing is lost when the store refuses.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { handTimers, settle, TestStore } from './journal_world.mjs';
import { load } from './load.mjs';

const { Journal } = await load('storage/journal.ts');
const { fold, makeRecord } = await load('storage/records.ts');

async function opened(...stores) {
  if (!stores.length) stores.push(new TestStore());
  const said = [];
  const journal = new Journal(stores, (ok, reason) => said.push(reason ?? ok));
  const start = await journal.open();
  return { journal, said, start, store: stores[0] };
}

/** What a store would give back at the next start. */
const fieldsIn = (store, id = 'd') => fold(store.records).dossiers.find((dossier) => dossier.id === id)?.fields;

test('an action is written at once and reported after the commit only', async () => {
  const { journal, said, store } = await opened();
  journal.save('d', { a: '1', b: '2' }, false);
  assert.deepEqual(said, []);
  await settle();
  assert.deepEqual(store.records.map(({ field, value }) => [field, value]), [['a', '1'], ['b', '2']]);
  assert.deepEqual(said, [true]);
});

test('keystrokes are written together, and within 200 ms also when the typing never rests', async () => {
  const timers = handTimers();
  try {
    const { journal, store } = await opened();
    const type = async (value, ms) => {
      journal.save('d', { name: value }, true);
      timers.tick(ms);
      await settle();
    };
    await type('"L"', 150);
    assert.equal(store.records.length, 0);
    await type('"Lò"', 50);
    assert.deepEqual(store.records.map(({ value }) => value), ['"Lò"']);
    await type('"Lò M"', 150);
    await type('"Lò Mò"', 50);
    assert.deepEqual(store.records.map(({ value }) => value), ['"Lò"', '"Lò Mò"']);
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
    assert.deepEqual(fieldsIn(store), { a: '2', b: '1' });
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
  await settle();
  assert.deepEqual(store.aside, [damaged]);
  assert.deepEqual(start.dossiers.find(({ id }) => id === 'd').fields, { a: '1' });
  journal.save('later', { a: '1' }, false);
  await settle();
  assert.deepEqual(said, ['newer']);
  assert.equal(store.records.length, 3);
});

test('what a newer version has written is refused for good: a commit of something else says nothing else of it, and the page may go', async () => {
  const store = new TestStore();
  store.records = [{ v: 9, seq: 3, dossier: 'later' }];
  const { journal, said } = await opened(store);
  journal.save('d', { a: '1' }, true);
  journal.save('later', { a: '1' }, false);
  await journal.flush();
  assert.deepEqual(said, ['newer', 'newer']);
  assert.deepEqual([journal.safe, fieldsIn(store)], [true, { a: '1' }]);
  journal.save('d', { a: '2' }, false);
  await journal.flush();
  assert.equal(said.at(-1), true, 'what was entered last is kept');
});

test('what a newer version has written is not erased: it may have been taken out of the bin in a way that cannot be read here', async () => {
  const store = new TestStore();
  store.records = [makeRecord({ dossier: 'later', field: 'binned', value: '"2026-10-01"' }, 1), { v: 9, seq: 3, dossier: 'later' }];
  const { journal, said } = await opened(store);
  await journal.erase('later');
  assert.deepEqual([said, store.records.length], [['newer'], 2]);
});

test('erasing forgets also what has failed to be written', async () => {
  const { journal, store } = await opened();
  store.failures = ['UnknownError'];
  journal.save('d', { a: '1' }, false);
  journal.save('e', { a: '1' }, false);
  await journal.erase('d');
  await journal.flush();
  assert.deepEqual(store.records.filter(({ field }) => field !== 'erased').map(({ dossier }) => dossier), ['e']);
  assert.deepEqual(fold(store.records).dossiers.map(({ id }) => id), ['e']);
});

test('both stores get every record, with the same number', async () => {
  const [one, two] = [new TestStore(), new TestStore()];
  const { journal } = await opened(one, two);
  for (let index = 0; index < 5; index++) journal.save('d', { a: String(index), b: '1' }, false);
  await journal.flush();
  assert.equal(fieldsIn(one).a, '4');
  assert.deepEqual(one.records, two.records);
});

test('one store is enough to be saved; the other gets what it has missed', async () => {
  const timers = handTimers();
  try {
    const [one, two] = [new TestStore(), new TestStore()];
    const { journal, said } = await opened(one, two);
    two.failures = ['UnknownError', 'QuotaExceededError'];
    journal.save('d', { a: '1' }, false);
    await journal.flush();
    journal.save('d', { b: '2' }, false);
    await journal.flush();
    assert.ok(said.length > 0 && said.every((word) => word === true), String(said));
    timers.tick(20_000);
    await journal.flush();
    assert.deepEqual(fieldsIn(two), { a: '1', b: '2' });
  } finally {
    timers.reset();
  }
});

test('what only one store has is read, and written to the other', async () => {
  const [one, two] = [new TestStore(), new TestStore()];
  one.records = [makeRecord({ dossier: 'd', field: 'a', value: '1' }, 1)];
  two.records = [makeRecord({ dossier: 'd', field: 'b', value: '2' }, 2)];
  const { journal, start } = await opened(one, two);
  assert.deepEqual(start.dossiers[0].fields, { a: '1', b: '2' });
  await journal.flush();
  assert.deepEqual([fieldsIn(one), fieldsIn(two)], [{ a: '1', b: '2' }, { a: '1', b: '2' }]);
});

test('a store that is lost or never answers costs nothing but itself', async () => {
  const timers = handTimers();
  try {
    for (const break_ of [(store) => { store.failures = ['UnknownError']; }, (store) => { store.readAll = () => new Promise(() => {}); }]) {
      const [one, two] = [new TestStore(), new TestStore()];
      one.records = [makeRecord({ dossier: 'd', field: 'a', value: '1' }, 1)];
      break_(two);
      const opening = opened(one, two);
      await settle();
      timers.tick(2000);
      const { journal, start, said } = await opening;
      assert.deepEqual(start.dossiers[0].fields, { a: '1' });
      journal.save('d', { b: '2' }, false);
      await journal.flush();
      assert.deepEqual(said, [true]);
      assert.deepEqual(fieldsIn(one), { a: '1', b: '2' });
    }
  } finally {
    timers.reset();
  }
});

test('a dossier erased while one store refused does not come back from it', async () => {
  const [one, two] = [new TestStore(), new TestStore()];
  const first = await opened(one, two);
  first.journal.save('d', { a: '1' }, false);
  await first.journal.flush();
  two.failures = Array(9).fill('UnknownError');
  await first.journal.erase('d');
  two.failures = [];
  assert.deepEqual(fieldsIn(two), { a: '1' }, 'the refusing store knows nothing of it');
  const { start, journal } = await opened(one, two);
  assert.deepEqual(start.dossiers, []);
  await journal.flush();
  assert.deepEqual(two.records.map(({ field }) => field), ['erased']);
});

test('numbers go on after those of every store and every tab', async () => {
  const [one, two] = [new TestStore(), new TestStore()];
  two.records = [makeRecord({ dossier: 'd', field: 'a', value: '1' }, 40)];
  const here = await opened(one, two);
  const there = await opened(one, two);
  here.journal.save('d', { a: '2' }, false);
  await here.journal.flush();
  await new Promise((resolve) => { setTimeout(resolve, 0); });
  await settle();
  there.journal.save('d', { a: '3' }, false);
  await there.journal.flush();
  assert.equal(fieldsIn(one).a, '3');
  assert.ok(one.records.at(-1).seq > 41);
});

// SQLite's way: the first call fails, then the second, and so on, until a run passes untouched.
test('whichever call fails, nothing that was called saved is lost', async () => {
  const timers = handTimers();
  try {
    for (let nth = 0; nth < 12; nth++) {
      const stores = [new TestStore(), new TestStore()];
      let calls = 0;
      for (const store of stores) store.fail = () => { if (calls++ === nth) throw new DOMException('refused', 'UnknownError'); };
      const { journal, said } = await opened(...stores);
      const expected = {};
      for (let index = 0; index < 4; index++) {
        journal.save('d', { [`f${index}`]: String(index) }, false);
        await journal.flush();
        if (said.at(-1) === true) expected[`f${index}`] = String(index);
      }
      const { dossiers } = fold(stores.flatMap(({ records }) => records));
      for (const [field, value] of Object.entries(expected)) assert.equal(dossiers[0].fields[field], value, `call ${nth}`);
      assert.ok(Object.keys(expected).length >= 3, `call ${nth}: ${said}`);
    }
  } finally {
    timers.reset();
  }
});

/** Two pages of one browser, and what the second hears of the first. */
async function twoPages() {
  const store = new TestStore();
  const [here, there] = [await opened(store), await opened(store)];
  const heard = [];
  there.journal.follow((changed) => heard.push(changed));
  const arrives = async () => {
    while (!heard.length) await new Promise((resolve) => { setTimeout(resolve, 1); });
    return heard.shift();
  };
  return { store, here, there, arrives };
}

test('what one page writes the other hears, whole and only after the commit', async () => {
  const { here, arrives } = await twoPages();
  here.journal.save('d', { a: '1', b: '2' }, false);
  assert.deepEqual(await arrives(), { dossiers: [{ id: 'd', fields: { a: '1', b: '2' }, readonly: false }], erased: [] });
  here.journal.save('d', { a: '3' }, false);
  assert.deepEqual((await arrives()).dossiers[0].fields, { a: '3', b: '2' });
});

test('a dossier erased in one page is erased in the other, with what waits there', async () => {
  const { store, here, there, arrives } = await twoPages();
  here.journal.save('d', { a: '1' }, false);
  await arrives();
  there.journal.save('d', { b: '2' }, true);
  await here.journal.erase('d');
  assert.deepEqual(await arrives(), { dossiers: [], erased: ['d'] });
  await there.journal.flush();
  assert.deepEqual(store.records.map(({ field }) => field), ['erased']);
});

test('a page that looks on writes what waited, and nothing new', async () => {
  const { journal, said, store } = await opened();
  journal.save('d', { a: '1' }, true);
  assert.deepEqual(journal.leave('d').map(({ value }) => value), ['1']);
  await journal.flush();
  journal.save('d', { a: '2' }, false);
  await journal.flush();
  assert.deepEqual([said, fieldsIn(store)], [[true, 'elsewhere'], { a: '1' }]);
  journal.enter('d');
  journal.save('d', { a: '3' }, false);
  await journal.flush();
  assert.deepEqual(fieldsIn(store), { a: '3' });
});

test('what is entered while a page comes to a dossier is the newest, whatever the page before it wrote last', async () => {
  const { journal, said, store } = await opened();
  const heard = [];
  journal.follow(({ dossiers }) => heard.push(dossiers[0].fields.a));
  journal.come('d');
  journal.save('d', { a: '"mine"' }, false);
  await settle();
  store.records.push(...['a', 'b'].map((field) => makeRecord({ dossier: 'd', field, value: '"theirs"' }, 1000)));
  await journal.refresh();
  journal.enter('d');
  await journal.flush();
  const { a, b } = fieldsIn(store);
  assert.deepEqual([a, b, heard.at(-1), said.at(-1)], ['"mine"', '"theirs"', '"mine"', true]);
});

test('a page that gives up before the dossier is free changes nothing of the other one', async () => {
  const { journal, store } = await opened();
  journal.come('d');
  journal.save('d', { a: '"mine"' }, false);
  await journal.flush();
  journal.giveUp('d');
  journal.hear([makeRecord({ dossier: 'd', field: 'a', value: '"theirs"' }, 1000)]);
  store.records.push(makeRecord({ dossier: 'd', field: 'a', value: '"theirs"' }, 1000));
  journal.enter('d');
  await journal.flush();
  assert.equal(fieldsIn(store).a, '"theirs"');
});

test('records of another page are not trusted', async () => {
  const { journal } = await opened();
  const heard = [];
  journal.follow((changed) => heard.push(changed));
  const sound = makeRecord({ dossier: 'd', field: 'a', value: '1' }, 1);
  journal.hear([{ ...sound, value: '2' }, null, 'x', { dossier: 'd' }, { ...sound, crc: '1' }]);
  assert.deepEqual(heard, []);
  journal.hear([sound]);
  assert.equal(heard.length, 1);
});

test('a store that never ends a write holds up nothing: the other one keeps it, and that is said', async () => {
  const timers = handTimers();
  try {
    const [one, two] = [new TestStore(), new TestStore()];
    const { journal, said } = await opened(one, two);
    two.append = () => new Promise(() => {});
    journal.save('d', { a: '1' }, false);
    await settle();
    assert.deepEqual(said, [], 'not called saved while it is being written');
    timers.tick(5000);
    await settle();
    assert.deepEqual([said, fieldsIn(one)], [[true], { a: '1' }]);
    journal.save('d', { b: '2' }, false);
    await settle();
    timers.tick(5000);
    await settle();
    assert.deepEqual(fieldsIn(one), { a: '1', b: '2' });
  } finally {
    timers.reset();
  }
});

test('a store that answers nothing at all is asked once: the start waits for it no longer than for its reading', async () => {
  const timers = handTimers();
  try {
    const [one, two] = [new TestStore(), new TestStore()];
    one.records = [makeRecord({ dossier: 'd', field: 'a', value: '1' }, 1)];
    two.readAll = two.probe = () => new Promise(() => {});
    const opening = opened(one, two);
    await settle();
    timers.tick(2000);
    const { start } = await opening;
    assert.deepEqual([start.storage, start.dossiers[0].fields], ['ok', { a: '1' }]);
  } finally {
    timers.reset();
  }
});
