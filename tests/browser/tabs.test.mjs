// Several pages of one browser: one works on a dossier, the others look on, follow, and may take it over; and what is said
// when a page has ended by itself.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { load } from '../web/load.mjs';
import { procedure } from './expected.mjs';
import { answer, answerAll } from './journey.mjs';
import { beginsWith } from './person.mjs';
import { openPerson, personTest, timedTest, until } from './support.mjs';

const birth = procedure('dang-ky-khai-sinh');
const [place, situation] = birth.questions;
const path = `/vi/tt/${birth.id}/`;
const chosen = { birthPlace: 'home', situation: 'none' };
const labelOf = (question, value) => question.options.find((option) => option.value === value).label.vi;

/** Answers the first question and goes on to the second. */
async function begin(person) {
  await person.open(path);
  await answer(person, place, chosen.birthPlace);
  await person.pressButton(person.say('question.continue'));
  await person.arrives(situation.text.vi);
  await person.saved();
}

/** Another page, led by the start page to where the first one is. */
async function resume(person) {
  const other = await person.another();
  await other.open('/vi/');
  await other.pressButton(other.say('procedure.resume'));
  await other.arrives(situation.text.vi, { focused: false });
  return other;
}

/** The same dossier in another page, where it can only be read. */
async function lookOn(person) {
  const other = await resume(person);
  await other.reads(other.say('tabs.elsewhere'));
  return other;
}

const notice = (person) => person.page.getByRole('alert').filter({ hasText: person.say('tabs.elsewhere') });
const mayWrite = (person) => notice(person).waitFor({ state: 'detached' });
const radio = (person, question, value) => person.role('radio', beginsWith(labelOf(question, value)));
const isChosen = (person, question, value) => radio(person, question, value).isChecked();
const recovered = (person) => person.page.getByRole('main').getByText(person.say('problem.recovered', { time: '…' }).split('…')[0]);

personTest('the second page of a dossier is read only, says so, and follows the first', {}, async (person) => {
  await begin(person);
  const other = await lookOn(person);
  await radio(other, situation, 'surrogacy').click();
  await until(async () => !await isChosen(other, situation, 'surrogacy'), 'the answer is not taken');
  assert.equal(await person.keptValue('answer.situation'), undefined, 'nothing is written from there');
  await answer(person, situation, chosen.situation);
  await until(() => isChosen(other, situation, chosen.situation), 'the other page shows the answer');
  await person.saved();
  assert.equal(await person.keptValue('answer.situation'), '"none"');
  assert.equal(await notice(person).count(), 0);
});

personTest('a page that looks on keeps nothing in a field that nobody has taken, also while it has the focus', {}, async (person) => {
  const copies = procedure('chung-thuc-ban-sao');
  const { text } = copies.questions.find(({ id }) => id === 'pages');
  const field = (page) => page.role('textbox', text.vi);
  await person.open(`/vi/tt/${copies.id}/`);
  await answerAll(person, copies, { asked: ['needed', 'original', 'issuer', 'copyForm', 'photocopied'] }, { needed: 'certified', original: 'good', issuer: 'vietnam', copyForm: 'paper', photocopied: true });
  await person.type(text.vi, '2');
  await person.saved();
  const other = await person.another();
  await other.open('/vi/');
  await other.pressButton(other.say('procedure.resume'));
  await other.reads(other.say('tabs.elsewhere'));
  await field(other).focus();
  await other.page.keyboard.type('7');
  assert.equal(await field(other).inputValue(), '2', 'what is typed here is not taken, and not shown as if it were');
  await field(person).fill('31');
  await until(async () => await field(other).inputValue() === '31', 'the field follows');
});

personTest('taken over: the other page goes on, the first becomes the one that looks on', {}, async (person) => {
  await begin(person);
  const other = await lookOn(person);
  await other.pressButton(other.say('tabs.take_over'));
  await mayWrite(other);
  await notice(person).waitFor();
  await answer(other, situation, chosen.situation);
  await other.saved();
  await until(() => isChosen(person, situation, chosen.situation), 'the first page follows');
  await person.pressButton(person.say('tabs.take_over'));
  await mayWrite(person);
  await notice(other).waitFor();
});

personTest('the holder is closed or goes home: whoever waits may write', {}, async (person) => {
  await begin(person);
  const other = await lookOn(person);
  await person.open('/vi/');
  await mayWrite(other);
  await answer(other, situation, chosen.situation);
  await other.saved();
  const third = await lookOn(other);
  await other.page.close();
  await mayWrite(third);
  assert.ok(await isChosen(third, situation, chosen.situation));
});

