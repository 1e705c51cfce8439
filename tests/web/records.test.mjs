// The record format: its bytes are fixed for good, damage is seen, the newest sound value wins.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './load.mjs';

const { canonicalBytes, fold, judge, makeRecord } = await load('storage/records.ts');
const entry = { dossier: 'd1', field: 'answer.birthPlace', value: '"nhà"' };

test('the canonical bytes and the checksum never change', () => {
  const record = makeRecord(entry, 7);
  assert.equal(new TextDecoder().decode(canonicalBytes(record)), '1:1,1:7,2:d1,17:answer.birthPlace,6:"nhà",1:0,');
  assert.deepEqual(record, { v: 1, seq: 7, ...entry, key: 0, crc: 185785860 });
});

test('a change in any member is damage', () => {
  const record = makeRecord(entry, 7);
  assert.equal(judge(record), 'sound');
  const changes = { seq: 8, dossier: 'd2', field: 'answer.x', value: '"nha"', crc: record.crc ^ 1, key: 1, v: 0 };
  for (const [member, value] of Object.entries(changes)) assert.equal(judge({ ...record, [member]: value }), 'damaged', member);
  for (const value of [null, undefined, 1, 'x', [], {}, { ...record, value: 1 }, { ...record, seq: '7' }]) assert.equal(judge(value), 'damaged');
});

test('the newest sound value of each field, whatever order it is read in', () => {
  const records = [[1, 'a', '1'], [2, 'b', '2'], [3, 'a', '3']].map(([seq, field, value]) => makeRecord({ dossier: 'd', field, value }, seq));
  assert.deepEqual(fold(records.reverse()).dossiers, [{ id: 'd', fields: { b: '2', a: '3' }, readonly: false }]);
});

test('a damaged newest value is passed over and the one before it holds', () => {
  const [old, fresh] = [makeRecord({ ...entry, value: '1' }, 1), makeRecord({ ...entry, value: '2' }, 2)];
  const { dossiers, newest } = fold([old, { ...fresh, value: '3' }]);
  assert.deepEqual(dossiers, [{ id: 'd1', fields: { 'answer.birthPlace': '1' }, readonly: false }]);
  assert.deepEqual(newest, [old]);
});

test('a dossier that a newer version has written to is kept and read-only', () => {
  const newer = { v: 2, seq: 2, dossier: 'd1', something: 'else' };
  const { dossiers, last } = fold([makeRecord(entry, 1), newer]);
  assert.deepEqual(dossiers, [{ id: 'd1', fields: { 'answer.birthPlace': '"nhà"' }, readonly: true }]);
  assert.equal(last, 2, 'numbers go on after the newer version\'s');
});

test('an erased dossier does not come back, whichever store still has its fields', () => {
  const { dossiers, erased } = fold([makeRecord(entry, 1), makeRecord({ dossier: 'd1', field: 'erased', value: 'true' }, 2), makeRecord({ ...entry, value: '2' }, 3)]);
  assert.deepEqual(dossiers, []);
  assert.deepEqual([...erased], ['d1']);
});

test('the same number from two tabs is decided alike in whatever order it is read', () => {
  const [one, two] = ['"một"', '"hai"'].map((value) => makeRecord({ ...entry, value }, 4));
  assert.deepEqual(fold([one, two]).dossiers, fold([two, one]).dossiers);
});

test('names like __proto__ are names like any other', () => {
  const { dossiers } = fold([makeRecord({ dossier: '__proto__', field: 'constructor', value: '1' }, 1)]);
  assert.equal(dossiers[0].id, '__proto__');
  assert.equal(Object.hasOwn(dossiers[0].fields, 'constructor'), true);
  assert.equal({}.polluted, undefined);
});

test('a record of ours whose version was damaged is damaged, and does not make the dossier read-only', () => {
  for (const bit of [1, 2, 3]) {
    const { dossiers } = fold([makeRecord(entry, 1), { ...makeRecord({ ...entry, field: 'other' }, 2), v: 1 ^ (1 << bit) }]);
    assert.deepEqual([dossiers.length, dossiers[0].readonly], [1, false]);
  }
});
