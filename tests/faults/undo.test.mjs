// Edits taken back, dossiers put into the bin and taken out again, in any order: the state returns exactly.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from '../web/load.mjs';
import { procedure, walk } from '../browser/expected.mjs';
import { answerAll } from '../browser/journey.mjs';
import { openPerson, until } from '../browser/support.mjs';
import { Figure, count, die } from './figures.mjs';
import { readStores } from './witness.mjs';

const { fold } = await load('storage/records.ts');
const birth = procedure('dang-ky-khai-sinh');
const answers = {
  birthPlace: 'facility', situation: 'none', birthPaper: 'note', parentsMarried: true, parentForeign: 'none', birthDate: '2026-11-01',
  filer: 'parent', copies: 0,
};
const guide = walk(birth.id, answers, 'vi');

/** Papers by name with their states as they must be, and how they were before each edit. */
class Model {
  papers = {};
  edits = [];

  edit(name, state) {
    this.edits.push(this.papers);
    this.papers = { ...this.papers, [name]: state };
  }

  undo() { this.papers = this.edits.pop(); }
}

const steps = {
  async tick(person, model) {
    const { name } = die.of(guide.documents);
    const state = die.of(['have', 'missing'].filter((one) => one !== (model.papers[name] ?? 'missing')));
    await person.choose(person.say('checklist.state_of', { name }), person.say(`checklist.state.${state}`));
    model.edit(name, state);
  },
  async undo(person, model) {
    if (!model.edits.length) return;
    await person.pressButton(person.say('undo.button'));
    model.undo();
  },
  async bin(person, model) {
    await person.open('/vi/');
    await person.pressButton(person.say('home.delete'));
    await person.pressButton(person.say('bin.title', { n: 1 }));
    await person.pressButton(person.say('bin.restore'));
    await person.pressButton(person.say('procedure.resume'));
    await person.arrives(person.say('checklist.title'), { focused: false });
    model.edits = []; // another page: what was done on the one before cannot be taken back
  },
};

/** How many papers are there, as both stores tell and as the page shows; everything else of the dossier. */
async function stateOf(person) {
  const { database, log } = await person.page.evaluate(readStores);
  const { dossiers } = fold([...database, ...log]);
  assert.equal(dossiers.length, 1);
  const kept = Object.entries(dossiers[0].fields).filter(([name]) => /^(answer|paper)\./.test(name)).map(([name, value]) => [name, value === '""' ? '"missing"' : value]);
  const shown = [];
  for (const { name } of guide.documents) {
    const group = person.role('group', person.say('checklist.state_of', { name }));
    shown.push(await group.getByRole('radio', { name: person.say('checklist.state.have'), exact: true }).isChecked());
  }
  return { have: kept.filter(([name, value]) => name.startsWith('paper.') && value === '"have"').length, shown, answers: kept.filter(([name]) => name.startsWith('answer.')) };
}

test('A14 undo and bin', async () => {
  const figure = new Figure('A14 undo and bin');
  const person = await openPerson();
  await person.open(`/vi/tt/${birth.id}/`);
  await answerAll(person, birth, guide, answers);
  await person.arrives(person.say('checklist.title'));
  await person.saved();
  await person.page.reload(); // the answers are not to be taken back
  await person.appReady();
  const given = (await stateOf(person)).answers;
  const model = new Model();
  for (let run = 0; run < count(5, 500); run++) {
    const names = [...Array(2 + die(5))].map(() => die.of(['tick', 'tick', 'undo', 'undo'])).concat(die(5) ? [] : ['bin']);
    for (const name of names) await steps[name](person, model);
    const wanted = guide.documents.map(({ name }) => model.papers[name] === 'have');
    await until(async () => (await stateOf(person)).have === wanted.filter(Boolean).length, `both stores are as the model after ${names}`);
    const state = await stateOf(person);
    assert.deepEqual(state.shown, wanted, names.join());
    assert.deepEqual(state.answers, given, names.join());
    figure.runs++;
    figure.acknowledged += guide.documents.length;
  }
  await person.assertNoFaults();
  await person.close();
  figure.done();
});
