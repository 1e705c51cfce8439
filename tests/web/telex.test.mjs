// Telex and VNI: every Vietnamese word of the content, typed, comes out as itself; what is not Vietnamese stays as typed.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { join } from 'node:path';
import { dice } from './dice.mjs';
import { load, root } from './load.mjs';

const { typeKey, withTone } = await load('typing/telex.ts');

const typed = (keys, method = 'telex') => [...keys].reduce((text, key) => typeKey(text, key, method), '');

const marks = {
  telex: { '\u0300': 'f', '\u0301': 's', '\u0303': 'x', '\u0309': 'r', '\u0323': 'j', '\u0302': 'same', '\u0306': 'w', '\u031b': 'w', 'đ': 'd' },
  vni: { '\u0300': '2', '\u0301': '1', '\u0303': '4', '\u0309': '3', '\u0323': '5', '\u0302': '6', '\u0306': '8', '\u031b': '7', 'đ': '9' },
};
const isTone = (mark) => '\u0300\u0301\u0303\u0309\u0323'.includes(mark);

/** The keys of one letter: the plain letter, its mark, its tone. */
function keysOf(letter, method) {
  const of = marks[method];
  if (/đ/i.test(letter)) return { plain: letter === 'đ' ? 'd' : 'D', mark: of['đ'], tone: '' };
  const [plain, ...rest] = letter.normalize('NFD');
  const mark = rest.find((one) => !isTone(one));
  const tone = rest.find(isTone);
  const key = of[mark] === 'same' ? plain : of[mark];
  return { plain, mark: key ?? '', tone: tone ? of[tone] : '' };
}

/** "oo" by itself is what undoing leaves: "xooong". */
const oo = (word, method) => (method === 'telex' && /oo/i.test(word) ? word.replace(/oo/i, '$&o') : word);

/** Ways in which people type a word: marks where they stand, or tones at the end, or everything at the end. */
const ways = {
  'marks at once, tone at the end': (keys) => keys.map(({ plain, mark }) => plain + mark).join('') + keys.map(({ tone }) => tone).join(''),
  'everything at once': (keys) => keys.map(({ plain, mark, tone }) => plain + mark + tone).join(''),
  'everything at the end': (keys) => keys.map(({ plain }) => plain).join('') + [...new Set(keys.map(({ mark }) => mark))].join('') + keys.map(({ tone }) => tone).join(''),
};

/** Each word with a letter of its own, and each that is written in plain letters and is Vietnamese by the company it keeps. */
function words() {
  const files = ['content', 'procedures'].flatMap((folder) => readdirSync(join(root, folder)).filter((name) => name.endsWith('.json')).map((name) => join(root, folder, name)));
  const found = new Set();
  const gather = (value) => {
    if (typeof value === 'string') for (const word of value.match(/\p{L}+/gu) ?? []) found.add(word);
    else if (value && typeof value === 'object') Object.values(value).forEach(gather);
  };
  const vietnamese = (value) => {
    if (!value || typeof value !== 'object') return;
    if (typeof value.vi === 'string') gather(value.vi);
    Object.values(value).forEach(vietnamese);
  };
  for (const file of files) vietnamese(JSON.parse(readFileSync(file, 'utf8')));
  return [...found].filter((word) => /[^a-z]/i.test(word) && hasVowel(word));
}

/** Short forms like BĐS have no vowel, and so are no syllable. */
const hasVowel = (word) => /[aeiouy]/i.test(word.normalize('NFD'));

for (const method of ['telex', 'vni']) {
  test(`every word of the content comes out as itself (${method})`, () => {
    const all = words();
    assert.ok(all.length > 1000, `${all.length} words`);
    const wrong = [];
    for (const word of all) {
      for (const [way, spell] of Object.entries(ways)) {
        const keys = spell([...oo(word, method)].map((letter) => keysOf(letter, method)));
        if (typed(keys, method) !== word) wrong.push(`${word} (${way}): ${keys} gives ${typed(keys, method)}`);
      }
    }
    assert.deepEqual(wrong, []);
  });
}

