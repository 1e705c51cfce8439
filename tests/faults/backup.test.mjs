// Very many dossiers, saved as one file and brought in on another device: every field is there, in both stores, and the app shows
// them all. The file with one byte damaged: refused, or the rest of it with a notice, and never silently different.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { backupIn, bringIn, choose, downloaded, enteredIn, openRescue, part, say, shows } from '../browser/rescue_page.mjs';
import { openPerson, until } from '../browser/support.mjs';
import { Figure, count, die } from './figures.mjs';
import { randomDossier, storesOf } from './many.mjs';
import { fill, readStores } from './witness.mjs';

const total = count(30, 1000);
const dossiers = Array.from({ length: total }, () => randomDossier(die)).sort((a, b) => (a.id < b.id ? -1 : 1));
const binned = dossiers.filter(({ fields }) => fields.binned).length;

/** How many milliseconds it took. */
async function timed(work) {
  const began = performance.now();
  return [await work(), Math.round(performance.now() - began)];
}

/** All of them are on the home page, those put away behind the button of the bin. */
async function appShowsAll(person) {
  await person.open('/vi/');
  const listed = () => person.role('button', person.say('procedure.resume')).count();
  await until(async () => await listed() === total - binned, `${total - binned} dossiers on the home page`);
  if (binned) await person.role('button', person.say('bin.title', { n: binned })).waitFor();
  await person.assertNoFaults();
}

/** The file as the rescue page of a device saves it that holds all of them. */
async function savedFile() {
  const person = await openPerson();
  await fill(person, storesOf(dossiers));
  const [, start] = await timed(() => appShowsAll(person));
  await openRescue(person);
  const file = await downloaded(person, () => person.pressButton(say('save_all')));
  await person.close();
  assert.deepEqual(backupIn(file).dossiers, dossiers);
  return { bytes: file.bytes, start };
}

/** Fields of the dossiers that a store lacks or holds otherwise. */
function lostIn(records) {
  const kept = new Map(enteredIn(records).map(({ id, fields }) => [id, fields]));
  return dossiers.flatMap(({ id, fields }) => Object.keys(fields).filter((name) => kept.get(id)?.[name] !== fields[name]).map((name) => ({ id, name, held: kept.get(id)?.[name] })));
}

async function bringAllIn(person, bytes, figure) {
  await openRescue(person);
  const [, writing] = await timed(() => bringIn(person, bytes, total));
  // "Brought in" is said when one store has it; the other follows.
  const stores = await until(async () => {
    const both = await person.page.evaluate(readStores);
    return both.database.length === both.log.length && both;
  }, 'both stores hold the same');
  figure.runs++;
  figure.acknowledged += dossiers.flatMap(({ fields }) => Object.keys(fields)).length;
  figure.losses.push(...[stores.database, stores.log].flatMap(lostIn));
  figure.lost = figure.losses.length;
  return writing;
}

const refusals = ['foreign', 'newer', 'damaged', 'large', 'empty'].map((reason) => say(`device.bring.${reason}.failed`));
const texts = (person, key) => part(person).getByText(say(key), { exact: true });

/** On a device that has them all, whatever is still offered of the damaged file must be the same. Gives whether it was refused. */
async function tryDamage(person, bytes) {
  const damaged = bytes.slice();
  const at = die(bytes.length);
  damaged[at] ^= 1 + die(255);
  const heading = part(person).getByRole('heading', { level: 3 });
  await choose(person, damaged);
  const refusal = part(person).getByText(new RegExp(refusals.map((one) => one.replace(/[.?(]/g, '\\$&')).join('|')));
  await refusal.or(heading).first().waitFor();
  if (await refusal.count()) return true;
  await shows(person, 'device.bring.part.failed');
  const offered = await part(person).getByRole('article').count();
  assert.ok(offered >= total - 2, `byte ${at}: one damage costs one dossier`);
  assert.equal(await texts(person, 'device.bring.same').count(), offered, `byte ${at}: nothing is silently different`);
  return false;
}

test('A11 a back-up of very many dossiers', async () => {
  const figure = new Figure('A11 back-up of very many dossiers');
  const { bytes, start } = await savedFile();
  const person = await openPerson();
  const writing = await bringAllIn(person, bytes, figure);
  await person.page.unroute(/\.wasm/);
  await appShowsAll(person);
  await person.close();
  figure.done(`${total} dossiers, ${(bytes.length / 1e6).toFixed(1)} MB; fields, in both stores; brought in in ${writing} ms, the app starts with them in ${start} ms`);
  assert.deepEqual(figure.losses.slice(0, 5), []);
});

test('A11 damaged back-up', async () => {
  const figure = new Figure('A11 a back-up with one byte damaged');
  const person = await openPerson();
  await fill(person, storesOf(dossiers));
  await openRescue(person);
  const { bytes } = await downloaded(person, () => person.pressButton(say('save_all')));
  let refused = 0;
  for (let left = count(10, 200); left > 0; left--) {
    if (await tryDamage(person, bytes)) refused++;
    figure.runs++;
    figure.alarms++;
  }
  await person.close();
  figure.done(`${refused} refused, ${figure.runs - refused} salvaged with a notice; nothing different`);
});
