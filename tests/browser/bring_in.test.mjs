// A back-up file brought in on the rescue page: everything equal, nothing overwritten unseen, taken back, and files of other kinds.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { load } from '../web/load.mjs';
import { plain, procedure } from './expected.mjs';
import { beginsWith } from './person.mjs';
import { backupIn, begin, card, choose, downloaded, keptDossiers, keptInLog, openRescue, part, paths, press, say, shows } from './rescue_page.mjs';
import { openPerson, personTest, until } from './support.mjs';

const [{ makeBackup }, { largestBackup }, { makeRecord, fold }] = await Promise.all(['backup/make.ts', 'backup/format.ts', 'storage/records.ts'].map(load));
const axe = readFileSync(fileURLToPath(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url)), 'utf8');
const birth = procedure('dang-ky-khai-sinh');
const marriage = procedure('dang-ky-ket-hon');
const [place] = birth.questions;
const labelOf = (value, lang = 'vi') => place.options.find((option) => option.value === value).label[lang];
const take = (person, choice) => person.press(part(person).getByRole('radio', { name: beginsWith(say(`device.choice.${choice}`, {}, person.lang)) }));

/** What the file of this device holds now, as the page saves it. */
async function saved(person) {
  return backupIn(await downloaded(person, () => person.pressButton(say('save_all', {}, person.lang))));
}

/** The file of a device on which two procedures were begun. */
async function fileOfAnother() {
  const other = await openPerson({});
  try {
    await begin(other, birth, 'home', 'none');
    await begin(other, marriage, 'domestic');
    await openRescue(other);
    const { bytes } = await downloaded(other, () => other.pressButton(say('save_all')));
    return { bytes, ...backupIn({ bytes }) };
  } finally {
    await other.close();
  }
}

/** This device's own file with one answer changed and one added. */
async function changedFile(person) {
  await begin(person, birth, 'home', 'none');
  await openRescue(person);
  const { dossiers: [own], pins, made } = await saved(person);
  const fields = { ...own.fields, 'answer.birthPlace': '"facility"', 'answer.copies': '3' };
  return { own, bytes: makeBackup([{ id: own.id, fields }], pins, made), fields };
}

personTest('saved on one device, brought in on another without WebAssembly: everything is equal in both stores', {}, async (person) => {
  const file = await fileOfAnother();
  await person.page.addInitScript(() => { delete globalThis.WebAssembly; });
  await openRescue(person);
  await choose(person, file.bytes);
  await shows(person, 'device.bring.preview', { n: 2 });
  assert.deepEqual(await person.page.evaluate(() => indexedDB.databases()), [], 'nothing is written before the button is pressed');
  assert.equal(await part(person).getByText(say('device.bring.new')).count(), 2);
  await press(person, 'device.bring.do');
  await shows(person, 'device.bring.done', { n: 2 });
  await card(person, birth.title.vi).waitFor();
  assert.deepEqual(await keptDossiers(person), file.dossiers);
  assert.deepEqual(await keptInLog(person), file.dossiers);
  const again = await downloaded(person, () => person.pressButton(say('save_all')));
  assert.deepEqual(Buffer.from(again.bytes), Buffer.from(file.bytes), 'the same file, byte by byte');
  await choose(person, file.bytes);
  await shows(person, 'device.bring.all_same');
  assert.equal(await part(person).getByRole('button', { name: say('device.bring.do') }).count(), 0, 'there is nothing left to do');
});

personTest('what was brought in is taken back, comes again, and the app goes on with it; by keyboard, in English', { input: 'keyboard', lang: 'en' }, async (person) => {
  const file = await fileOfAnother();
  await openRescue(person);
  for (const end of ['device.bring.undo', undefined]) {
    await choose(person, file.bytes);
    await press(person, 'device.bring.do');
    await shows(person, 'device.bring.done', { n: 2 });
    if (!end) continue;
    await press(person, end);
    await shows(person, 'device.bring.undone');
    await until(async () => await person.page.getByRole('article').count() === 0, 'the list to be empty again');
    await until(async () => (await person.kept()).records.every(({ field }) => field === 'erased'), 'nothing to be left of it');
  }
  assert.deepEqual((await keptDossiers(person)).map(({ fields }) => fields).sort(byText), file.dossiers.map(({ fields }) => fields).sort(byText));
  await person.page.unroute(/\.wasm/);
  await person.open('/en/');
  await person.heading(person.say('home.continue'), 2).waitFor();
  assert.equal(await person.role('button', person.say('procedure.resume')).count(), 2);
});

