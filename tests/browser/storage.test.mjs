// Kept on the device: reload, closing the browser, deleting, two procedures side by side, and what is never kept.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { procedure, walk } from './expected.mjs';
import { answer, answerAll } from './journey.mjs';
import { openPerson, personTest, timedTest, until } from './support.mjs';

const birth = procedure('dang-ky-khai-sinh');
const answers = {
  birthPlace: 'facility', situation: 'none', birthPaper: 'note', parentsMarried: true, parentForeign: 'none', birthDate: '2026-11-01',
  filer: 'parent', copies: 0,
};
const questionOf = (id) => birth.questions.find((question) => question.id === id);
const page = '/vi/tt/dang-ky-khai-sinh/';

/** Answers the first `count` questions and gives the text of the one that is shown then. */
async function answerSome(person, count) {
  const guide = walk(birth.id, answers, 'vi');
  await answerAll(person, birth, { asked: guide.asked.slice(0, count) }, answers);
  const next = questionOf(guide.asked[count]).text.vi;
  await person.arrives(next);
  return next;
}

for (const view of ['plain', 'canvas']) {
  personTest(`a reload in mid-procedure comes back to the same question (${view})`, { view }, async (person) => {
    await person.open(page);
    const next = await answerSome(person, 4);
    await person.saved();
    await person.page.reload();
    await person.appReady();
    await person.arrives(next, { focused: false });
    await answer(person, questionOf('parentForeign'), 'none');
    await person.pressLink(person.say('nav.back'));
    await person.arrives(questionOf('parentsMarried').text.vi);
    assert.ok(await person.role('radio', 'Có').isChecked(), 'the answer given before the reload is still chosen');
  });
}

personTest('a date in mid-typing is kept through a reload', {}, async (person) => {
  await person.open(page);
  const next = await answerSome(person, 5);
  await person.type(next, '1/11/2026');
  await person.saved();
  await person.page.reload();
  await person.appReady();
  await person.arrives(next, { focused: false });
  assert.equal(await person.role('textbox', next).inputValue(), '1/11/2026');
});

personTest('ticks come back after a reload', {}, async (person) => {
  await person.open(page);
  const guide = walk(birth.id, answers, 'vi');
  await answerAll(person, birth, guide, answers);
  await person.arrives(person.say('checklist.title'));
  const [first, second] = guide.documents.map(({ name }) => person.say('checklist.state_of', { name }));
  await person.choose(first, person.say('checklist.state.have'));
  await person.choose(second, person.say('checklist.state.missing'));
  await person.saved();
  await person.page.reload();
  await person.appReady();
  await person.arrives(person.say('checklist.title'), { focused: false });
  await person.reads(person.say('checklist.lead', { have: 1, total: guide.documents.length }));
  const isChosen = (group, key) => person.role('group', group).getByRole('radio', { name: person.say(key), exact: true }).isChecked();
  assert.ok(await isChosen(first, 'checklist.state.have'));
  assert.ok(await isChosen(second, 'checklist.state.missing'));
});

personTest('a definition that was lost in one store and damaged in the other comes back in each from the other', {}, async (person) => {
  await person.open(page);
  await answerSome(person, 2);
  await person.saved();
  const [[hash, bytes]] = await pinsIn(person, 'database');
  for (const [place, found] of [['database', []], ['log', [[hash, 'hỏng']]]]) {
    await person.page.evaluate(spoilPins, place);
    assert.deepEqual(await pinsIn(person, place), found);
    await person.page.reload();
    await person.appReady();
    await until(async () => (await pinsIn(person, place))[0]?.[1] === bytes, `the definition to be back in the ${place}`);
  }
});

/** Hash and bytes, as text, of each definition in the database or in the log's folder. */
function pinsIn(person, place) {
  return person.page.evaluate(async (from) => {
    if (from === 'database') {
      const database = await new Promise((resolve) => { indexedDB.open('danloi').onsuccess = ({ target }) => resolve(target.result); });
      const store = database.transaction('pins').objectStore('pins');
      const requests = [store.getAllKeys(), store.getAll()];
      await new Promise((resolve) => { requests[1].onsuccess = resolve; });
      database.close();
      const [keys, values] = requests.map(({ result }) => result);
      return keys.map((key, index) => [key, new TextDecoder().decode(values[index])]);
    }
    const found = [];
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('pins');
    for await (const file of folder.values()) found.push([file.name, await (await file.getFile()).text()]);
    return found;
  }, place);
}

