// What the rigs share: a person who answers and types for ever, closed and killed and opened again, and what is kept of it.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { procedure, say } from '../browser/expected.mjs';
import { answer } from '../browser/journey.mjs';
import { openPerson, until } from '../browser/support.mjs';
import { load } from '../web/load.mjs';
import { signal, treeOf } from './process.mjs';
import { readStores, watchSaving } from './witness.mjs';

export { Ledger } from './ledger.mjs';

const { fold } = await load('storage/records.ts');

/** The procedure that is filled in: its question with a field keeps any text as typed. */
export const copies = procedure('chung-thuc-ban-sao');
const before = { needed: 'certified', original: 'good', issuer: 'vietnam', copyForm: 'paper', photocopied: true };
const question = (id) => copies.questions.find((one) => one.id === id);
export const fieldName = question('pages').text.vi;
export const path = `/vi/tt/${copies.id}/`;

/** Waits a moment that chance has chosen: the fault may come at any time. */
export const moment = (ms) => new Promise((resolve) => { setTimeout(resolve, ms); });

/** A person whose page is watched; `ledger` goes on from an earlier life. */
export async function openWatched(ledger, options = {}) {
  const person = await openPerson(options);
  await watch(person, ledger);
  return person;
}

/** Watches all pages of this person from here on. */
export async function watch(person, ledger) {
  await person.context.exposeFunction('witness', ledger.hear);
  await person.context.addInitScript(watchSaving, { origin: person.url, saved: say('vi', 'save.saved'), failed: say('vi', 'save.failed') });
}

/** Answers whatever is asked until the question with the field is shown. */
export async function reachField(person) {
  const asked = async () => {
    const shown = await shownHeadings(person);
    return [...Object.keys(before), 'pages'].find((id) => shown.includes(question(id).text.vi));
  };
  for (let id = await until(asked, 'a question'); id !== 'pages'; id = await until(asked, `the question after “${id}”`)) {
    await answer(person, question(id), before[id]);
    await person.pressButton(person.say('question.continue'));
    await person.heading(question(id).text.vi).waitFor({ state: 'detached' });
  }
  return person.role('textbox', fieldName);
}

const shownHeadings = (person) => person.page.getByRole('main').getByRole('heading').allTextContents();

let token = 0;

/** Begins another text in the field: each is like no other, so that what is found tells when it was typed. */
export async function beginText(person, ledger, field, text = `${++token}|`) {
  ledger.planned.add(text);
  await field.selectText();
  await person.page.keyboard.insertText(text);
  return text;
}

/** Types, begins anew, leaves the page and comes back, for ever, as chance says; ends when the page is gone or `ended` says so. */
export async function work(person, ledger, die, ended) {
  const field = await reachField(person);
  let text = await beginText(person, ledger, field);
  while (!ended()) {
    const kind = die(12);
    if (kind === 0) {
      await reopened(person); // away, and back to the same question
      await reachField(person);
      text = await beginText(person, ledger, field);
    } else if (kind < 4 || text.length > 60) text = await beginText(person, ledger, field);
    else {
      for (let left = 1 + die(10); left > 0 && !ended(); left--) {
        text += die.of([...'abcđêồ ướ']);
        ledger.planned.add(text);
        await person.page.keyboard.insertText(text.at(-1));
        await moment(die(90));
      }
    }
  }
}

/** The work until the fault comes: an error of a page that is gone is no error of the work. */
export function workUntil(person, ledger, die) {
  let over = false;
  const working = work(person, ledger, die, () => over).catch((reason) => { if (!over) throw reason; });
  return { working, end: () => { over = true; } };
}

/** Answers of the one dossier as both stores together hold them. */
export async function keptAnswers(person) {
  const { database, log } = await person.page.evaluate(readStores);
  return answersIn([...database, ...log]);
}

export function answersIn(values) {
  const [dossier, second] = fold(values).dossiers;
  assert.equal(second, undefined, 'one dossier, not two');
  return answersOf(dossier);
}

/** The answers of a dossier by question. */
export function answersOf(dossier) {
  const fields = Object.entries(dossier?.fields ?? {}).filter(([name]) => name.startsWith('answer.'));
  return Object.fromEntries(fields.map(([name, value]) => [name.slice('answer.'.length), JSON.parse(value)]));
}

/** Comes back as a person would, by the home page; what the stores hold is what the page shows. */
export async function reopened(person) {
  await person.open('/vi/');
  const resume = person.role('button', person.say('procedure.resume'));
  if (await resume.count()) {
    await person.pressButton(person.say('procedure.resume'));
    await person.heading(person.say('home.title')).waitFor({ state: 'detached' });
  } else await person.open(path);
  const kept = await keptAnswers(person);
  if ((await shownHeadings(person)).includes(fieldName)) assert.equal(await person.role('textbox', fieldName).inputValue(), kept.pages ?? '', 'the page shows what is kept');
  return kept;
}

/** A folder for a browser that is closed, killed and opened again. */
export async function withProfile(use) {
  const profile = mkdtempSync(join(tmpdir(), 'danloi-fault-'));
  try {
    return await use(profile);
  } finally {
    signal(treeOf(profile), 'SIGKILL'); // of a test that has failed
    rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  }
}

/** Adds what this run has shown to the figure; gives what was lost. */
export function note(figure, ledger, kept) {
  const { lost, missingFor } = ledger.compare(kept, ledger.endedAt);
  figure.runs++;
  figure.acknowledged += ledger.sure;
  figure.lost += lost.length;
  figure.losses.push(...lost);
  ledger.settle(kept);
  return missingFor;
}

/** The page says of all that was entered whether it is saved; which of the two, and how long after the last entry. */
export async function verdict(ledger) {
  const planned = [...ledger.planned].at(-1);
  const heard = () => ledger.entries.length > ledger.base && (planned === undefined || ledger.entries.at(-1).value === planned);
  await until(heard, 'the page tells what was entered');
  const { n, at } = ledger.entries.at(-1);
  await until(() => ledger.said.n + ledger.base >= n, 'the page says whether it is saved');
  return { said: ledger.said.t, after: ledger.said.at - at };
}

/** Fails with the first few of what was lost. */
export function assertNoneLost(figure) {
  assert.equal(figure.lost, 0, JSON.stringify(figure.losses.slice(0, 5)));
  assert.ok(figure.acknowledged > 0, 'something was acknowledged');
}