personTest('a holder that crashes lets go; nothing that was saved is missing, and the next start says so once', {}, async (person) => {
  await person.open('/vi/');
  const holder = await person.another();
  await begin(holder);
  const other = await lookOn(holder);
  await holder.crash();
  await mayWrite(other);
  const next = await person.another();
  await next.open('/vi/');
  await recovered(next).waitFor();
  await next.page.reload();
  await next.appReady();
  await next.heading(next.say('home.continue'), 2).waitFor();
  await holdsPageLock(next);
  assert.equal(await recovered(next).count(), 0);
  assert.equal(await person.keptValue('answer.birthPlace'), '"home"');
});

/** The part that comes later than the first screen is there. */
async function holdsPageLock(person) {
  await until(() => person.page.evaluate(async () => (await navigator.locks.query()).held.some(({ name }) => name.startsWith('danloi-page-'))), 'the page has its lock');
}

personTest('closed, reloaded or left by a link: no word of anything recovered', {}, async (person) => {
  await begin(person);
  await person.page.reload();
  await person.appReady();
  await holdsPageLock(person);
  assert.equal(await recovered(person).count(), 0);
  const next = await person.another();
  await person.page.close({ runBeforeUnload: true });
  await next.open('/vi/');
  await holdsPageLock(next);
  assert.equal(await recovered(next).count(), 0);
});

personTest('a holder that is frozen is robbed after a second, and finds out when it wakes', {}, async (person) => {
  await begin(person);
  const other = await lookOn(person);
  const client = await person.context.newCDPSession(person.page);
  await client.send('Page.setWebLifecycleState', { state: 'frozen' });
  await other.pressButton(other.say('tabs.take_over'));
  await mayWrite(other);
  await answer(other, situation, chosen.situation);
  await other.saved();
  await client.send('Page.setWebLifecycleState', { state: 'active' });
  await notice(person).waitFor();
  await until(() => isChosen(person, situation, chosen.situation), 'the page that was frozen follows');
});

personTest('the list on the home page follows: a dossier begun, put into the bin and taken out elsewhere', {}, async (person) => {
  await person.open('/vi/');
  await holdsPageLock(person);
  const other = await person.another();
  await begin(other);
  await person.heading(person.say('home.continue'), 2).waitFor();
  await person.heading(birth.title.vi, 3).waitFor();
  await other.open('/vi/');
  await other.pressButton(other.say('home.delete'));
  await person.heading(person.say('home.continue')).waitFor({ state: 'detached' });
  await other.pressButton(other.say('bin.title', { n: 1 }));
  await other.pressButton(other.say('bin.restore'));
  await person.heading(person.say('home.continue'), 2).waitFor();
});

personTest('a dossier that is put into the bin elsewhere is left here with a word', {}, async (person) => {
  await begin(person);
  await holdsPageLock(person);
  const other = await person.another();
  await other.open('/vi/');
  await other.pressButton(other.say('home.delete'));
  await person.page.getByText(person.say('tabs.gone')).waitFor({ state: 'attached' });
  await person.arrives(person.say('home.title'));
});

for (const ok of [true, false]) {
  personTest(`what the browser promises is said: ${ok}`, {}, async (person) => {
    await person.page.addInitScript((promised) => {
      StorageManager.prototype.persisted = async () => false;
      StorageManager.prototype.persist = async () => promised;
    }, ok);
    await begin(person);
    await person.pressLink(person.say('nav.text_size'));
    await person.reads(person.say(ok ? 'settings.persisted' : 'settings.not_persisted'));
  });
}

timedTest('without Web Locks two pages both write, and follow each other', async () => {
  const person = await openPerson();
  try {
    await person.context.addInitScript(() => Object.defineProperty(Navigator.prototype, 'locks', { value: undefined }));
    await begin(person);
    const other = await resume(person);
    await answer(other, situation, chosen.situation);
    await until(() => isChosen(person, situation, chosen.situation), 'the first page follows');
    assert.equal(await notice(other).count(), 0);
    await person.assertNoFaults();
  } finally {
    await person.close();
  }
});

personTest('what cannot be saved can be taken away as a file, whole', {}, async (person) => {
  const { readBackup } = await load('backup/read.ts');
  await begin(person);
  await person.page.evaluate(() => { IDBDatabase.prototype.transaction = () => { throw new DOMException('full', 'QuotaExceededError'); }; });
  await person.page.evaluate(() => { Worker.prototype.postMessage = () => { throw new DOMException('full', 'QuotaExceededError'); }; });
  await answer(person, situation, chosen.situation);
  await person.reads(person.say('problem.storage_full'));
  const downloading = person.page.waitForEvent('download');
  await person.pressButton(person.say('problem.export'));
  const download = await downloading;
  assert.match(download.suggestedFilename(), /^dan-loi-2026-11-21\.json$/);
  await person.page.getByText(download.suggestedFilename(), { exact: false }).waitFor({ state: 'attached' });
  const { dossiers, pins } = readBackup(new Uint8Array(readFileSync(await download.path()))).backup;
  assert.deepEqual([dossiers[0].fields['answer.birthPlace'], dossiers[0].fields['answer.situation']], ['"home"', '"none"']);
  assert.equal(pins.length, 1);
});