/** Runs in the page. */
async function spoilPins(place) {
  if (place === 'database') {
    const database = await new Promise((resolve) => { indexedDB.open('danloi').onsuccess = ({ target }) => resolve(target.result); });
    const tx = database.transaction('pins', 'readwrite');
    tx.objectStore('pins').clear();
    await new Promise((resolve) => { tx.oncomplete = resolve; });
    return database.close();
  }
  const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('pins');
  for await (const file of folder.values()) {
    const writer = await file.createWritable();
    await writer.write('hỏng');
    await writer.close();
  }
}

timedTest('closed and opened again: listed, resumed, deleted', async () => {
  const profile = mkdtempSync(join(tmpdir(), 'danloi-profile-'));
  try {
    const next = await leaveInTheMiddle(profile);
    await resumeAndDelete(profile, next);
    const person = await openPerson({ profile });
    await person.open('/vi/');
    assert.equal(await person.heading(person.say('home.continue')).count(), 0);
    await person.assertNoFaults();
    await person.close();
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
});

async function leaveInTheMiddle(profile) {
  const person = await openPerson({ profile });
  await person.open('/vi/');
  await person.open(page);
  const next = await answerSome(person, 3);
  await person.saved();
  await person.assertNoFaults();
  await person.close();
  return next;
}

async function resumeAndDelete(profile, next) {
  const person = await openPerson({ profile });
  await person.open('/vi/');
  await person.heading(person.say('home.continue'), 2).waitFor();
  await person.heading(birth.title.vi, 3).waitFor();
  await person.pressButton(person.say('procedure.resume'));
  await person.arrives(next);
  await person.open('/vi/');
  await person.pressButton(person.say('home.delete'));
  await person.heading(person.say('home.continue')).waitFor({ state: 'detached' });
  await person.pressButton(person.say('bin.title', { n: 1 }));
  await person.pressButton(person.say('bin.restore'));
  await person.heading(person.say('home.continue'), 2).waitFor();
  await person.pressButton(person.say('home.delete'));
  await person.pressButton(person.say('bin.delete'));
  await person.reads(person.say('home.delete.ask', { name: birth.title.vi }));
  await person.pressButton(person.say('home.delete.no'));
  await person.pressButton(person.say('bin.delete'));
  await person.pressButton(person.say('home.delete.yes'));
  await person.page.getByText(person.say('home.deleted')).waitFor({ state: 'attached' });
  await until(async () => (await person.kept()).records.every(({ field }) => field === 'erased'), 'nothing of the dossier to be left on the device');
  await person.assertNoFaults();
  await person.close();
}

personTest('preferences are kept apart from answers', {}, async (person) => {
  await person.open(page);
  await answerSome(person, 2);
  await person.saved();
  const names = await person.page.evaluate(() => Object.keys(localStorage).sort());
  assert.deepEqual(names.filter((name) => !/^danloi\.(closed|easy|language|textScale|theme|view)$/.test(name)), []);
  const { records } = await person.kept();
  assert.equal(await person.keptValue('answer.birthPlace'), '"facility"');
  for (const { v, seq, dossier, crc, key } of records) {
    assert.deepEqual([v, key, Number.isInteger(seq), Number.isInteger(crc), dossier.length > 0], [1, 0, true, true, true]);
  }
});

personTest('two procedures are kept side by side and do not mix', {}, async (person) => {
  const marriage = procedure('dang-ky-ket-hon');
  await person.open(page);
  const next = await answerSome(person, 2);
  await person.saved();
  await person.open('/vi/tt/dang-ky-ket-hon/');
  const [first, second] = marriage.questions;
  await answer(person, first, 'domestic');
  await person.pressButton(person.say('question.continue'));
  await person.arrives(second.text.vi);
  await person.saved();
  await person.open('/vi/');
  const names = await person.headings(3);
  assert.deepEqual(names.filter((name) => [birth.title.vi, marriage.title.vi].includes(name)).sort(), [birth.title.vi, marriage.title.vi].sort());
  const card = person.page.getByRole('main').locator('section').filter({ has: person.heading(birth.title.vi, 3) });
  await person.press(card.getByRole('button', { name: person.say('procedure.resume') }));
  await person.arrives(next);
});
