// Edits taken back, dossiers put into the bin and taken out again, in any order: the state returns exactly.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answer } from '../browser/journey.mjs';
import { until } from '../browser/support.mjs';
import { Figure, count, die } from './figures.mjs';
import { Ledger, beginText, copies, fieldName, keptAnswers, openWatched, reachField, reopened } from './rig.mjs';

const photocopied = copies.questions.find(({ id }) => id === 'photocopied');

/** The answers as they must be, and how they were before each edit that can be taken back. Typing in one field is one edit. */
class Model {
  edits = [];

  constructor(answers) { this.answers = answers; }

  edit(id, value, key = '') {
    if (!key || this.edits.at(-1)?.key !== key) this.edits.push({ key, before: this.answers });
    this.answers = { ...this.answers, [id]: value };
  }

  undo() { this.answers = this.edits.pop().before; }
}

const steps = {
  async choose(person, model) {
    const value = die.of([true, false, null].filter((one) => one !== model.answers.photocopied));
    await person.pressLink(person.say('nav.back'));
    await person.arrives(photocopied.text.vi);
    await answer(person, photocopied, value);
    model.edit('photocopied', value);
    await person.pressButton(person.say('question.continue'));
    await person.arrives(fieldName);
  },
  async type(person, model, ledger) {
    model.edit('pages', await beginText(person, ledger, person.role('textbox', fieldName)), 'pages');
  },
  async undo(person, model) {
    if (!model.edits.length) return;
    await person.pressButton(person.say('undo.button'));
    model.undo();
  },
  async bin(person) {
    await person.open('/vi/');
    await person.pressButton(person.say('home.delete'));
    await person.pressButton(person.say('bin.title', { n: 1 }));
    await person.pressButton(person.say('bin.restore'));
    await person.pressButton(person.say('procedure.resume'));
    await person.arrives(fieldName, { focused: false });
  },
};

const withoutEmpty = (answers) => JSON.stringify(Object.entries(answers).filter(([, value]) => value !== '').sort());

test('A14 undo and bin', async () => {
  const figure = new Figure('A14 undo and bin');
  const ledger = new Ledger();
  const person = await openWatched(ledger);
  await reopened(person);
  const model = new Model({});
  const field = await reachField(person);
  await beginText(person, ledger, field);
  await person.saved();
  await person.page.reload(); // what was done so far cannot be taken back
  await person.appReady();
  model.answers = await keptAnswers(person);
  for (let run = 0; run < count(3, 500); run++) {
    const names = [...Array(2 + die(4))].map(() => die.of(['choose', 'type', 'type', 'undo', 'undo'])).concat(die(4) ? [] : ['bin']);
    for (const name of names) await steps[name](person, model, ledger);
    if (names.includes('bin')) model.edits = []; // the page was opened anew for it
    await until(async () => withoutEmpty(await keptAnswers(person)) === withoutEmpty(model.answers), `the answers are as before after ${names}`);
    assert.equal(await person.role('textbox', fieldName).inputValue(), model.answers.pages ?? '', names.join());
    figure.runs++;
    figure.acknowledged += Object.keys(model.answers).length;
  }
  await person.assertNoFaults();
  await person.close();
  figure.done();
});
