// What the screens must say: the wording of content/ui.json and what `danloi walk` prints for the same answers.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const tool = process.env.DANLOI ?? join(repository, 'build/native/danloi');
const { strings } = JSON.parse(readFileSync(join(repository, 'content/ui.json'), 'utf8'));

/** Every test happens on this Saturday morning in Viet Nam. */
export const today = '2026-11-21';
export const now = new Date('2026-11-21T10:00:00+07:00');

/** A sentence of the app, with its places filled. */
export function say(lang, key, values = {}) {
  if (!strings[key]) throw new Error(`content/ui.json has no ${key}`);
  return strings[key][lang].replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

const library = new Map(JSON.parse(readFileSync(join(repository, 'content/documents.json'), 'utf8')).documents.map(({ id, ...said }) => [id, said]));

/** A definition with the papers of the library written out. */
export function procedure(id) {
  const definition = JSON.parse(readFileSync(join(repository, `procedures/${id}.json`), 'utf8'));
  definition.documents = definition.documents.map((document) => ({ ...library.get(document.shared), ...document }));
  return definition;
}

export function runTool(...args) {
  return execFileSync(tool, args, { encoding: 'utf8', cwd: repository });
}

/**
 * The Guide for these answers: `danloi walk --json`, with `printed` lines of the same command for people, and `counts`
 * of each paper by its name as printed.
 */
export function walk(id, answers, lang) {
  return withAnswersFile(answers, (file) => {
    const args = ['walk', id, '--answers', file, '--today', today, '--received', `${today}T10:00`, '--lang', lang];
    const printed = runTool(...args).split('\n').map((line) => line.trim());
    const guide = JSON.parse(runTool(...args, '--json'));
    return { ...guide, printed, counts: new Map(guide.documents.map(({ name }) => [name, countsIn(printed, name)])) };
  });
}

/** What stands in brackets behind the name of a paper. */
function countsIn(printed, name) {
  const line = printed.find((one) => /^[-?] /.test(one) && one.includes(`${name} (`));
  if (!line) throw new Error(`danloi walk does not print “${name}”`);
  const from = line.indexOf(`${name} (`) + name.length + 2;
  return line.slice(from, line.indexOf(')', from));
}

/** Calls `use` with the name of a file that holds these answers. */
export function withAnswersFile(answers, use) {
  const folder = mkdtempSync(join(tmpdir(), 'danloi-answers-'));
  try {
    const file = join(folder, 'answers.json');
    writeFileSync(file, JSON.stringify(answers));
    return use(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** 2026-12-08 as the app shows it. */
export function dayOf(iso) {
  return iso.split('-').reverse().join('/');
}

/** 2026-12-08 as people here type it. */
export function typedDay(iso) {
  return iso.split('-').reverse().map(Number).join('/');
}

/** One space between words, NFC: how two texts are compared. */
export function plain(text) {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}
