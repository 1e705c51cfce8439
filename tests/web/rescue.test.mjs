// What the rescue page makes of what is kept: the union of all places, damaged pieces kept apart, words for each dossier.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { hashOf } from '../browser/definitions.mjs';
import { load } from './load.mjs';

globalThis.document = { documentElement: { lang: 'vi' } };
const [{ gather, pinsOf }, { describe }, { unreadFile, unreadName }, { makeRecord }] = await Promise.all(
  ['rescue/readers.ts', 'rescue/describe.ts', 'rescue/save.ts', 'storage/records.ts'].map(load));
const { strings } = JSON.parse(readFileSync(new URL('../../content/rescue.json', import.meta.url), 'utf8'));

const meta = (created, hash = 'h') => JSON.stringify({ procedure: 'khai-sinh', version: '1', hash, created });
const records = (...list) => list.map(([dossier, field, value], index) => makeRecord({ dossier, field, value }, index + 1));
const place = (values, pins = {}) => ({ readAll: async () => values, getPin: async (hash) => pins[hash] });
const broken = { readAll: async () => { throw new DOMException('refused', 'SecurityError'); }, getPin: async () => { throw new Error('refused'); } };
const silent = { readAll: () => new Promise(() => {}), getPin: () => new Promise(() => {}) };
const missing = { readAll: () => { throw new ReferenceError('indexedDB'); }, getPin: () => { throw new ReferenceError('indexedDB'); } };

test('two places: the union of both, begun last first', async () => {
  const all = records(['a', 'meta', meta('2026-11-01')], ['b', 'meta', meta('2026-11-20')], ['a', 'answer.x', '1'], ['a', 'answer.x', '2']);
  const { dossiers, unread, refused } = await gather([place(all.slice(0, 2)), place(all.slice(1))]);
  assert.deepEqual(dossiers.map(({ id, fields }) => [id, fields['answer.x']]), [['b', undefined], ['a', '2']]);
  assert.deepEqual([unread, refused], [[], 0]);
});

test('a place that throws, is missing or never answers does not hold up the other', async () => {
  const all = records(['a', 'meta', meta('2026-11-01')]);
  for (const other of [broken, silent, missing]) {
    const { dossiers, refused } = await gather([other, place(all)], 20);
    assert.deepEqual([dossiers.map(({ id }) => id), refused], [['a'], 1]);
  }
  assert.deepEqual(await gather([broken, missing], 20), { dossiers: [], erased: new Set(), unread: [], refused: 2 });
});

test('damaged and later records are kept apart as they are, the value before them holds', async () => {
  const [first, second] = records(['a', 'answer.x', '1'], ['a', 'answer.x', '2']);
  const unreadable = [{ ...second, value: '3' }, { v: 2, dossier: 'a', anything: 1 }, null, new Uint8Array([1, 2])];
  const { dossiers, unread } = await gather([place([first, ...unreadable])]);
  assert.deepEqual(dossiers, [{ id: 'a', fields: { 'answer.x': '1' }, readonly: true }]);
  assert.deepEqual(unread, unreadable);
  assert.deepEqual(JSON.parse(unreadFile(unread, '2026-11-22')), {
    danloi: 'unread', v: 1, made: '2026-11-22', values: [...unreadable.slice(0, 3), { base64: 'AQI=' }],
  });
  assert.equal(unreadName('2026-11-22'), 'dan-loi-chua-doc-duoc-2026-11-22.json');
});

test('definitions come from the first place that has them whole; none is no fault', async () => {
  const [one, two, three] = [[1], [2], [3]].map((bytes) => new Uint8Array(bytes));
  const [first, second, third] = [one, two, three].map(hashOf);
  const begun = ['none', first, second, third].map((hash, index) => [`d${index}`, 'meta', meta('2026-11-01', hash)]);
  const { dossiers } = await gather([place(records(...begun, ['e', 'step', '""']))]);
  const pins = await pinsOf(dossiers, [broken, place([], { [first]: one, [second]: three }), place([], { [first]: 'no bytes', [second]: two, [third]: two })]);
  assert.deepEqual(pins.sort((a, b) => a.bytes[0] - b.bytes[0]), [{ hash: first, bytes: one }, { hash: second, bytes: two }]);
});

