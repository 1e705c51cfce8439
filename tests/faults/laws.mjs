// A definition before and after each kind of change of the law. What changes is one question more than today's definition has, asked
// first, so that whoever has begun has answered it; and its fees and steps.
import { readFileSync, readdirSync } from 'node:fs';
import { hashOf } from '../browser/definitions.mjs';
import { procedure } from '../browser/expected.mjs';

export const birth = procedure('dang-ky-khai-sinh');
const folder = new URL('../../build/site/data/', import.meta.url);
const named = (start, place = folder) => readdirSync(place).find((name) => name.startsWith(start) && name.endsWith('.json'));
const catalogues = ['vi', 'en'].map((lang) => named(`catalogue.${lang}.`));
const today = JSON.parse(readFileSync(new URL(`tt/${named(`${birth.id}.`, new URL('tt/', folder))}`, folder), 'utf8'));

/** The usual way through; what a person has answered at any step is a first part of it. */
const usual = {
  birthPlace: 'facility', situation: 'none', birthPaper: 'note', parentsMarried: true, parentForeign: 'none', birthDate: '2026-11-01', filer: 'parent', copies: '2',
};

const text = (vi, en = vi) => ({ vi, en });
const words = text('Nhà bạn có sổ cũ không?', 'Is there an old book at home?');
const why = text('Để biết cần giấy nào.', 'To know which paper.');
const options = (...values) => values.map((value) => ({ value, label: text(`Sổ ${value}`, `Book ${value}`) }));
const yesNo = { id: 'oldThing', kind: 'yesNo', text: words, why };
const choice = (...values) => ({ id: 'oldThing', kind: 'choice', text: words, why, options: options(...values) });
const fee = (amount) => ({ id: 'old-fee', label: text('Lệ phí cũ', 'Old fee'), amount, basis: [{ confidence: 'high' }] });
const only = (place) => ({ '==': [{ var: 'birthPlace' }, place] });

/** Today's definition with `first` asked first and `last` asked last, changed by `more`. */
function version(day, { first = [], last = [], fees = [], more = () => undefined }) {
  const made = structuredClone(today);
  made.version = day;
  made.questions = [...first, ...made.questions, ...last];
  made.fees.push(...fees);
  more(made);
  const bytes = Buffer.from(JSON.stringify(made));
  return { bytes, hash: hashOf(bytes), version: day };
}

const split = (definition) => {
  const [step] = definition.steps;
  definition.steps.unshift({ ...structuredClone(step), id: `${step.id}-truoc` });
};
const withdrawn = 'withdrawn';

/**
 * By name: before, after, the answer to the question that changes; `stays`: it must still be an answer
 * then; `idle`: words of a question that is kept and no longer asked.
 */
export const kinds = {
  'question added': { before: {}, after: { first: [yesNo] }, stays: true },
  'question removed': { before: { first: [yesNo] }, after: {}, answer: true },
  'question moved': { before: { first: [yesNo] }, after: { last: [yesNo] }, answer: true, stays: true },
  'question retyped': { before: { first: [yesNo] }, after: { first: [choice('a', 'b')] }, answer: true },
  'question renamed': { before: { first: [yesNo] }, after: { first: [{ ...yesNo, id: 'newThing' }] }, answer: false },
  'question in other words': { before: { first: [yesNo] }, after: { first: [{ ...yesNo, text: text('Có sổ không?', 'Is there a book?') }] }, answer: true, stays: true },
  'option removed in use': { before: { first: [choice('a', 'b', 'c')] }, after: { first: [choice('b', 'c')] }, answer: 'a' },
  'option removed not in use': { before: { first: [choice('a', 'b', 'c')] }, after: { first: [choice('a', 'b')] }, answer: 'a', stays: true },
  'condition changed': { before: { last: [{ ...yesNo, askIf: only('facility') }] }, after: { last: [{ ...yesNo, askIf: only('home') }] }, answer: true, stays: true, idle: words.vi },
  'must be known': { before: { first: [yesNo] }, after: { first: [{ ...yesNo, unknownAllowed: false }] }, answer: null },
  'step split': { before: {}, after: { more: split }, stays: true },
  'fee changed': { before: { fees: [fee(5000)] }, after: { fees: [fee(9000)] }, stays: true },
  'procedure withdrawn': { before: {}, after: withdrawn, stays: true },
};

/** Answers of somebody who has come to this step, by question. */
function answersAt(step, answer) {
  const all = { ...answer === undefined ? {} : { oldThing: answer }, ...usual };
  return Object.fromEntries(Object.entries(all).slice(0, step));
}

/** How many steps there are, the start and the end counted. */
export const stepsOf = ({ answer }) => Object.keys(answersAt(Infinity, answer)).length + 1;

/** The law of this kind: before, after, and a dossier begun at each of `steps`. The later ones are listed first. */
export function lawOf({ before, after, answer }, steps) {
  const old = version('2026-01-01', before);
  const dossiers = steps.map((step, index) => {
    const fields = { meta: { procedure: birth.id, version: old.version, hash: old.hash, created: `2026-02-${String(10 + index)}` }, step: 'checklist' };
    for (const [name, value] of Object.entries(answersAt(step, answer))) fields[`answer.${name}`] = value;
    return { id: String(index).padStart(32, '0'), fields: Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, JSON.stringify(value)])) };
  });
  return { old, dossiers, now: after === withdrawn ? undefined : version('2026-11-01', after) };
}

/** From here on the site has this definition, or none, of the procedure. */
export async function enact(context, now) {
  const address = now && `/data/tt/${birth.id}.${now.hash}.json`;
  for (const catalogue of catalogues) {
    await context.route(`**/data/${catalogue}`, (route) => {
      const list = JSON.parse(readFileSync(new URL(catalogue, folder), 'utf8'));
      list.entries = list.entries.filter(([id]) => id !== birth.id || now).map(([id, ...more]) => [id, ...id === birth.id ? [...more.slice(0, -1), address] : more]);
      return route.fulfill({ status: 200, contentType: 'application/json', body: JSON.stringify(list) });
    });
  }
  if (now) await context.route(`**${address}`, (route) => route.fulfill({ status: 200, contentType: 'application/json', body: now.bytes }));
}
