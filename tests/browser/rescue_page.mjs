// What the tests of the rescue page share: its words, the way to it, and what is kept and saved.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { load } from '../web/load.mjs';
import { plain } from './expected.mjs';
import { answer } from './journey.mjs';
import { until } from './support.mjs';

const { readBackup } = await load('backup/read.ts');
const { fold } = await load('storage/records.ts');
const { unstamped } = await load('storage/stamp.ts');
const { strings } = JSON.parse(readFileSync(fileURLToPath(new URL('../../content/rescue.json', import.meta.url)), 'utf8'));

/** A sentence of the page, with its places filled; `key` without "rescue." names one of the list. */
export function say(key, values = {}, lang = 'vi') {
  return (strings[`rescue.${key}`] ?? strings[key])[lang].replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

export const paths = { vi: '/vi/cuu-ho/', en: '/en/cuu-ho/' };

/** Gives the first answers of a procedure and waits until they are kept. */
export async function begin(person, definition, ...values) {
  await person.open(`/${person.lang}/tt/${definition.id}/`);
  for (const [index, value] of values.entries()) {
    await answer(person, definition.questions[index], value);
    await person.pressButton(person.say('question.continue'));
    await person.arrives(definition.questions[index + 1].text[person.lang]);
  }
  await person.saved();
}

/** Opens the page as it must work: with no WebAssembly to be had. */
export async function openRescue(person) {
  await person.page.route(/\.wasm/, (route) => route.abort());
  await person.page.goto(person.url + paths[person.lang]);
  await until(async () => ![say('reading', {}, person.lang), ''].includes(await status(person)) || await person.page.locator('.notice').count(), 'the page has read what is kept');
}

export const status = async (person) => plain(await person.page.getByRole('status').first().textContent());
export const card = (person, title) => person.page.getByRole('article', { name: title, exact: true });

/** Does what makes the browser download a file; gives its name and bytes. */
export async function downloaded(person, act) {
  const [download] = await Promise.all([person.page.waitForEvent('download'), act()]);
  return { name: download.suggestedFilename(), bytes: new Uint8Array(readFileSync(await download.path())) };
}

export function backupIn({ bytes }) {
  const reading = readBackup(bytes);
  assert.ok(reading.ok && reading.backup.whole, JSON.stringify(reading));
  return reading.backup;
}

/** What people entered according to these records, in the order of the file. */
export function enteredIn(records) {
  return fold(records).dossiers.map(({ id, fields }) => ({ id, fields: unstamped(fields) })).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** What the store holds, in the order of the file. */
export async function keptDossiers(person) {
  return enteredIn((await person.kept()).records);
}

/** What the log in the origin's file system holds: the second store by itself. */
export async function keptInLog(person) {
  const lines = await person.page.evaluate(async () => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('journal');
    const texts = [];
    for await (const file of folder.values()) texts.push(await (await file.getFile()).text());
    return texts.join('').split('\n').filter(Boolean);
  });
  return enteredIn(lines.map((line) => JSON.parse(line)));
}

/** The part of the page that brings a file in. */
export const part = (person) => person.role('region', say('device.bring.title', {}, person.lang));

/** Chooses a file with these bytes; its name says nothing. */
export function choose(person, bytes) {
  return part(person).getByLabel(say('device.bring.file', {}, person.lang)).setInputFiles({ name: 'x.pdf', mimeType: 'application/pdf', buffer: Buffer.from(bytes) });
}

export const shows = (person, key, values) => part(person).getByText(say(key, values, person.lang), { exact: true }).waitFor();
export const press = (person, key) => person.press(part(person).getByRole('button', { name: say(key, {}, person.lang), exact: true }));

/** Brings in a file of `n` dossiers that the device does not have. */
export async function bringIn(person, bytes, n) {
  await choose(person, bytes);
  await shows(person, 'device.bring.preview', { n });
  await press(person, 'device.bring.do');
  await shows(person, 'device.bring.done', { n });
}
