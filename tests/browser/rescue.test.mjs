// The rescue page: what was entered can be seen, saved and printed when the core is gone; and the way there after a trap.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { plain, procedure, today } from './expected.mjs';
import { makeTrappable, trapAtPress } from './in_page.mjs';
import { backupIn, begin, card, downloaded, keptDossiers, openRescue, paths, say, status } from './rescue_page.mjs';
import { personTest, until } from './support.mjs';

const birth = procedure('dang-ky-khai-sinh');
const marriage = procedure('dang-ky-ket-hon');
const axe = readFileSync(fileURLToPath(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url)), 'utf8');

/** Changes the database behind the app's back, in the page. */
function meddle(person, work) {
  return person.page.evaluate(`new Promise((resolve, reject) => {
    indexedDB.open('danloi').onsuccess = ({ target: { result: database } }) => {
      const tx = database.transaction(['records', 'damaged'], 'readwrite');
      (${work})(tx.objectStore('records'), tx.objectStore('damaged'));
      tx.oncomplete = () => { database.close(); resolve(); };
      tx.onabort = () => reject(tx.error);
    };
  })`);
}

personTest('every dossier is listed with its answers and papers, and the saved file holds what the store holds', {}, async (person) => {
  await begin(person, birth, 'home', 'none');
  await begin(person, marriage, 'domestic');
  await openRescue(person);
  assert.equal(await status(person), say('found', { n: 2 }));
  assert.deepEqual((await person.headings(2, person.page.getByRole('article'))).sort(), [birth.title.vi, marriage.title.vi].sort());
  const facts = await person.facts(card(person, birth.title.vi));
  const [first, second] = birth.questions;
  const labelOf = (question, value) => question.options.find((option) => option.value === value).label.vi;
  assert.deepEqual([facts.get(plain(first.text.vi)), facts.get(plain(second.text.vi))], [labelOf(first, 'home'), labelOf(second, 'none')].map(plain));
  assert.equal(facts.get(say('begun')), today.split('-').reverse().join('/'));
  const papers = await card(person, birth.title.vi).getByRole('listitem').allTextContents();
  assert.ok(papers.length > 0 && papers.every((line) => line.endsWith(`: ${person.say('checklist.state.missing')}`)), papers.join('\n'));

  const all = await downloaded(person, () => person.pressButton(say('save_all')));
  assert.equal(all.name, `dan-loi-${today}.json`);
  assert.equal(await status(person), say('saved', { name: all.name }));
  const kept = await keptDossiers(person);
  assert.deepEqual(backupIn(all).dossiers, kept);
  const hashes = kept.map(({ fields }) => JSON.parse(fields.meta).hash).sort();
  assert.deepEqual(backupIn(all).pins.map(({ hash }) => hash), hashes);
  assert.deepEqual(backupIn(all).pins.map(({ bytes }) => JSON.parse(new TextDecoder().decode(bytes)).id).sort(), [birth.id, marriage.id].sort());

  const one = backupIn(await downloaded(person, () => person.pressButton(`${say('save_one')}: ${marriage.title.vi}`)));
  assert.deepEqual([one.dossiers, one.pins.length], [kept.filter(({ fields }) => JSON.parse(fields.meta).procedure === marriage.id), 1]);
});

personTest('the page itself asks for its style and its scripts only', {}, async (person) => {
  await person.page.goto(person.url + paths.vi);
  await until(async () => await status(person) === say('none'), 'an empty device is told so');
  await person.heading(say('device.bring.title'), 2).waitFor();
  // A worker is asked for in its own time.
  assert.deepEqual(person.faults.requests.map((address) => address.replace(person.url, '').replace(/\.[0-9a-f]{10}\./, '.')).filter((path) => !/icon|log\.js/.test(path)).sort(),
    ['/assets/app.css', '/assets/device.js', '/assets/rescue.js', paths.vi]);
  assert.equal(await person.role('button', say('save_all')).count(), 0);
  assert.deepEqual(await person.page.evaluate(() => indexedDB.databases()), [], 'nothing is made on an empty device');
});

personTest('with the keyboard alone, in English, on a device that takes no more writes', { input: 'keyboard', lang: 'en' }, async (person) => {
  await begin(person, birth, 'home');
  await person.page.addInitScript(() => {
    const before = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (names, mode = 'readonly', ...rest) {
      if (mode !== 'readonly') throw new DOMException('full', 'QuotaExceededError');
      return before.call(this, names, mode, ...rest);
    };
  });
  await openRescue(person);
  await person.heading(say('title', {}, 'en'), 1).waitFor();
  await card(person, birth.title.en).waitFor();
  const save = await downloaded(person, () => person.pressButton(say('save_all', {}, 'en')));
  assert.deepEqual(backupIn(save).dossiers.length, 1);
  await person.pressLink('Tiếng Việt');
  await person.heading(say('title'), 1).waitFor();
});

