// Wrote journal-v1.json, once, through the app itself: node tests/faults/frozen/make.mjs NAME. A file that was released is never
// written again; a new format of the records gets a file of its own and keeps the old ones.
import { existsSync, writeFileSync } from 'node:fs';
import { procedure } from '../../browser/expected.mjs';
import { answer } from '../../browser/journey.mjs';
import { openPerson } from '../../browser/support.mjs';
import { hostileTexts } from '../hostile_texts.mjs';
import { reachField, reopened } from '../rig.mjs';
import { readStores } from '../witness.mjs';

const file = new URL(`${process.argv[2]}.json`, import.meta.url);
if (existsSync(file)) throw new Error('a frozen journal is never written again');

const person = await openPerson();
await reopened(person);
const field = await reachField(person);
await field.fill(hostileTexts['Vietnamese, decomposed'] + hostileTexts['emoji with joiners and tones']);
await person.saved();
for (const [id, ...values] of [['dang-ky-khai-sinh', 'home', 'none'], ['dang-ky-ket-hon', 'domestic'], ['dang-ky-khai-tu', null]]) {
  const { questions } = procedure(id);
  await person.open(`/vi/tt/${id}/`);
  for (const [index, value] of values.entries()) {
    await answer(person, questions[index], value);
    await person.pressButton(person.say('question.continue'));
    await person.arrives(questions[index + 1].text.vi);
  }
  await person.saved();
}
// One dossier is put into the bin, and another one is deleted for good.
const { title } = procedure('dang-ky-ket-hon');
await person.open('/vi/');
for (const [name, forGood] of [[title.vi, false], [procedure('dang-ky-khai-tu').title.vi, true]]) {
  const card = person.page.getByRole('main').locator('section').filter({ has: person.heading(name, 3) });
  await person.press(card.getByRole('button', { name: person.say('home.delete') }));
  if (!forGood) continue;
  await person.pressButton(person.say('bin.title', { n: 2 }));
  const binned = person.page.getByRole('main').locator('section').filter({ has: person.heading(name, 3) });
  await person.press(binned.getByRole('button', { name: person.say('bin.delete') }));
  await person.pressButton(person.say('home.delete.yes'));
  await person.page.getByText(person.say('home.deleted')).waitFor({ state: 'attached' });
}
// Marks are escaped: the texts of this tree are in normal form C, and what people type need not be.
const escaped = (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
writeFileSync(file, `${JSON.stringify(await person.page.evaluate(readStores), null, 1).replace(/\p{M}/gu, escaped)}\n`);
await person.close();
process.exit(0);