test('what is in the bin is among what is saved, with its day; what was erased for good is not', async () => {
  const all = records(['a', 'meta', meta('2026-11-01')], ['a', 'binned', '"2026-11-20"'], ['b', 'meta', meta('2026-11-01')], ['b', 'erased', 'true']);
  const { dossiers } = await gather([place(all)]);
  assert.deepEqual(dossiers.map(({ id, fields }) => [id, fields.binned]), [['a', '"2026-11-20"']]);
});

const snapshot = { title: 'Đăng ký khai sinh', asked: 8, answered: 2, needed: 3, have: 1, deadline: '2026-12-31', answers: [['Sinh ở đâu?', 'Ở nhà']], papers: [['Giấy chứng sinh', 'Đã có']] };
const dossier = (fields, readonly = false) => ({ id: 'a', fields: { meta: meta('2026-11-20'), ...fields }, readonly });

test('a dossier in words is its snapshot', () => {
  const said = describe(dossier({ snapshot: JSON.stringify(snapshot), 'answer.birthPlace': '"home"' }));
  assert.deepEqual(said, {
    title: snapshot.title, answers: snapshot.answers, papers: snapshot.papers, notices: [],
    facts: [['Bắt đầu ngày', '20/11/2026'], ['Câu đã trả lời', '2 trong 8'], ['Giấy tờ đã có', '1 trong 3'], ['Hạn của bạn', '31/12/2026']],
  });
  assert.deepEqual(describe(dossier({ snapshot: JSON.stringify({ ...snapshot, deadline: '', asked: '8' }) }, true)), {
    ...said, notices: ['rescue.newer'], facts: [said.facts[0], said.facts[2]],
  });
});

test('without a readable snapshot the answers are shown as they are stored', () => {
  const fields = { 'answer.b': '["x","y"]', 'answer.a': '"nhà"', 'answer.c': 'null', 'answer.d': 'half of', 'paper.p': '"have"' };
  const answers = [['a', 'nhà'], ['b', 'x, y'], ['c', 'null'], ['d', 'half of']];
  const odd = [undefined, '', 'null', '7', '[]', '{', JSON.stringify({ ...snapshot, answers: [['one']] }), JSON.stringify({ ...snapshot, papers: { 0: 1 } }), JSON.stringify({ ...snapshot, title: 7 })];
  for (const text of odd) {
    const said = describe(dossier(text === undefined ? fields : { ...fields, snapshot: text }));
    assert.deepEqual([said.title, said.answers, said.papers, said.notices], ['khai-sinh', answers, [], ['rescue.summary.failed']], text);
  }
  const nameless = describe({ id: 'a', fields: { meta: '[' }, readonly: false });
  assert.deepEqual([nameless.title, nameless.facts, nameless.answers], ['Việc chưa rõ tên', [], []]);
});

test('the wording is there in both languages, and faults are told as danloi check asks', () => {
  const next = { vi: /mời bạn|bạn có thể|bạn vẫn/i, en: /please|you can/i };
  const polite = { vi: /cảm ơn|xin lỗi/i, en: /thank you|sorry/i };
  for (const [key, sentence] of Object.entries(strings)) {
    assert.deepEqual(Object.keys(sentence), ['vi', 'en'], key);
    for (const [lang, text] of Object.entries(sentence)) {
      assert.equal(text.normalize('NFC'), text);
      assert.deepEqual(text.match(/\{\w+\}/g), sentence.vi.match(/\{\w+\}/g), `${key} fills the same places`);
      if (!/\.(failed|none|noscript)$/.test(key)) continue;
      assert.doesNotMatch(text.split('. ')[0], next[lang], `${key} begins with the reason`);
      assert.match(text, next[lang], key);
      assert.match(text, polite[lang], key);
    }
  }
});
