// Telex and VNI: letters with marks out of plain keys. One pure function: what stands before the caret and a key give what stands
// there next. Nothing is remembered, so it may be left and taken up anywhere.
//  - marks and tones may come at any place of the syllable: "thuongwf", "thuwowngf" and "thwowfng" are the same
//  - a key given twice takes its mark back and stays as a letter: "aaa" is "aa", "ass" is "as"
//  - what cannot be Vietnamese is left alone
import { bare, isWritten, join, partsOf, split, takesTone, type Syllable } from './syllable.js';

export type Method = 'telex' | 'vni';

const breve = '\u0306';
const hat = '\u0302';
const horn = '\u031b';

interface Keys {
  /** The tone's combining mark; '' takes the tone away. */
  tones: Record<string, string>;
  /** The marks a key may set, and on which letters. */
  marks: Record<string, { mark: string; on: string }[]>;
  /** The key that strikes through a d. */
  stroke: string;
}

const methods: Record<Method, Keys> = {
  telex: {
    tones: { f: '\u0300', s: '\u0301', x: '\u0303', r: '\u0309', j: '\u0323', z: '' },
    marks: {
      a: [{ mark: hat, on: 'a' }], e: [{ mark: hat, on: 'e' }], o: [{ mark: hat, on: 'o' }],
      w: [{ mark: horn, on: 'uo' }, { mark: breve, on: 'a' }],
    },
    stroke: 'd',
  },
  vni: {
    tones: { 1: '\u0301', 2: '\u0300', 3: '\u0309', 4: '\u0303', 5: '\u0323', 0: '' },
    marks: { 6: [{ mark: hat, on: 'aeo' }], 7: [{ mark: horn, on: 'uo' }], 8: [{ mark: breve, on: 'a' }] },
    stroke: '9',
  },
};

/** The letters right before the caret: the syllable that a key belongs to. */
const lastWord = /[\p{L}\p{M}]*$/u;

/** The text before the caret after `key` was pressed. */
export function typeKey(before: string, key: string, method: Method): string {
  const { tones, marks, stroke } = methods[method];
  const at = before.search(lastWord);
  const syllable = split(before.slice(at));
  const lower = key.toLowerCase();
  const tone = tones[lower];
  const word = (lower === stroke ? strike(syllable, key) : undefined)
    ?? (marks[lower] ? setMark(syllable, marks[lower], key) : undefined)
    ?? (tone !== undefined ? setTone(syllable, tone, key) : undefined)
    ?? (lower === 'w' && method === 'telex' ? hornAlone(syllable, key) : undefined)
    ?? addLetter(syllable, key);
  return before.slice(0, at) + (word ?? before.slice(at) + key);
}

/** The text before the caret with this tone on its last syllable, for keys that say their tone; nothing when it takes none. */
export function withTone(before: string, tone: string): string | undefined {
  const at = before.search(lastWord);
  const syllable = split(before.slice(at));
  const parts = partsOf(syllable.letters);
  if (!parts?.vowels || !takesTone(parts, tone)) return undefined;
  return before.slice(0, at) + join({ ...syllable, tone }, parts);
}

/** A letter that comes as it is may move the tone, or give the second half of "ươ" its horn. */
function addLetter({ letters, tone }: Syllable, key: string): string | undefined {
  if (!/^\p{L}$/u.test(key)) return undefined;
  const added = hornedPair(letters + key);
  const parts = partsOf(added);
  if (!parts?.vowels || (!tone && added === letters + key)) return undefined;
  return join({ letters: added, tone }, parts);
}

/** "uơ" and "ưo" with anything behind them are "ươ". */
function hornedPair(letters: string): string {
  const paired = letters.replace(/(uơ|ưo)(?=.)/i, (pair) => [...pair].map((letter) => withMark(bare(letter), horn)).join(''));
  if (paired === letters) return letters;
  const parts = partsOf(paired);
  return parts && isWritten(parts.vowels) ? paired : letters;
}

function setTone({ letters, tone }: Syllable, wanted: string, key: string): string | undefined {
  const parts = partsOf(letters);
  if (!parts?.vowels) return undefined;
  if (wanted === '') return tone ? letters : undefined;
  if (tone === wanted) return letters + key;
  return takesTone(parts, wanted) ? join({ letters, tone: wanted }, parts) : undefined;
}

function setMark({ letters, tone }: Syllable, given: { mark: string; on: string }[], key: string): string | undefined {
  const parts = partsOf(letters);
  if (!parts?.vowels) return undefined;
  const [start, end] = [parts.onset.length, parts.onset.length + parts.vowels.length];
  const put = (vowels: string): string => letters.slice(0, start) + vowels + letters.slice(end);
  const now = letters.slice(start, end);
  const add = (vowels: string): string | undefined => {
    const made = given.map((one) => marked(vowels, one, parts.coda)).find((one) => one !== undefined);
    return made !== undefined && partsOf(put(made)) ? rejoin(put(made), tone) : undefined;
  };
  const added = add(now); // before taking back: the second w of "uwow" belongs to the o
  if (added !== undefined) return added;
  const without = unmarked(now, given);
  return without === now ? add(bare(now)) : rejoin(put(without), tone) + key;
}

/** The vowels without the marks that this key sets. */
function unmarked(vowels: string, given: { mark: string; on: string }[]): string {
  return [...vowels].map((letter) => {
    const [base = '', mark] = letter.normalize('NFD');
    return given.some((one) => one.mark === mark && one.on.includes(base.toLowerCase())) ? base : letter;
  }).join('');
}

/** The vowels with one mark more where it is written; "uo" gets both horns, unless it ends the syllable as in "thuở". */
function marked(vowels: string, { mark, on }: { mark: string; on: string }, coda: string): string | undefined {
  const pair = /^(u)(o)(.*)$/i.exec(vowels);
  const both = mark === horn && pair && (coda || pair[3]) ? [withMark(pair[1] ?? '', horn) + withMark(pair[2] ?? '', horn) + (pair[3] ?? '')] : [];
  const single = [...vowels].map((_letter, at) => at).reverse().filter((at) => on.includes((vowels[at] ?? ' ').toLowerCase()))
    .map((at) => vowels.slice(0, at) + withMark(vowels[at] ?? '', mark) + vowels.slice(at + 1));
  return [...both, ...single].find((made) => isWritten(made.toLowerCase()));
}

/** "w" after first consonants is "ư": "nhw". */
function hornAlone({ letters, tone }: Syllable, key: string): string | undefined {
  const parts = partsOf(letters);
  if (tone || !parts?.onset || parts.vowels) return undefined;
  return letters + withMark(key === 'W' ? 'U' : 'u', horn);
}

/** d to đ and back, at the beginning of the syllable. */
function strike({ letters, tone }: Syllable, key: string): string | undefined {
  const first = letters[0] ?? '';
  const rest = letters.slice(1);
  const struck = { d: 'đ', D: 'Đ' }[first];
  if (struck) return partsOf(struck + rest) || rest === '' ? rejoin(struck + rest, tone) : undefined;
  const plain = { đ: 'd', Đ: 'D' }[first];
  return plain ? rejoin(plain + rest, tone) + key : undefined;
}

function rejoin(letters: string, tone: string): string {
  const parts = partsOf(letters);
  return parts?.vowels ? join({ letters, tone }, parts) : letters;
}

function withMark(letter: string, mark: string): string {
  return (letter + mark).normalize('NFC');
}