const byText = (a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

for (const choice of ['here', 'there', 'both']) {
  personTest(`both values are shown where they differ, then it is as chosen (${choice}), and it can be taken back`, {}, async (person) => {
    const { own, bytes, fields } = await changedFile(person);
    await choose(person, bytes);
    await shows(person, 'device.bring.differs', { n: 1 });
    const article = part(person).getByRole('article', { name: birth.title.vi, exact: true });
    assert.equal(plain(await article.getByRole('term').filter({ hasText: place.text.vi }).first().textContent()), plain(place.text.vi));
    const sides = (await article.getByRole('definition').allTextContents()).map(plain);
    for (const side of [say('device.bring.here') + labelOf('home'), say('device.bring.there') + labelOf('facility')]) assert.ok(sides.includes(plain(side)), sides.join('\n'));
    assert.ok(await part(person).getByRole('radio', { name: beginsWith(say('device.choice.here')) }).isChecked());
    if (choice !== 'here') await take(person, choice);
    await press(person, 'device.bring.do');
    await shows(person, 'device.bring.done', { n: 1 });
    const kept = await keptDossiers(person);
    const mine = kept.find(({ id }) => id === own.id).fields;
    const expected = { here: ['"home"', '3', 1], there: ['"facility"', '3', 1], both: ['"home"', undefined, 2] }[choice];
    assert.deepEqual([mine['answer.birthPlace'], mine['answer.copies'], kept.length], expected);
    if (choice === 'both') assert.deepEqual(kept.find(({ id }) => id !== own.id).fields, fields);
    await press(person, 'device.bring.undo');
    await shows(person, 'device.bring.undone');
    const back = (await keptDossiers(person)).map(({ id, fields: now }) => ({ id, fields: Object.fromEntries(Object.entries(now).filter(([, value]) => value !== '""')) }));
    assert.deepEqual(back, [own]);
  });
}

personTest('what changed meanwhile is shown again first, and what was worked on since is not taken back', {}, async (person) => {
  const { own, bytes } = await changedFile(person);
  await choose(person, bytes);
  await shows(person, 'device.bring.differs', { n: 1 });
  await write(person, { dossier: own.id, field: 'answer.situation', value: '"late"' });
  await take(person, 'there');
  await press(person, 'device.bring.do');
  await shows(person, 'device.bring.changed');
  await shows(person, 'device.bring.differs', { n: 2 });
  assert.equal((await keptDossiers(person))[0].fields['answer.birthPlace'], '"home"', 'nothing was written');
  await take(person, 'there');
  await press(person, 'device.bring.do');
  await shows(person, 'device.bring.done', { n: 1 });
  await write(person, { dossier: own.id, field: 'answer.birthPlace', value: '"elsewhere"' });
  await press(person, 'device.bring.undo');
  await shows(person, 'device.bring.undone.kept', { n: 1 });
  const [{ fields }] = await keptDossiers(person);
  assert.deepEqual([fields['answer.birthPlace'], fields['answer.situation']], ['"elsewhere"', '"none"']);
});

/** As another tab would. */
async function write(person, entry) {
  const { last } = fold((await person.kept()).records);
  await person.page.evaluate((record) => new Promise((resolve, reject) => {
    indexedDB.open('danloi').onsuccess = ({ target: { result: database } }) => {
      const tx = database.transaction('records', 'readwrite');
      tx.objectStore('records').put(record);
      tx.oncomplete = () => { database.close(); resolve(); };
      tx.onabort = () => reject(tx.error);
    };
  }), makeRecord(entry, last + 1));
}

personTest('files of other kinds, damaged ones and large ones: each has its sentence, and nothing is written', {}, async (person) => {
  const { bytes } = await fileOfAnother();
  await begin(person, marriage, 'domestic');
  await openRescue(person);
  const before = await person.kept();
  const flipped = bytes.slice();
  flipped[bytes.indexOf(10) + 60] ^= 1; // in the first dossier
  const text = new TextDecoder().decode(bytes);
  const files = [
    ['device.bring.empty.failed', ''],
    ['device.bring.foreign.failed', readFileSync(fileURLToPath(new URL('../../shell/icon-192.png', import.meta.url)))],
    ['device.bring.foreign.failed', '<!doctype html><title>dan-loi</title>'],
    ['device.bring.foreign.failed', 'PK\u0003\u0004'],
    ['device.bring.newer.failed', text.replace('"v":1', '"v":2')],
    ['device.bring.damaged.failed', bytes.slice(0, 200)],
    ['device.bring.large.failed', new Uint8Array(largestBackup + 1)],
    ['device.bring.part.failed', flipped],
    ['device.bring.part.failed', bytes.slice(0, bytes.length - 30)],
  ];
  for (const [key, content] of files) {
    await choose(person, content);
    await shows(person, key);
    assert.equal(await part(person).getByRole('button', { name: say('device.bring.do') }).count(), key.includes('part') ? 1 : 0, key);
  }
  assert.deepEqual(await person.kept(), before);
  await choose(person, flipped);
  await shows(person, 'device.bring.preview', { n: 1 });
  await press(person, 'device.bring.do');
  await shows(person, 'device.bring.done', { n: 1 });
  await choose(person, makeBackup([], [], '2026-11-22'));
  await shows(person, 'device.bring.nothing');
});

personTest('a full device: nothing is called brought in before it is, the preview stays, and it is written when there is room', {}, async (person) => {
  const { bytes, dossiers } = await fileOfAnother();
  await person.page.route(/\/assets\/log\./, (route) => route.abort()); // the other store's worker
  await begin(person, birth, 'home');
  await openRescue(person);
  await choose(person, bytes);
  await shows(person, 'device.bring.preview', { n: 2 });
  await person.page.evaluate(() => {
    globalThis.real = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (names, mode = 'readonly', ...rest) {
      if (mode !== 'readonly') throw new DOMException('full', 'QuotaExceededError');
      return globalThis.real.call(this, names, mode, ...rest);
    };
  });
  await press(person, 'device.bring.do');
  await shows(person, 'device.write.quota.failed');
  await shows(person, 'device.bring.preview', { n: 2 });
  assert.equal(await part(person).getByText(say('device.bring.done', { n: 2 })).count(), 0);
  assert.equal((await keptDossiers(person)).length, 1);
  await person.page.evaluate(() => { IDBDatabase.prototype.transaction = globalThis.real; });
  await press(person, 'device.write.retry');
  await shows(person, 'device.bring.done', { n: 2 });
  const kept = await keptDossiers(person);
  for (const dossier of dossiers) assert.deepEqual(kept.find(({ id }) => id === dossier.id), dossier);
});

personTest('room for what was entered and none for the procedure that goes with it: it is told, and the same file brings it later', {}, async (person) => {
  const { bytes, pins } = await fileOfAnother();
  await person.page.route(/\/assets\/log\./, (route) => route.abort()); // the other store's worker
  await openRescue(person);
  await choose(person, bytes);
  await shows(person, 'device.bring.preview', { n: 2 });
  await person.page.evaluate(() => {
    const real = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (names, mode = 'readonly', ...rest) {
      if (mode !== 'readonly' && [names].flat().includes('pins')) throw new DOMException('full', 'QuotaExceededError');
      return real.call(this, names, mode, ...rest);
    };
  });
  await press(person, 'device.bring.do');
  await shows(person, 'device.write.pins.failed');
  assert.equal(await part(person).getByText(say('device.bring.done', { n: 2 })).count(), 0);
  await until(async () => (await keptDossiers(person)).length === 2, 'what was entered to be written');
  await openRescue(person);
  await choose(person, bytes);
  await shows(person, 'device.bring.pins');
  await press(person, 'device.bring.do');
  await shows(person, 'device.bring.pins.done');
  assert.deepEqual((await saved(person)).pins, pins);
  await choose(person, bytes);
  await shows(person, 'device.bring.all_same');
});

for (const colorScheme of ['light', 'dark']) {
  personTest(`a preview is open to a screen reader, to large text and to a narrow screen (${colorScheme})`, {}, async (person) => {
    const { bytes } = await changedFile(person);
    await person.page.evaluate(() => localStorage.setItem('danloi.textScale', '200'));
    await person.page.setViewportSize({ width: 320, height: 640 });
    await person.page.emulateMedia({ colorScheme });
    await openRescue(person);
    await choose(person, bytes);
    await shows(person, 'device.bring.differs', { n: 1 });
    assert.equal(await person.page.evaluate(() => document.activeElement.textContent), say('device.bring.preview', { n: 1 }));
    await person.page.evaluate(axe);
    const { violations } = await person.page.evaluate(() => globalThis.axe.run());
    assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`), []);
    assert.equal(await person.page.evaluate(() => document.scrollingElement.scrollWidth), 320);
  });
}

personTest('when the further parts cannot be loaded the list stands, and the person is told', {}, async (person) => {
  await begin(person, birth, 'home');
  await person.page.route(/\/assets\/device\./, (route) => route.abort());
  await openRescue(person);
  await card(person, birth.title.vi).waitFor();
  await person.reads(say('device.parts.failed'));
  assert.equal((await saved(person)).dossiers.length, 1);
  person.forgive(/ERR_FAILED/);
  assert.equal(new URL(person.page.url()).pathname, paths.vi);
});