test('tones stand where this site writes them, and move with what follows', () => {
  const expected = {
    hoaf: 'hòa', hoafn: 'hoàn', thuys: 'thúy', khoer: 'khỏe', quys: 'quý', giaf: 'già', gif: 'gì', gieengs: 'giếng', cuar: 'của',
    nguoiwf: 'người', ruouwj: 'rượu', khuyur: 'khuỷu', thuowr: 'thuở', thuowngf: 'thường', thuongwf: 'thường', thuwongf: 'thường',
    thwowfng: 'thường', nhw: 'như', ddaays: 'đấy', dangd: 'đang', Ddawks: 'Đắk', NGUYEENX: 'NGUYỄN', xooong: 'xoong', oof: 'ồ',
  };
  for (const [keys, word] of Object.entries(expected)) assert.equal(typed(keys), word, keys);
  assert.equal(typed('d9a82ng5', 'vni'), 'đặng', 'the last tone counts');
});

test('a key given twice takes back, z takes the tone away', () => {
  const expected = { aaa: 'aa', aaaa: 'aaa', ass: 'as', asss: 'ass', oww: 'ow', ddd: 'dd', DDD: 'DD', asz: 'a', tieengsz: 'tiêng', hoaff: 'hoaf', boooc: 'booc' };
  for (const [keys, word] of Object.entries(expected)) assert.equal(typed(keys), word, keys);
  assert.deepEqual(['A11', 'a66', 'o77', 'a88', 'd99', 'a10'].map((keys) => typed(keys, 'vni')), ['A1', 'a6', 'o7', 'a8', 'd9', 'a']);
});

test('what cannot be Vietnamese stays as typed', () => {
  for (const word of ['class', 'windows', 'www', 'string', 'email', 'fax', 'jpg', 'zalo', 'html', 'school', 'https', 'crs', 'matf', 'x', '']) {
    assert.equal(typed(word), word, word);
  }
  for (const word of ['2026', '12/9/2026', '0912 345 678', 'Q5', 'x7', 'str1']) assert.equal(typed(word, 'vni'), word, word);
  assert.equal(typed('an.s'), 'an.s', 'a word ends where its letters end');
});

test('only the syllable before the caret changes, whatever stands before it', () => {
  const roll = dice(11);
  const letters = ['a', 'e', 'o', 'w', 's', 'f', 'd', 'u', 'n', 'g', 'h', 'i', 'ơ', 'ế', 'đ', ' ', '-', '7', '😀', 'e\u0302\u0323', 'Z', 'Ư'];
  const some = (count) => Array.from({ length: count }, () => roll.of(letters)).join('');
  for (let round = 0; round < 20_000; round++) {
    const before = `${some(roll(6))} `;
    const syllable = some(roll(7)).replace(/[^\p{L}\p{M}]/gu, '');
    const key = roll.of(letters);
    for (const method of ['telex', 'vni']) {
      const after = typeKey(before + syllable, key, method);
      assert.ok(after.startsWith(before), JSON.stringify([before, syllable, key, after]));
      assert.equal(after.slice(before.length), typeKey(syllable, key, method));
      assert.ok(after.length > before.length || key === '');
    }
  }
});

test('a key of the screen that says its tone sets it, changes it and takes it away', () => {
  assert.equal(withTone('bà hoa', '\u0300'), 'bà hòa');
  assert.equal(withTone('hòa', '\u0301'), 'hóa');
  assert.equal(withTone('hóa', ''), 'hoa');
  for (const none of ['', 'hoa ', 'xyz', 'mat7', 'mat!']) assert.equal(withTone(none, '\u0300'), undefined, none);
  assert.equal(withTone('mat', '\u0300'), undefined, 'no such syllable');
});
