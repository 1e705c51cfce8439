// Bringing a back-up in: nothing of either side vanishes, twice is once, and what was done can be taken back.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { dice } from './dice.mjs';
import { load } from './load.mjs';

const [{ blank, changeOf, changesOf, compareAll }, { readBackup }, { erasedField }] = await Promise.all(
  ['backup/merge.ts', 'backup/read.ts', 'storage/records.ts'].map(load));

const names = ['meta', 'step', 'snapshot', 'binned', 'place', 'answer.a', 'answer.b', 'answer.c', 'paper.p', '__proto__', 'constructor', '10', '', 'follows'];
const values = ['"a"', '"c"', '"d"', '"một"', '"hai"', 'null', 'true', blank, '["x"]', '{"half', JSON.stringify({ title: 'T', asked: 3, answered: 1, answers: [['A?', 'a']], papers: [] })];
const choices = ['here', 'there', 'both'];
const held = (dossiers, erased = []) => ({ dossiers, erased: new Set(erased) });
const dossier = (id, fields, readonly = false) => ({ id, fields, readonly });
const idsFrom = (die) => () => `own-${die(1e9)}`;

function randomDossier(die, id) {
  const fields = Array.from({ length: 1 + die(9) }, () => [die.of(names), die.of(values)]);
  return dossier(id, Object.fromEntries(fields));
}

/** The device after these changes. */
function after({ dossiers, erased }, changes) {
  const byId = new Map(dossiers.map((one) => [one.id, one]));
  for (const { id, fields } of changes) {
    const all = [...Object.entries(byId.get(id)?.fields ?? {}), ...Object.entries(fields)];
    byId.set(id, dossier(id, Object.fromEntries(all), byId.get(id)?.readonly));
  }
  return { dossiers: [...byId.values()], erased };
}

function bring(device, file, choose, die) {
  const comparisons = compareAll(file, device, idsFrom(die));
  return after(device, changesOf(comparisons, (index) => choose(comparisons[index])));
}
const sorted = (fields) => Object.entries(fields).sort();
const entered = (fields) => Object.entries(fields).filter(([name, value]) => !['snapshot', 'step', 'binned', 'follows'].includes(name) && value !== blank);

/** 1,000 pairs of a device and a file that know some of the same dossiers. */
function eachPair(story) {
  const die = dice(20261122);
  for (let round = 0; round < 1000; round++) {
    const some = () => ['a', 'b', 'c', '__proto__'].filter(() => die(3)).map((id) => randomDossier(die, id));
    const device = held(some(), ['d']);
    const file = [...some(), ...die(2) ? [randomDossier(die, 'd')] : [], ...device.dossiers.filter(() => !die(4)).map(({ id, fields }) => dossier(`${id}2`, fields))];
    story({ die, device, file: file.map(({ id, fields }) => ({ id, fields })), round });
  }
}

test('whatever is chosen, every value of the device stays or was shown, and every value of the file is there or was shown', () => {
  const seen = { added: 0, conflicts: 0 };
  eachPair(({ die, device, file, round }) => {
    const comparisons = compareAll(file, device, idsFrom(die));
    assert.equal(comparisons.length, file.length);
    for (const comparison of comparisons) {
      const { here, there, standing, added, conflicts, ownId } = comparison;
      seen.added += added.length;
      seen.conflicts += conflicts.length;
      for (const choice of choices) {
        const change = changeOf(comparison, choice);
        const result = after(device, change ? [change] : []).dossiers;
        const shown = new Set(conflicts);
        for (const old of device.dossiers) {
          const now = result.find(({ id }) => id === old.id).fields;
          for (const [name, value] of entered(old.fields)) {
            const mayChange = choice === 'there' && old.id === here?.id && shown.has(name);
            assert.ok(Object.hasOwn(now, name) && now[name] === value || mayChange, `round ${round}: ${name} of ${old.id} with ${choice}`);
          }
        }
        const isThere = ({ fields }) => entered(there.fields).every(([name, value]) =>
          Object.hasOwn(fields, name) && fields[name] === value || (standing === 'differs' && choice === 'here' && shown.has(name)));
        assert.ok(result.some(isThere), `round ${round}: all of ${there.id} with ${choice}`);
        if (standing === 'differs') assert.ok(isThere(result.find(({ id }) => id === (choice === 'both' ? ownId : here.id))));
      }
    }
  });
  assert.ok(seen.added > 500 && seen.conflicts > 500, JSON.stringify(seen));
});

