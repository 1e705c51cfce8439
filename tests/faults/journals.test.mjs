// Journals of every released format, as they were written then, opened by this version: everything is there. A record of a format
// from the future is neither changed nor thrown away.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { procedure } from '../browser/expected.mjs';
import { openPerson, until } from '../browser/support.mjs';
import { load } from '../web/load.mjs';
import { Figure } from './figures.mjs';
import { hashToday } from './many.mjs';
import { fill, readStores } from './witness.mjs';

const { fold, makeRecord } = await load('storage/records.ts');
const folder = new URL('frozen/', import.meta.url);
const frozen = readdirSync(folder).filter((name) => name.endsWith('.json'));
const birth = procedure('dang-ky-khai-sinh');

async function openWith(stores) {
  const person = await openPerson();
  await fill(person, stores);
  await person.open('/vi/');
  return person;
}

const kept = async (person) => {
  const { database, log } = await person.page.evaluate(readStores);
  return fold([...database, ...log]);
};

/** Dossiers by id; what the app writes by itself when it opens one is left out. */
const plainly = ({ dossiers }) => Object.fromEntries(dossiers.map(({ id, fields }) => [id, fields]).sort());

for (const name of frozen) {
  for (const part of ['both stores', 'database', 'log']) {
    test(`B4 ${name}: ${part}`, async () => {
      const figure = new Figure(`B4 ${name}, ${part}`);
      const journal = JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
      const given = { database: part === 'log' ? [] : journal.database, log: part === 'database' ? [] : journal.log };
      const expected = fold([...given.database, ...given.log]);
      const person = await openWith(given);
      assert.deepEqual(plainly(await kept(person)), plainly(expected));
      const titles = expected.dossiers.filter(({ fields }) => !JSON.parse(fields.binned ?? '""')).map(({ fields }) => procedure(JSON.parse(fields.meta).procedure).title.vi);
      for (const title of titles) await person.heading(title, 3).waitFor();
      assert.equal(await person.role('button', person.say('procedure.resume')).count(), titles.length);
      await person.role('button', person.say('bin.title', { n: expected.dossiers.length - titles.length })).waitFor();
      await person.assertNoFaults();
      await person.close();
      figure.runs = 1;
      figure.acknowledged = expected.dossiers.length;
      figure.done('dossiers');
    });
  }
}

test('B4 a journal from the future is shown, never written to, and the page says why', async () => {
  const figure = new Figure('B4 a journal from the future');
  const journal = JSON.parse(readFileSync(new URL(frozen.at(-1), folder), 'utf8'));
  const mine = fold(journal.database).dossiers.find(({ fields }) => JSON.parse(fields.meta).procedure === birth.id).id;
  const later = { v: 2, seq: 900, dossier: mine, field: 'answer.birthPlace', value: { sealed: 'later' }, crc: 'of another kind', key: 1 };
  // Frozen journals hold no definitions: this one is begun with today's.
  const { fields } = fold(journal.database).dossiers.find(({ id }) => id === mine);
  const meta = makeRecord({ dossier: mine, field: 'meta', value: JSON.stringify({ ...JSON.parse(fields.meta), hash: hashToday(birth.id) }) }, 800);
  const given = { database: [...journal.database, meta, later], log: journal.log };
  const person = await openWith(given);
  const card = person.page.getByRole('main').locator('section').filter({ has: person.heading(birth.title.vi, 3) });
  await person.press(card.getByRole('button', { name: person.say('procedure.resume') }));
  await person.arrives(birth.questions[2].text.vi);
  await person.reads(person.say('tabs.newer_app'));
  const first = person.page.getByRole('radio').first();
  await first.click();
  await until(async () => !await first.isChecked(), 'the answer is not taken');
  assert.equal(await person.page.getByText(person.say('save.saved')).count(), 0, 'nobody says that it is saved');
  await until(async () => (await kept(person)).dossiers.find(({ id }) => id === mine).readonly, 'it stays what it is');
  const { database } = await person.page.evaluate(readStores);
  assert.deepEqual(database.find(({ v }) => v === 2), later);
  assert.deepEqual(plainly(await kept(person))[mine], plainly(fold([...given.database, ...given.log]))[mine]);
  await person.close();
  Object.assign(figure, { runs: 1, acknowledged: 1, alarms: 1 }).done('read only, with a sentence of its own');
});
