// What the browser answers when it is asked to keep the data for good: yes, no, nothing, an error, or it knows no such question.
// The settings and the rescue page say the right sentence each time. And when all is wiped, a back-up file brings it back.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { procedure } from '../browser/expected.mjs';
import { answer } from '../browser/journey.mjs';
import { backupIn, begin, bringIn, downloaded, keptDossiers, keptInLog, openRescue, paths, say } from '../browser/rescue_page.mjs';
import { openPerson, until } from '../browser/support.mjs';
import { Figure, die, isFull } from './figures.mjs';
import { copies, path } from './rig.mjs';

/**
 * What the browser answers to `persisted`, `persist` and `estimate` ("missing", "throws" or "rejects" instead of an answer); then the
 * sentence of the settings, and those of the rescue page: at first, after asking, and of the room.
 */
const [yes, no] = ['settings.persisted', 'settings.not_persisted'];
const [kept, unkept, refused, silent] = ['yes', 'no', 'refused', 'none'].map((name) => `device.keep.${name}`);
const browsers = [
  [{ persisted: true, persist: true, estimate: 7_240_000 }, yes, kept, undefined, '7,2'],
  [{ persisted: true, persist: 'missing', estimate: 10 }, yes, kept, undefined, 'little'],
  [{ persisted: true, persist: 'throws', estimate: 'throws' }, yes, kept],
  [{ persisted: false, persist: true, estimate: 'rejects' }, yes, unkept, kept],
  [{ persisted: false, persist: false, estimate: 99_999 }, no, unkept, refused, 'little'],
  [{ persisted: false, persist: 'rejects', estimate: 'missing' }, no, unkept, silent],
  [{ persisted: false, persist: 'throws', estimate: 100_000 }, no, unkept, silent, '0,1'],
  [{ persisted: false, persist: 'missing', estimate: 'empty' }, no, unkept, silent],
  [{ persisted: 'rejects', persist: true, estimate: 7_240_000 }, yes, silent, undefined, '7,2'],
  [{ persisted: 'throws', persist: false, estimate: 'throws' }, no, silent],
  [{ persisted: 'missing', persist: true, estimate: 'missing' }, yes, silent],
  [{ storage: 'missing' }, no, silent],
];

/** Runs inside the page: the browser answers like this. */
function promises({ storage, ...answers }) {
  if (storage) return Object.defineProperty(Navigator.prototype, 'storage', { value: undefined });
  const refusal = () => new TypeError('made to fail');
  const answered = {
    missing: undefined, throws: () => { throw refusal(); }, rejects: () => Promise.reject(refusal()), empty: () => Promise.resolve({}),
  };
  for (const [name, value] of Object.entries(answers)) {
    const plain = () => Promise.resolve(typeof value === 'number' ? { usage: value } : value);
    Object.defineProperty(StorageManager.prototype, name, { value: value in answered ? answered[value] : plain });
  }
  return undefined;
}

const settingsSay = (person, key) => person.page.getByRole('main').getByText(person.say(key), { exact: true });
const keep = (person) => person.role('region', say('device.keep.title'));
const rescueSays = (person, key) => keep(person).getByText(say(key), { exact: true }).waitFor();

/** Nothing is promised before anything is kept; then the first answer asks for it. */
async function lookAtSettings(person, expected) {
  await person.open(path);
  await person.pressLink(person.say('nav.text_size'));
  await person.arrives(person.say('settings.title'));
  for (const key of [yes, no]) assert.equal(await settingsSay(person, key).count(), 0, 'nothing is known yet');
  await person.pressLink(person.say('nav.back'));
  const [first] = copies.questions;
  await answer(person, first, 'certified');
  await person.pressButton(person.say('question.continue'));
  await person.saved();
  await person.pressLink(person.say('nav.text_size'));
  await settingsSay(person, expected).waitFor();
  assert.equal(await settingsSay(person, expected === yes ? no : yes).count(), 0);
}

async function lookAtRescuePage(person, first, asked, room) {
  await person.page.goto(person.url + paths.vi);
  await rescueSays(person, first);
  if (!room) assert.equal(await keep(person).getByText('MB').count(), 0, 'no room is named');
  else await keep(person).getByText(room === 'little' ? say('device.keep.room.little') : say('device.keep.room', { used: room })).waitFor();
  const press = keep(person).getByRole('button', { name: say('device.keep.ask') });
  assert.equal(await press.count(), first === unkept ? 1 : 0, 'it can be asked for where it may help');
  if (!asked) return;
  await person.press(press);
  await rescueSays(person, asked);
}

async function tryOne([answers, settings, ...device]) {
  const person = await openPerson();
  try {
    await person.page.addInitScript(promises, answers);
    await lookAtSettings(person, settings);
    await lookAtRescuePage(person, ...device);
    await person.assertNoFaults();
  } catch (error) {
    error.message += `\n${JSON.stringify(answers)}\n${await person.describe()}`;
    throw error;
  } finally {
    await person.close();
  }
}

test('A9 the browser’s promise', async () => {
  const figure = new Figure('A9 the browser’s promise');
  const from = die(browsers.length);
  const tried = isFull ? browsers : [0, 5, 9].map((step) => browsers[(from + step) % browsers.length]);
  for (const one of tried) {
    await tryOne(one);
    figure.runs++;
  }
  figure.done(`of ${browsers.length} combinations; the right sentence in the settings and on the rescue page each time`);
});

/** The first answers of two procedures, and the file that holds them. */
async function fileOfBefore() {
  const person = await openPerson();
  await begin(person, procedure('dang-ky-khai-sinh'), 'home', 'none');
  await begin(person, copies, 'certified');
  await openRescue(person);
  const { bytes } = await downloaded(person, () => person.pressButton(say('save_all')));
  await person.close();
  return bytes;
}

test('A9 everything wiped', async () => {
  const figure = new Figure('A9 everything wiped, a back-up file brought in');
  const bytes = await fileOfBefore();
  const { dossiers } = backupIn({ bytes });
  const person = await openPerson(); // all stores of another context are empty
  await person.open('/vi/');
  assert.equal(await person.heading(person.say('home.continue')).count(), 0, 'nothing is left');
  await person.pressLink(person.say('nav.text_size'));
  await person.pressLink(person.say('settings.device'));
  await bringIn(person, bytes, dossiers.length);
  const stores = [await keptDossiers(person), await keptInLog(person)];
  const fieldsOf = (all) => all.flatMap(({ id, fields }) => Object.entries(fields).map(([name, value]) => JSON.stringify([id, name, value])));
  figure.runs = 1;
  figure.acknowledged = fieldsOf(dossiers).length;
  figure.losses = stores.flatMap((all) => fieldsOf(dossiers).filter((field) => !fieldsOf(all).includes(field)));
  figure.lost = figure.losses.length;
  await person.open('/vi/');
  await until(async () => await person.role('button', person.say('procedure.resume')).count() === dossiers.length, 'the app goes on with all of them');
  await person.assertNoFaults();
  await person.close();
  figure.done('fields, in both stores');
  assert.deepEqual([dossiers.length, figure.losses], [2, []]);
});