test('the same file twice is the file once, whatever was chosen', () => {
  eachPair(({ die, device, file, round }) => {
    for (const choice of choices) {
      const once = bring(device, file, () => choice, die);
      const again = changesOf(compareAll(file, once, idsFrom(die)), () => choice);
      assert.deepEqual(again, [], `round ${round}: ${choice}`);
    }
  });
});

test('what was done is taken back by what stood there', () => {
  eachPair(({ die, device, file }) => {
    const changes = changesOf(compareAll(file, device, idsFrom(die)), () => die.of(choices));
    const back = after(after(device, changes), changes.filter(({ before }) => before).map(({ id, before }) => ({ id, fields: before })));
    for (const old of device.dossiers) {
      const now = back.dossiers.find(({ id }) => id === old.id).fields;
      assert.deepEqual(sorted(now).filter(([name, value]) => value !== blank || Object.hasOwn(old.fields, name)), sorted(old.fields));
    }
    for (const { id, before } of changes) assert.equal(before === undefined, !device.dossiers.some((one) => one.id === id));
  });
});

test('on an empty device everything comes as it is', () => {
  const die = dice(3);
  for (let round = 0; round < 300; round++) {
    const file = ['a', 'b', 'c'].map((id) => randomDossier(die, id));
    assert.deepEqual(bring(held([]), file, () => 'here', die).dossiers.map(({ id, fields }) => [id, sorted(fields)]), file.map(({ id, fields }) => [id, sorted(fields)]));
  }
});

test('the frozen file of version 1 comes in equal', () => {
  const { backup } = readBackup(new Uint8Array(readFileSync(new URL('frozen/backup-v1.json', import.meta.url))));
  const { dossiers } = bring(held([]), backup.dossiers, () => 'here', dice(1));
  assert.deepEqual(dossiers.map(({ id, fields }) => ({ id, fields })), backup.dossiers.filter(({ fields }) => Object.keys(fields).length));
  assert.equal(dossiers.length, 1);
});

const one = (here, there, device = {}) => compareAll([{ id: 'a', fields: there }], { ...held([dossier('a', here)]), ...device }, () => 'own')[0];

test('how a dossier stands', () => {
  assert.equal(one({ 'answer.a': '1' }, { 'answer.a': '1' }).standing, 'same');
  assert.equal(one({ 'answer.a': '1', 'answer.b': '2' }, { 'answer.a': '1' }).standing, 'same');
  assert.equal(one({ 'answer.a': '1', step: '"x"', snapshot: '1' }, { 'answer.a': '1', step: '"y"', snapshot: '2' }).standing, 'same');
  assert.equal(one({ 'answer.a': blank }, { 'answer.a': '1' }).standing, 'adds');
  assert.equal(one({ 'answer.a': '1' }, { 'answer.a': blank }).standing, 'same');
  assert.equal(one({ binned: blank, step: '1' }, { step: '1' }).standing, 'same');
  assert.deepEqual(one({ 'answer.a': '1', binned: '"2026-11-01"' }, { 'answer.a': '1' }).conflicts, ['binned']);
  assert.equal(compareAll([{ id: 'a', fields: { x: '1' } }], held([]), () => 'own')[0].standing, 'new');
});

test('a dossier in the bin comes out of it only when the file is taken', () => {
  const comparison = one({ 'answer.a': '1', binned: '"2026-11-01"' }, { 'answer.a': '1' });
  assert.equal(changeOf(comparison, 'here'), undefined);
  assert.deepEqual(changeOf(comparison, 'there').fields, { binned: blank });
});

test('what a later version has written is not touched', () => {
  const readonly = { dossiers: [dossier('a', { 'answer.a': '1' }, true)] };
  const comparison = one({}, { 'answer.a': '2', 'answer.b': '3' }, readonly);
  assert.equal(comparison.standing, 'newer');
  for (const choice of choices) assert.equal(changeOf(comparison, choice), undefined);
});

test('what was erased here comes back under an id of its own', () => {
  const [comparison] = compareAll([{ id: 'a', fields: { 'answer.a': '1' } }], held([], ['a']), () => 'own');
  assert.deepEqual(changeOf(comparison, 'here'), { id: 'own', fields: { 'answer.a': '1' }, before: undefined });
});

/** In the file, b follows a, c follows b and d follows nobody of the file. */
const chain = [['a', blank], ['b', '"a"'], ['c', '"b"'], ['d', '"elsewhere"']].map(([id, follows]) => ({ id, fields: { 'answer.a': `"${id}"`, follows } }));

