// A Vietnamese syllable in letters: first consonants, vowels, last consonants, and the tone, which is kept apart.
//  [x] the letters of names from the highlands (Krông, Đắk, Pleiku)
//  [x] the older places of tone marks: hòa, thúy, khỏe, as this site writes them

/** Combining marks of the five tones: huyền, sắc, ngã, hỏi, nặng. */
const tones = /[\u0300\u0301\u0303\u0309\u0323]/;

export interface Syllable {
  /** Everything without its tone, in the composed form. */
  letters: string;
  /** A combining mark, or ''. */
  tone: string;
}

/** Parts of what has been typed so far, lower case. */
export interface Parts {
  onset: string;
  vowels: string;
  coda: string;
}

const onsets = new Set(['', ...('b c ch d đ dr đr g gh gi gl h hl hm hn hr j k kh kl kn kp kr l m ml mn n ng ngh nh p ph pl pr q qu r s ' +
  't th tl tr v x y bl br').split(' ')]);

/** What may follow, with its marks; without them it is what people type on the way. */
const vowelGroups = new Set(('a ă â e ê i o ô ơ u ư y ai ao au ay âu ây eo êu ia iê iêu iu oa oă oai oao oay oe oeo oi ôi ơi oo ua uâ uây ' +
  'uê ui uô uôi uơ ươ ươi ươu ưa ưi ưu uy uya uyê uyu yê yêu ya uă').split(' '));
const codas = new Set(['', 'c', 'ch', 'k', 'm', 'n', 'ng', 'nh', 'p', 't']);

/** These take sắc and nặng only. */
const stops = new Set(['c', 'ch', 'k', 'p', 't']);

/** Vowels on their way: some marks may still be missing, or everything. */
const bareGroups = new Set(['', ...[...vowelGroups].map(bare)]);

export function split(word: string): Syllable {
  const apart = word.normalize('NFD');
  const tone = tones.exec(apart)?.[0] ?? '';
  return { letters: apart.replace(new RegExp(tones, 'g'), '').normalize('NFC'), tone };
}

/** Without hats, horns and breves; đ stays. */
export function bare(letters: string): string {
  return letters.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
}

/** The parts of a syllable that is Vietnamese so far; nothing when it cannot become one. */
export function partsOf(letters: string): Parts | undefined {
  const lower = letters.toLowerCase();
  const found = /^([^aăâeêioôơuưy]*)(.*?)([^aăâeêioôơuưy]*)$/.exec(lower);
  if (!found) return undefined;
  let [, onset = '', vowels = ''] = found;
  const coda = found[3] ?? '';
  // The u of "qu" and the i of "gi" belong to the first consonants when another vowel follows.
  const lent = (onset === 'q' && vowels[0] === 'u') || (onset === 'g' && vowels[0] === 'i' && vowels.length > 1);
  if (lent) [onset, vowels] = [onset + vowels[0], vowels.slice(1)];
  if (!onsets.has(onset) || !codas.has(coda) || !bareGroups.has(bare(vowels))) return undefined;
  return { onset, vowels, coda };
}

/** Whether these vowels are written so, with all their marks. */
export function isWritten(vowels: string): boolean {
  return vowelGroups.has(vowels);
}

export function takesTone({ coda }: Parts, tone: string): boolean {
  return !stops.has(coda) || tone === '' || tone === '\u0301' || tone === '\u0323';
}

/** The syllable with its tone where it is written. */
export function join({ letters, tone }: Syllable, { onset, vowels, coda }: Parts): string {
  if (!tone) return letters;
  const at = onset.length + tonePlace(vowels, coda);
  return letters.slice(0, at) + ((letters[at] ?? '') + tone).normalize('NFC') + letters.slice(at + 1);
}

/** On the letter with a mark of its own, the last of them; else on the vowel before the end: hòa, toán, khuỷu. */
function tonePlace(vowels: string, coda: string): number {
  const marked = /.*[ăâêôơư]/.exec(vowels);
  if (marked) return marked[0].length - 1;
  if (coda) return vowels.length - 1;
  return vowels.length === 3 ? 1 : 0;
}
