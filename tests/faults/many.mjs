// Dossiers by chance, as the app keeps them: of any procedure, answered as far as it came, with texts that are hard to carry.
import { readdirSync } from 'node:fs';
import { procedure } from '../browser/expected.mjs';
import { load } from '../web/load.mjs';

const { makeRecord } = await load('storage/records.ts');
const served = readdirSync(new URL('../../build/site/data/tt/', import.meta.url)).filter((name) => name.endsWith('.json'));
const hard = ['', 'Nguyễn Thị Ánh', 'Nguyễn'.normalize('NFD'), '\ud800', 'a\udc00b', '\u2028\u2029', '\r\n\t', '"\\}],', '{"crc":1,', '👩‍👩‍👧', '\u202e', '\ufeff', 'ế'.repeat(500)];

/** The hash of the definition that the built site serves. */
export function hashToday(id) {
  return served.find((name) => name.startsWith(`${id}.`)).split('.')[1];
}

const definitions = served.map((name) => name.split('.')[0]).map(procedure);

function valueFor(die, question) {
  const { kind, options = [] } = question;
  if (kind === 'yesNo') return die.of([true, false, null]);
  if (kind === 'choice') return die.of(options).value;
  if (kind === 'many') return options.filter(() => die(2)).map(({ value }) => value);
  if (kind === 'date') return die.of(['2026-11-01', '1/1', '']);
  return die.of(hard); // a field keeps any text as typed
}

/** `binned`: it was put away. */
export function randomDossier(die, binned = !die(20)) {
  const definition = die.of(definitions);
  const { id: name, questions, documents } = definition;
  const answered = questions.slice(0, die(questions.length + 1)).map((question) => [`answer.${question.id}`, valueFor(die, question)]);
  const papers = documents.filter(() => die(2)).map(({ id }) => [`paper.${id}`, die.of(['have', 'missing', 'on_the_way'])]);
  const snapshot = { title: definition.title.vi, asked: questions.length, answered: answered.length, needed: documents.length, have: 0, deadline: '', answers: questions.map(({ text }) => [text.vi, die.of(hard)]), papers: [] };
  const fields = [
    ['meta', { procedure: name, version: definition.version, hash: hashToday(name), created: `2026-0${1 + die(9)}-1${die(10)}` }], ['step', 'checklist'],
    ...answered, ...papers, ['snapshot', snapshot], ...binned ? [['binned', '2026-11-20']] : [],
  ];
  const id = Array.from({ length: 32 }, () => die(16).toString(16)).join('');
  return { id, fields: Object.fromEntries(fields.map(([field, value]) => [field, JSON.stringify(value)])) };
}

/** The records of these dossiers, the same in both stores. */
export function storesOf(dossiers) {
  let seq = 0;
  const records = dossiers.flatMap(({ id, fields }) => Object.entries(fields).map(([field, value]) => makeRecord({ dossier: id, field, value }, ++seq)));
  return { database: records, log: records };
}
