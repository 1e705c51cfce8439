// Damaged and hostile definitions, of pages that are opened and of dossiers that are kept; damaged on the way, so that they are not what
// their name says, or published like that, under their right name. The app starts, says a kind sentence or goes on, keeps everything.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { hashOf } from '../browser/definitions.mjs';
import { procedure } from '../browser/expected.mjs';
import { answer } from '../browser/journey.mjs';
import { openPerson, until } from '../browser/support.mjs';
import { load } from '../web/load.mjs';
import { Figure, count, die } from './figures.mjs';
import { storesOf } from './many.mjs';
import { mutations } from './mutate.mjs';
import { answersOf, copies, path } from './rig.mjs';
import { fill, readStores } from './witness.mjs';

const { fold } = await load('storage/records.ts');
const folder = new URL('../../build/site/data/tt/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.json') && !name.startsWith(copies.id));
const [first] = copies.questions;
const atOnce = 10;

/** A definition of some procedure, mutated; `hash` is its name, right or not. */
function mutated() {
  const file = die.of(files);
  const [id, hash] = file.split('.');
  const kind = die.of(Object.keys(mutations));
  const bytes = Buffer.from(mutations[kind](readFileSync(new URL(file, folder)), die));
  const published = !!die(2);
  return { id, file, bytes, kind, published, definition: procedure(id), hash: published ? hashOf(bytes) : hash };
}

/** As many different ones. */
function several(number) {
  const found = new Map();
  while (found.size < number) {
    const one = mutated();
    found.set(one.id, one);
  }
  return [...found.values()];
}

/** The page goes on: with the guide, or with a kind sentence about this one and a word that the rest works. Gives which. */
async function goesOn(person, { definition, kind, published }, isOpen) {
  const alert = person.page.getByRole('alert').filter({ hasText: person.say('problem.definition', { id: definition.title.vi }) });
  const state = await until(async () => await person.page.evaluate(() => !!globalThis.danloi?.stopped) ? 'stopped'
    : await alert.count() ? 'said' : await isOpen() && 'open', `a sentence or a guide (${kind}, ${published ? 'published' : 'damaged'})`);
  assert.notEqual(state, 'stopped', `${definition.id}: ${kind}`);
  if (state === 'said') await person.reads(person.say('problem.rest_works'));
  return state;
}

/** The page of the procedure, with its definition as it comes. */
async function openPage(person, one) {
  const { id, file, bytes, hash } = one;
  const served = `${id}.${hash}.json`;
  await person.page.route(`**/data/tt/${served}`, (route) => route.fulfill({ status: 200, contentType: 'application/json', body: bytes }));
  await person.page.route(`**/vi/tt/${id}/`, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replaceAll(`/${file}`, `/${served}`) });
  });
  await person.open(`/vi/tt/${id}/`);
  const state = await goesOn(person, one, () => person.role('heading', /\S/, { level: 1 }).count());
  await person.page.unrouteAll();
  return state;
}

/** Another procedure works: its first question is answered and saved. */
async function othersWork(person) {
  await person.open(path);
  await answer(person, first, 'certified');
  await person.pressButton(person.say('question.continue'));
  await person.saved();
}

/** A dossier that was begun with this definition, with its first answers. */
function dossierOf({ id, hash, definition: { version, questions, title } }, number) {
  const answers = questions.filter(({ kind }) => kind === 'yesNo' || kind === 'choice').slice(0, 4)
    .map(({ id: name, options }) => [`answer.${name}`, options ? die.of(options).value : !!die(2)]);
  const snapshot = { title: title.vi, asked: 1, answered: 1, needed: 1, have: 0, deadline: '', answers: [], papers: [] };
  const fields = { meta: { procedure: id, version, hash, created: '2026-11-01' }, step: die.of(['checklist', 'steps']), ...Object.fromEntries(answers), snapshot };
  return { id: String(number).padStart(32, '0'), fields: Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, JSON.stringify(value)])) };
}

/** Answers that are no longer there. One that left with its question is kept in words. */
function lostOf(dossiers, kept) {
  return dossiers.flatMap((dossier) => {
    const now = kept.find(({ id }) => id === dossier.id);
    return Object.entries(answersOf(dossier)).filter(([name, value]) => answersOf(now)[name] !== value && !now?.fields[`retired.${name}`])
      .map(([name, value]) => ({ dossier: dossier.fields.meta, name, value, held: answersOf(now)[name] }));
  });
}

async function resume(person, one) {
  await person.open('/vi/');
  const card = person.page.getByRole('main').locator('section').filter({ has: person.heading(one.definition.title.vi, 3) });
  await person.press(card.getByRole('button', { name: person.say('procedure.resume') }));
  return goesOn(person, one, async () => await person.heading(person.say('home.title'), 1).count() === 0);
}

/** A person with `open` for each file; what goes wrong is told with what the page shows. */
async function withPerson(ones, figure, begin, open) {
  const person = await openPerson();
  try {
    await begin(person);
    for (const one of ones) {
      figure.states[await open(person, one)]++;
      figure.runs++;
    }
    await othersWork(person);
    assert.deepEqual(person.faults.list.filter((fault) => fault.startsWith('uncaught')), []);
  } catch (error) {
    error.message += `\n${ones.map(({ id, kind, published }) => [id, kind, published]).join('; ')}\n${await person.describe()}`;
    throw error;
  } finally {
    await person.close();
  }
}

const figureOf = (fault) => Object.assign(new Figure(fault), { states: { said: 0, open: 0 } });
const remarks = ({ states }) => `${states.said} named with a kind sentence, ${states.open} opened; another procedure worked each time`;

test('B6 hostile definitions of pages', async () => {
  const figure = figureOf('B6 hostile definitions of pages');
  for (let left = count(10, 500); left > 0; left -= atOnce) await withPerson(several(Math.min(left, atOnce)), figure, othersWork, openPage);
  figure.done(remarks(figure));
});

test('B6 hostile definitions of kept dossiers', async () => {
  const figure = figureOf('B6 hostile definitions of kept dossiers');
  for (let left = count(10, 500); left > 0; left -= atOnce) {
    const ones = several(Math.min(left, atOnce));
    const dossiers = ones.map(dossierOf);
    const pins = ones.map(({ hash, bytes }) => [hash, [...bytes]]);
    await withPerson(ones, figure, (person) => fill(person, { ...storesOf(dossiers), pins }), async (person, one) => {
      const state = await resume(person, one);
      const { database, log } = await person.page.evaluate(readStores);
      for (const records of [database, log]) figure.losses.push(...lostOf(dossiers, fold(records).dossiers));
      return state;
    });
    figure.acknowledged += dossiers.flatMap((dossier) => Object.keys(answersOf(dossier))).length;
  }
  figure.lost = figure.losses.length;
  figure.done(remarks(figure));
  assert.deepEqual(figure.losses.slice(0, 5), []);
});
