// Every kind of change of the law, for dossiers begun at each step: opened as they were begun, shown what differs, taken over. No answer
// vanishes: it is kept as it was, or noted in the words of the old question, and what is no longer asked for is listed before and after.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { openPerson, until } from '../browser/support.mjs';
import { load } from '../web/load.mjs';
import { Figure, count, die, isFull } from './figures.mjs';
import { birth, enact, kinds, lawOf, stepsOf } from './laws.mjs';
import { storesOf } from './many.mjs';
import { answersOf } from './rig.mjs';
import { fill, readStores } from './witness.mjs';

const { fold } = await load('storage/records.ts');

/** The dossier as both stores hold it, once both have written what was entered. */
function keptOf(person, id) {
  return until(async () => {
    const { database, log } = await person.page.evaluate(readStores);
    const [one, other] = [database, log].map((records) => fold(records).dossiers.find((dossier) => dossier.id === id));
    return isDeepStrictEqual(answersOf(one), answersOf(other)) && one;
  }, 'both stores to say the same');
}

const hashOfKept = ({ fields }) => JSON.parse(fields.meta).hash;
const retiredOf = ({ fields }) => Object.fromEntries(Object.entries(fields).filter(([name, value]) => name.startsWith('retired.') && value !== '""').map(([name, value]) => [name.slice('retired.'.length), JSON.parse(value)]));

/** Opens the dossier at this place of the list, as it was begun, and goes on to the next screen. */
async function resume(person, place) {
  await person.open('/vi/');
  await until(async () => await person.role('button', person.say('procedure.resume')).count() > place, 'the dossier is listed');
  await person.press(person.role('button', person.say('procedure.resume')).nth(place));
  await person.arrives(person.say('checklist.title'));
  // What has changed is said from the next screen on: it must not push this one down.
  await person.pressButton(person.say('checklist.ready_button'));
  await person.arrives(person.say('ready.title'));
}

/** Looks at what differs, goes over to the newest, and gives what is kept then. */
async function takeOver(person, dossier, now, { idle }) {
  await person.pressButton(person.say('change.see'));
  await person.arrives(person.say('change.title'));
  assert.notEqual(hashOfKept(await keptOf(person, dossier.id)), now.hash, 'looking changes nothing');
  const listed = await person.page.getByRole('main').innerText();
  if (idle && 'oldThing' in answersOf(dossier)) assert.ok(listed.includes(idle), `listed as no longer asked: ${idle}`);
  await person.pressButton(person.say('change.renew'));
  const kept = await until(async () => {
    const one = await keptOf(person, dossier.id);
    return hashOfKept(one) === now.hash && one;
  }, 'the newest definition to be pinned');
  for (const words of Object.values(retiredOf(kept))) assert.ok(listed.includes(words), `listed before: ${words}`);
  return kept;
}

/** Adds one dossier to the figure. Each answer is kept as it was, or noted; and noted only where that may be. */
function judge(figure, dossier, kept, stays, what) {
  const retired = retiredOf(kept);
  for (const [name, value] of Object.entries(answersOf(dossier))) {
    const now = answersOf(kept);
    const isKept = name in now && JSON.stringify(now[name]) === JSON.stringify(value);
    figure.acknowledged++;
    figure[isKept ? 'kept' : 'retired']++;
    if (isKept ? !!retired[name] : !retired[name] || stays) figure.losses.push({ what, name, value, now: now[name], retired: retired[name] });
  }
}

async function tryKind(figure, name, steps) {
  const kind = kinds[name];
  const { old, now, dossiers } = lawOf(kind, steps);
  const person = await openPerson();
  try {
    await enact(person.context, now);
    await fill(person, { ...storesOf(dossiers), pins: [[old.hash, [...old.bytes]]] });
    for (const [index, dossier] of dossiers.entries()) {
      await resume(person, dossiers.length - 1 - index);
      if (!now) await person.reads(person.say('change.withdrawn'));
      const kept = now ? await takeOver(person, dossier, now, kind) : await keptOf(person, dossier.id);
      judge(figure, dossier, kept, kind.stays, `${name}, step ${steps[index]}`);
      figure.runs++;
    }
    await person.assertNoFaults();
  } catch (error) {
    error.message += `\n${name}, steps ${steps}\n${await person.describe()}`;
    throw error;
  } finally {
    await person.close();
  }
}

test('B5 changes of the law', async () => {
  const figure = Object.assign(new Figure('B5 changes of the law'), { kept: 0, retired: 0 });
  const names = Object.keys(kinds);
  const from = die(names.length);
  const tried = Array.from({ length: count(3, names.length) }, (_, index) => names[(from + 4 * index) % names.length]);
  for (const name of isFull ? new Set(tried) : tried) {
    const all = Array.from({ length: stepsOf(kinds[name]) }, (_, step) => step);
    await tryKind(figure, name, isFull ? all : [die.of(all.slice(1))]);
  }
  figure.lost = figure.losses.length;
  figure.done(`${figure.kept} answers kept or moved, ${figure.retired} noted in words, of ${birth.id}`);
  assert.deepEqual(figure.losses.slice(0, 5), []);
});
