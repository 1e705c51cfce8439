// Law that changed after a dossier was begun: opened as it was begun, shown what differs, taken over on request, undone.
import assert from 'node:assert/strict';
import { load } from '../web/load.mjs';
import { procedure } from './expected.mjs';
import { definitionOf, hashOf } from './definitions.mjs';
import { openRescue, say as sayOfDevice } from './rescue_page.mjs';
import { personTest, until } from './support.mjs';

const { makeBackup } = await load('backup/make.ts');
const birth = procedure('dang-ky-khai-sinh');
const id = '0'.repeat(31) + '1';
const json = (value) => JSON.stringify(value);

/** Today's definition as it may have been before: one question, one paper and one fee more. */
async function olderDefinition(person) {
  const old = await definitionOf(person, birth.id);
  const text = (vi, en) => ({ vi, en });
  old.version = '2026-01-01';
  old.questions.push({ id: 'oldThing', kind: 'yesNo', text: text('Nhà bạn có sổ cũ không?', 'Is there an old book at home?'), why: text('Để biết cần giấy nào.', 'To know which paper.') });
  old.documents.push({ id: 'old-paper', name: text('Sổ hộ khẩu giấy', 'Paper household book'), role: 'present', original: 1, basis: [{ confidence: 'high' }] });
  old.fees.push({ id: 'old-fee', label: text('Lệ phí cũ', 'Old fee'), amount: 5000, basis: [{ confidence: 'high' }] });
  const bytes = new TextEncoder().encode(json(old));
  return { bytes, hash: hashOf(bytes), version: old.version };
}

/** Brings a dossier that was begun with the older definition onto this device, as a back-up file does. */
async function bringOld(person, answers) {
  const { bytes, hash, version } = await olderDefinition(person);
  const fields = {
    meta: json({ procedure: birth.id, version, hash, created: '2026-01-05' }), step: json('checklist'),
    ...Object.fromEntries(Object.entries(answers).map(([name, value]) => [`answer.${name}`, json(value)])),
  };
  const file = makeBackup([{ id, fields }], [{ hash, bytes }], '2026-11-21');
  await openRescue(person);
  const part = person.role('region', sayOfDevice('device.bring.title', {}, person.lang));
  await part.getByLabel(sayOfDevice('device.bring.file', {}, person.lang)).setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(file) });
  await person.press(part.getByRole('button', { name: sayOfDevice('device.bring.do', {}, person.lang), exact: true }));
  await part.getByText(sayOfDevice('device.bring.done', { n: 1 }, person.lang), { exact: true }).waitFor();
  await person.page.unroute(/\.wasm/);
  return hash;
}

const keptMeta = async (person) => JSON.parse(await person.keptValue('meta'));

for (const [view, input, size, lang] of [['plain', 'touch', 'phone', 'vi'], ['canvas', 'keyboard', 'desktop', 'en']]) {
  personTest(`a newer law: shown, taken over, undone (${view}, ${input}, ${size}, ${lang})`, { view, input, size, lang }, async (person) => {
    await person.open(`/${lang}/`);
    const oldHash = await bringOld(person, { birthPlace: 'home', situation: 'none', oldThing: true });
    await person.open(`/${lang}/`);
    await person.pressButton(person.say('procedure.resume'));
    await person.arrives(person.say('checklist.title'));
    await person.heading('Sổ hộ khẩu giấy', 3).or(person.heading('Paper household book', 3)).waitFor();
    await person.pressButton(person.say('checklist.ready_button'));
    await person.arrives(person.say('ready.title'));
    await person.pressButton(person.say('change.see'));
    await person.arrives(person.say('change.title'));
    const main = person.page.getByRole('main');
    for (const words of lang === 'vi' ? ['Sổ hộ khẩu giấy', '5.000', 'Nhà bạn có sổ cũ không? Có'] : ['Paper household book', '5,000', 'Is there an old book at home? Yes']) {
      await main.getByText(words).first().waitFor();
    }
    assert.equal((await keptMeta(person)).hash, oldHash, 'looking changes nothing');
    await person.pressButton(person.say('change.renew'));
    await until(async () => (await keptMeta(person)).hash !== oldHash, 'the newest definition to be pinned');
    assert.equal(await person.keptValue('answer.birthPlace'), '"home"');
    assert.match(JSON.parse(await person.keptValue('retired.oldThing')), lang === 'vi' ? /sổ cũ/ : /old book/);
    await person.pressButton(person.say('undo.button'));
    await until(async () => (await keptMeta(person)).hash === oldHash, 'the older definition to be back');
    assert.equal(await person.keptValue('answer.oldThing'), 'true');
  });
}