/** Whom each dossier of the device follows, as `name: name`, by what was answered in them. */
function followers({ dossiers }) {
  const nameOf = (id) => dossiers.find((one) => one.id === id)?.fields['answer.a'] ?? `nobody (${id})`;
  return dossiers.map(({ fields }) => [fields['answer.a'], fields.follows]).filter(([, to]) => to && to !== blank)
    .map(([name, to]) => `${name}: ${nameOf(JSON.parse(to))}`.replaceAll('"', '')).sort();
}

test('what follows a dossier that comes in under another id follows it there, also at the second time', () => {
  const whole = ['b: a', 'c: b', 'd: nobody (elsewhere)'];
  for (const erased of [[], ['a'], ['b'], ['a', 'b', 'c'], ['c', 'd']]) {
    const die = dice(erased.length);
    const once = bring(held([], erased), chain, () => 'here', die);
    assert.deepEqual(followers(once), whole, String(erased));
    assert.equal(once.dossiers.filter(({ id }) => erased.includes(id)).length, 0);
    assert.deepEqual(changesOf(compareAll(chain, once, idsFrom(die)), () => 'both'), [], `twice with ${erased}`);
    const lost = held(once.dossiers.filter(({ fields }) => fields['answer.a'] !== '"c"'), [...erased, 'c', ...once.dossiers.map(({ id }) => id).filter((id) => id.startsWith('own'))]);
    assert.deepEqual(followers(bring(lost, chain, () => 'here', die)), whole, `c again with ${erased}`);
  }
});

test('the copy of a dossier is followed by what came with it, and by nothing that was here', () => {
  const here = [['a', blank], ['b', '"a"'], ['e', '"a"']].map(([id, follows]) => dossier(id, { 'answer.a': `"old ${id}"`, follows }));
  const copied = (choice) => followers(bring(held(here), chain, choice, dice(7)));
  assert.deepEqual(copied(() => 'both'), ['b: a', 'c: b', 'd: nobody (elsewhere)', 'old b: old a', 'old e: old a']);
  assert.deepEqual(copied(({ there }) => (there.id === 'a' ? 'both' : 'there')), ['b: old a', 'c: b', 'd: nobody (elsewhere)', 'old e: old a'], 'what is here stays with what is here');
  assert.deepEqual(copied(() => 'here'), ['c: old b', 'd: nobody (elsewhere)', 'old b: old a', 'old e: old a']);
});

test('whom a dossier follows is nothing to be asked about, and is added where it is lacking', () => {
  assert.equal(one({ 'answer.a': '1', follows: '"own-1"' }, { 'answer.a': '1', follows: '"b"' }).standing, 'same');
  const comparison = one({ 'answer.a': '1' }, { 'answer.a': '1', follows: '"b"' });
  assert.deepEqual(changesOf([comparison], () => 'here')[0].fields, { follows: '"b"' });
});

test('a file can neither erase a dossier nor bring one id twice', () => {
  const all = compareAll([{ id: 'a', fields: { [erasedField]: 'true', 'answer.a': '1' } }, { id: 'b', fields: { [erasedField]: 'true' } }, { id: 'c', fields: { x: '1' } }, { id: 'c', fields: { x: '2' } }],
    held([dossier('a', { 'answer.a': '1' }), dossier('b', { 'answer.b': '1' })]), () => 'own');
  assert.deepEqual(all.map(({ there, standing, ownId }) => [there.id, standing, ownId]), [['a', 'same', 'own'], ['c', 'new', 'c'], ['c', 'new', 'own']]);
});

test('the summary says what was added, until the app reckons it anew', () => {
  const snapshot = (answers, title = 'T') => JSON.stringify({ title, asked: 2, answered: answers.length, answers, papers: [] });
  const here = { 'answer.a': '1', snapshot: snapshot([['A?', '1']]) };
  const there = { 'answer.a': '2', 'answer.b': '3', snapshot: snapshot([['A?', '2'], ['B?', '3']]) };
  const said = (choice) => JSON.parse(changeOf(one(here, there), choice).fields.snapshot);
  assert.deepEqual([said('here').answers, said('here').answered], [[['A?', '1'], ['B?', '3']], 2]);
  assert.deepEqual(said('there').answers, [['A?', '2'], ['B?', '3']]);
  const english = { ...there, snapshot: snapshot([['A in English?', '2']], 'T in English') };
  assert.equal(changeOf(one(here, english), 'here').fields.snapshot, undefined);
});