personTest('on paper: everything, black on white, without buttons', {}, async (person) => {
  await begin(person, birth, 'home');
  await person.page.emulateMedia({ colorScheme: 'dark' });
  await openRescue(person);
  await person.pressButton(say('print'));
  await person.page.waitForFunction(() => globalThis.seen.prints === 1);
  await person.page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const colours = await person.page.evaluate(() => [document.body, ...document.querySelectorAll('#found h2, #found dd, #found li')]
    .map((element) => getComputedStyle(element)).map(({ color, backgroundColor }) => `${color} ${backgroundColor}`));
  assert.deepEqual([...new Set(colours)].sort(), ['rgb(0, 0, 0) rgb(255, 255, 255)', 'rgb(0, 0, 0) rgba(0, 0, 0, 0)']);
  const text = await printedText(person.page);
  for (const wanted of [birth.title.vi, birth.questions[0].text.vi, birth.documents[0].name.vi]) assert.ok(text.includes(squeezed(wanted)), wanted);
  for (const button of [say('save_all'), say('print'), say('save_one')]) assert.ok(!text.includes(squeezed(button)), button);
});

const squeezed = (text) => text.normalize('NFC').replace(/\s+/g, '');

async function printedText(page) {
  const folder = mkdtempSync(join(tmpdir(), 'danloi-rescue-'));
  try {
    await page.pdf({ path: join(folder, 'rescue.pdf'), preferCSSPageSize: true, format: 'A4' });
    return squeezed(execFileSync('pdftotext', ['-raw', join(folder, 'rescue.pdf'), '-'], { encoding: 'utf8' }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

personTest('damaged pieces, also those set aside before, are counted and saved apart; the rest is whole', {}, async (person) => {
  await begin(person, birth, 'home');
  await person.page.goto(person.url + paths.vi);
  await meddle(person, (records, damaged) => {
    records.add({ v: 1, seq: 5000, dossier: 'd', field: 'answer.x', value: '"?"', crc: 1, key: 0 });
    damaged.add({ v: 1, seq: 4999, dossier: 'd', field: 'answer.y', value: '"?"', crc: 1, key: 0, rest: new Uint8Array([1, 2]) });
  });
  await openRescue(person);
  await person.reads(say('unread.failed', { n: 2 }));
  assert.equal(await status(person), say('found', { n: 1 }));
  const { name, bytes } = await downloaded(person, () => person.pressButton(say('save_unread')));
  assert.equal(name, `dan-loi-chua-doc-duoc-${today}.json`);
  const { values } = JSON.parse(new TextDecoder().decode(bytes));
  assert.deepEqual(values.map(({ seq, rest }) => [seq, rest]).sort(), [[4999, { base64: 'AQI=' }], [5000, undefined]]);
  const { dossiers } = backupIn(await downloaded(person, () => person.pressButton(say('save_all'))));
  assert.equal(dossiers.length, 1);
  assert.equal(dossiers[0].fields['answer.birthPlace'], '"home"');
});

const withoutStorage = {
  refused: () => { IDBFactory.prototype.open = () => { throw new DOMException('refused', 'SecurityError'); }; },
  missing: () => { Object.defineProperty(globalThis, 'indexedDB', { value: undefined }); },
};
for (const [name, script] of Object.entries(withoutStorage)) {
  personTest(`when the database is ${name} the log has it all, and the page says so`, {}, async (person) => {
    await begin(person, birth, 'home');
    await person.page.addInitScript(script);
    await openRescue(person);
    await person.reads(say('part.failed'));
    await person.heading(birth.title.vi, 2).waitFor();
  });

  personTest(`when both stores are ${name} the page says so kindly`, {}, async (person) => {
    await person.page.addInitScript(script);
    await person.page.route(/\/assets\/log\./, (route) => route.abort()); // the other store's worker
    await openRescue(person);
    await person.reads(say('read.failed'));
    assert.equal(await person.role('button', say('save_all')).count(), 0);
  });
}

for (const colorScheme of ['light', 'dark']) {
  personTest(`nothing is in the way of a screen reader, of large text or of a narrow screen (${colorScheme})`, {}, async (person) => {
    await begin(person, birth, 'home');
    await person.page.evaluate(() => localStorage.setItem('danloi.textScale', '200'));
    await person.page.setViewportSize({ width: 320, height: 640 });
    await person.page.emulateMedia({ colorScheme });
    await openRescue(person);
    await person.page.evaluate(axe);
    const { violations, passes } = await person.page.evaluate(() => globalThis.axe.run());
    assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`), []);
    assert.ok(passes.some(({ id }) => id === 'color-contrast'));
    const { width, small } = await person.page.evaluate(() => ({
      width: document.scrollingElement.scrollWidth,
      small: [...document.querySelectorAll('#stage a, #stage button')].filter((one) => one.getBoundingClientRect().height < 48).length,
    }));
    assert.deepEqual([width, small], [320, 0]);
  });
}

for (const lang of ['vi', 'en']) {
  personTest(`a trap in the core: the note leads to the rescue page, where everything is (${lang})`, { lang }, async (person) => {
    await person.page.addInitScript(makeTrappable);
    await begin(person, birth, 'home');
    const kept = await keptDossiers(person);
    await person.page.evaluate(trapAtPress);
    await person.pressLink(person.say('nav.back'));
    const note = person.page.getByRole('alert');
    await note.getByRole('button').waitFor();
    await person.page.route(/\.wasm/, (route) => route.abort());
    await person.press(note.getByRole('link'));
    await card(person, birth.title[lang]).waitFor();
    assert.equal(new URL(person.page.url()).pathname, paths[lang]);
    assert.deepEqual(backupIn(await downloaded(person, () => person.pressButton(say('save_all', {}, lang)))).dossiers, kept);
  });
}
