// A stored field in words: from the definition where there is one, as it is stored where there is none.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './load.mjs';

globalThis.document = { documentElement: { lang: 'vi' } };
const { definitionIn, labelOf, valueIn } = await load('device/words.ts');
const definition = {
  questions: [{ id: 'place', text: { vi: 'Sinh ở đâu?' }, options: [{ value: 'home', label: { vi: 'Ở nhà' } }, { value: 'on.way', label: { vi: 'Trên đường' } }] }],
  documents: [{ id: 'form', name: { vi: 'Tờ khai' } }],
};
const said = (field, value, known = definition, more = {}) => valueIn(field, { id: 'a', fields: { [field]: value, ...more } }, known);

test('labels are those of the question and the paper, else the field’s own', () => {
  const labels = ['answer.place', 'paper.form', 'place', 'answer.other', 'shared.x', 'odd'].map((field) => labelOf(field, definition));
  assert.deepEqual(labels, ['Sinh ở đâu?', 'Tờ khai', 'Nơi nộp', 'other', 'x', 'odd']);
  assert.equal(labelOf('answer.place', undefined), 'place');
});

test('values are the words people chose', () => {
  const values = [['answer.place', '"home"'], ['answer.place', '["home","on.way","?"]'], ['answer.x', 'null'], ['answer.x', 'true'], ['answer.x', '"2026-11-01"'], ['answer.x', '3'],
    ['answer.x', '""'], ['paper.form', '"on_the_way"'], ['binned', '"2026-11-02"'], ['meta', '{"version":"2026-10-01","created":"2026-11-20"}']];
  assert.deepEqual(values.map(([field, value]) => said(field, value)),
    ['Ở nhà', 'Ở nhà, Trên đường, ?', 'Tôi chưa rõ', 'Có', '01/11/2026', '3', 'Chưa ghi', 'Đang làm', 'Trong thùng rác từ ngày 02/11/2026', 'Bản 01/10/2026, bắt đầu ngày 20/11/2026']);
  assert.equal(said('place', '"01"', definition, { 'name.01': '{"vi":"Phường Một"}' }), 'Phường Một');
  assert.equal(valueIn('binned', { id: 'a', fields: {} }, undefined), 'Không ở thùng rác');
});

test('whatever shape a definition or a value has, something is shown', () => {
  const odd = [undefined, {}, { questions: 7, documents: 'x' }, { questions: [null, { id: 'place', text: 5, options: { 0: 1 } }], documents: [null] }];
  for (const known of odd) assert.deepEqual([labelOf('answer.place', known), valueIn('answer.place', { id: 'a', fields: { 'answer.place': '"home"' } }, known)], ['place', 'home']);
  for (const value of ['{', '{"a":1}', '[[1]]', '"constructor"', 'null']) for (const field of ['answer.x', 'paper.x', 'place', 'meta', 'name.1', 'constructor']) assert.ok(said(field, value) && labelOf(field, definition), `${field} ${value}`);
  assert.equal(definitionIn(new TextEncoder().encode('[')), undefined);
  assert.equal(definitionIn(new TextEncoder().encode('7')), undefined);
});
