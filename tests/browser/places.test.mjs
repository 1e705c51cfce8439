// Where papers are handed in: the place is found by its new or old name, without marks; what is known there is shown on
// checklist, ready page and sheet, travels with a link, and nothing is lost when the network is away.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { plain, procedure, walk } from './expected.mjs';
import { answerAll, findProcedure } from './journey.mjs';
import { assertPrinted } from './paper.mjs';
import { openPerson, personTest, timedTest, until } from './support.mjs';

const copies = procedure('chung-thuc-ban-sao');
const answers = { needed: 'certified', original: 'good', issuer: 'vietnam', copyForm: 'paper', photocopied: true, pages: 2, copies: 3 };
const locality = (code) => JSON.parse(readFileSync(fileURLToPath(new URL(`../../content/localities/${code}.json`, import.meta.url)), 'utf8'));
const province = locality('37');
const ward = locality('13285');

/** The ward as the picker and the checklist name it. */
const names = {
  phuLy: { vi: 'Phường Phủ Lý, Tỉnh Ninh Bình', en: 'Phủ Lý ward, Ninh Bình province' },
  yTy: { vi: 'Xã Y Tý, Tỉnh Lào Cai', en: 'Y Tý commune, Lào Cai province' },
};
const oldName = { old: 'Thành phố Phủ Lý, Tỉnh Hà Nam' };
const finder = /\/assets\/finder\.[0-9a-f]+\.wasm/;
const page = `/vi/tt/${copies.id}/`;

/** From the procedure's own page to its checklist. */
async function toChecklist(person) {
  await answerAll(person, copies, walk(copies.id, answers, person.lang), answers);
  await person.arrives(person.say('checklist.title'));
}

async function toPicker(person) {
  await person.pressButton(person.say('place.choose'));
  await person.arrives(person.say('place.title'));
}

async function openPicker(person) {
  await person.open(page);
  await toChecklist(person);
  await toPicker(person);
}

const picker = (person) => person.role('textbox', person.say('place.label'));
const suggestions = (person) => person.page.getByRole('main').getByRole('listitem').getByRole('button');
const namesFound = async (person) => (await suggestions(person).allTextContents()).map(plain);

/** Chooses a suggestion by its whole text and comes back to the checklist. */
async function choosePlace(person, typed, suggestion) {
  await person.type(person.say('place.label'), typed);
  await suggestions(person).filter({ hasText: suggestion }).waitFor();
  await person.pressButton(suggestion);
  await person.heading(person.say('checklist.title'), 1).waitFor();
}

/** What the place of filing says: its name as a heading, its office, marked as an example, and the days of the province. */
async function assertPlace(person) {
  const { lang } = person;
  await person.heading(names.phuLy[lang], 3).waitFor();
  const [office] = ward.offices;
  await until(async () => (await person.facts()).has(plain(office.name[lang])), 'the office of the ward');
  const facts = await person.facts();
  assertSays(facts.get(plain(office.name[lang])), office.address[lang], office.phone, person.say('place.example'));
  assert.deepEqual(province.localDays.map(({ day }) => day), [2, 4], 'a Tuesday and a Thursday');
  for (const { title, note } of province.localDays) assertSays(facts.get(plain(title[lang])), note[lang], person.say('place.ask'));
}

/** Who helps, and what is good to know there, is one press away. */
async function assertHelpers(person) {
  const { lang } = person;
  await person.pressButton(person.say('place.more'));
  const [first] = ward.helpers;
  await until(async () => (await person.facts()).has(plain(first.group[lang])), 'who helps');
  const facts = await person.facts();
  for (const { group, name, phone } of ward.helpers) assertSays(facts.get(plain(group[lang])), name[lang], phone, person.say('place.example'));
  for (const { text } of [...province.notes, ...ward.notes]) await person.reads(unended(text[lang]));
}

function assertSays(shown, ...parts) {
  for (const part of parts) assert.ok(shown?.includes(unended(part)), `“${shown}” says “${part}”`);
}

/** Who says so stands in brackets before the full stop. */
function unended(text) {
  return plain(text).replace(/\.$/, '');
}

/** On the sheet the same stands in a list, one line a fact. */
async function assertSheet(person) {
  const { lang } = person;
  const lines = (await person.page.getByRole('main').getByRole('listitem').allTextContents()).map(plain);
  assert.ok(lines.includes(names.phuLy[lang]), `the place is named: ${lines.join(' | ')}`);
  const line = (term) => lines.find((one) => one.startsWith(`${plain(term)}: `));
  const [office] = ward.offices;
  assertSays(line(office.name[lang]), office.address[lang], person.say('place.example'));
  for (const { title, note } of province.localDays) assertSays(line(title[lang]), `${note[lang].split('. ', 1)[0]}.`);
}

for (const [view, input, size, lang] of [
  ['canvas', 'touch', 'phone', 'vi'], ['canvas', 'keyboard', 'wide', 'vi'], ['plain', 'keyboard', 'desktop', 'en'],
]) {
  personTest(`an old name without marks leads to the ward and what is known there (${view}, ${input}, ${size}, ${lang})`, { view, input, size, lang }, async (person) => {
    await person.open(`/${lang}/`);
    await findProcedure(person, copies, 'list');
    await toChecklist(person);
    await person.reads(person.say('place.ask_which'));
    await toPicker(person);
    await choosePlace(person, 'ha nam phu ly', `${names.phuLy[lang]} ${person.say('place.via', oldName)}`);
    await assertPlace(person);
    assert.equal(await person.viewNow(), view);
    await person.saved();
    await person.page.reload();
    await person.appReady();
    await person.arrives(person.say('checklist.title'), { focused: false });
    await assertPlace(person);
    await assertHelpers(person);
    await person.pressButton(person.say('checklist.ready_button'));
    await person.arrives(person.say('ready.title'));
    await assertPlace(person);
    await person.pressButton(person.say('ready.print'));
    await person.arrives(copies.title[lang]);
    await assertSheet(person);
    await assertPrinted(person, walk(copies.id, answers, lang), copies);
    // A device that is slow may have got its drawing only now, after the reload: it takes over with the next screen.
    await person.rests();
    await person.page.goBack();
    await person.arrives(person.say('ready.title'), { focused: false });
    await until(async () => await person.viewNow() === view, 'the wanted view');
  });
}

personTest('the ward itself stands first when its old name is typed', {}, async (person) => {
  await openPicker(person);
  await person.type(person.say('place.label'), 'ha nam phu ly');
  const wanted = `${names.phuLy.vi} ${person.say('place.via', oldName)}`;
  await suggestions(person).filter({ hasText: wanted }).waitFor();
  assert.equal((await namesFound(person))[0], wanted);
  await person.page.keyboard.press('Enter');
  assert.ok(await person.isFocused(suggestions(person).first()), 'Enter goes to the first place found');
});

personTest('a long sheet with the place still fits one page', {}, async (person) => {
  const birth = procedure('dang-ky-khai-sinh');
  const many = {
    birthPlace: 'facility', situation: 'none', birthPaper: 'note', parentsMarried: false, recordFather: 'both', parentForeign: 'one',
    nationality: 'foreign', birthDate: '2026-11-01', filer: 'parent', copies: 0, feeExempt: false,
  };
  const guide = walk(birth.id, many, 'vi');
  await person.open(`/vi/tt/${birth.id}/`);
  await answerAll(person, birth, guide, many);
  await person.arrives(person.say('checklist.title'));
  await toPicker(person);
  await choosePlace(person, 'ha nam phu ly', `${names.phuLy.vi} ${person.say('place.via', oldName)}`);
  await assertPlace(person);
  await person.pressButton(person.say('nav.print'));
  await person.arrives(birth.title.vi);
  await assertSheet(person);
  await assertPrinted(person, guide, birth);
});

personTest('choosing is not a must: taken back, the checklist asks again', {}, async (person) => {
  await openPicker(person);
  await choosePlace(person, 'y ty', names.yTy.vi);
  await person.heading(names.yTy.vi, 3).waitFor();
  await person.pressButton(person.say('place.change'));
  await person.arrives(person.say('place.title'));
  assert.equal(await picker(person).inputValue(), names.yTy.vi);
  await person.pressButton(person.say('place.take_back'));
  await person.heading(person.say('checklist.title'), 1).waitFor();
  await person.reads(person.say('place.ask_which'));
  assert.equal(await person.heading(names.yTy.vi).count(), 0);
});

for (const view of ['plain', 'canvas']) {
  timedTest(`a shared link brings the place, and its name is told again (${view})`, async () => {
    const [sender, receiver] = await Promise.all([openPerson({ view }), openPerson({ view })]);
    try {
      const link = await linkWithPlace(sender);
      await acceptLink(receiver, link);
      await receiver.saved();
      // From here on the name is kept on the device: nobody has to be asked for it.
      await receiver.page.route(/\/assets\/finder\.|\/data\/places\//, (route) => route.abort());
      await receiver.page.reload();
      await receiver.appReady();
      await receiver.arrives(receiver.say('checklist.title'), { focused: false });
      await assertPlace(receiver);
      for (const person of [sender, receiver]) await person.assertNoFaults();
    } catch (error) {
      error.message += `\nsender ${await sender.describe()}\nreceiver ${await receiver.describe()}`;
      throw error;
    } finally {
      await Promise.all([sender.close(), receiver.close()]);
    }
  });
}

async function linkWithPlace(sender) {
  await openPicker(sender);
  await choosePlace(sender, 'ha nam phu ly', `${names.phuLy.vi} ${sender.say('place.via', oldName)}`);
  await assertPlace(sender);
  await sender.pressButton(sender.say('nav.share'));
  await sender.arrives(sender.say('share.title'));
  return new URL(await sender.page.getByRole('main').getByRole('link', { name: /#/ }).getAttribute('href'));
}

async function acceptLink(receiver, { pathname, hash }) {
  await receiver.open(pathname + hash);
  await receiver.arrives(receiver.say('preview.title'), { focused: false });
  assert.deepEqual((await receiver.kept()).records ?? [], []);
  await receiver.pressButton(receiver.say('preview.open'));
  await receiver.arrives(receiver.say('checklist.title'));
  await assertPlace(receiver);
}

/** Every request for it has failed: none is under way that could still come through or be complained of. */
function allFailed(person, pattern) {
  const matching = (list) => list.filter((one) => pattern.test(one)).length;
  return until(() => matching(person.faults.requests) > 0 && matching(person.faults.requests) === matching(person.faults.list), `all of ${pattern} to fail`);
}

const cuts = [['plain', 'finder.wasm', finder], ['canvas', 'the list of communes', /\/data\/places\/communes\.json/]];

for (const [view, name, pattern] of cuts) {
  personTest(`without ${name} a kind sentence, nothing lost, and typing on works when the network is back (${view})`, { view }, async (person) => {
    await person.open(page);
    await toChecklist(person);
    const [paper] = walk(copies.id, answers, 'vi').documents;
    const tick = person.say('checklist.state_of', { name: paper.name });
    await person.choose(tick, person.say('checklist.state.have'));
    await person.page.route(pattern, (route) => route.abort());
    await toPicker(person);
    await person.type(person.say('place.label'), 'phu l');
    await person.page.getByRole('alert').getByText(person.say('place.failed')).waitFor();
    assert.equal(await picker(person).inputValue(), 'phu l', 'what is typed stays');
    assert.ok(await person.isFocused(picker(person)));
    await allFailed(person, pattern);
    await person.page.unroute(pattern);
    await person.page.keyboard.type('y');
    await suggestions(person).filter({ hasText: names.phuLy.vi }).first().waitFor();
    assert.equal(await person.page.getByRole('alert').count(), 0);
    await person.press(suggestions(person).filter({ hasText: names.phuLy.vi }).first());
    await person.heading(person.say('checklist.title'), 1).waitFor();
    await assertPlace(person);
    assert.ok(await person.role('group', tick).getByRole('radio', { name: person.say('checklist.state.have'), exact: true }).isChecked(), 'the tick is still there');
    person.forgive(/net::ERR_FAILED/);
  });
}

personTest('without the old names the new ones are found, and no fault is shown', {}, async (person) => {
  await person.open(page);
  await toChecklist(person);
  const oldNames = /\/data\/places\/old-units\.json/;
  await person.page.route(oldNames, (route) => route.abort());
  await toPicker(person);
  await person.type(person.say('place.label'), 'phu ly');
  await suggestions(person).filter({ hasText: names.phuLy.vi }).waitFor();
  assert.equal(await person.page.getByRole('alert').count(), 0);
  await allFailed(person, oldNames);
  person.forgive(/net::ERR_FAILED/);
});

personTest('without the file of the place its name and the usual hours are shown', {}, async (person) => {
  await openPicker(person);
  await person.page.route(/\/data\/localities\//, (route) => route.abort());
  await choosePlace(person, 'ha nam phu ly', `${names.phuLy.vi} ${person.say('place.via', oldName)}`);
  await person.heading(names.phuLy.vi, 3).waitFor();
  await person.reads(person.say('place.usual_hours'));
  await allFailed(person, /\/data\/localities\//);
  await person.reads(person.say('place.usual_hours'));
  person.forgive(/net::ERR_FAILED/);
});

/** All that is found for "y ty" by new and old names, once everything is there. */
async function allOf(person, typed) {
  await picker(person).fill(typed);
  await suggestions(person).first().waitFor();
  return namesFound(person);
}

personTest('typed quickly, the last letters win', { view: 'canvas' }, async (person) => {
  await openPicker(person);
  await person.type(person.say('place.label'), 'ha nam phu ly');
  await suggestions(person).filter({ hasText: oldName.old }).first().waitFor();
  await picker(person).fill('');
  await suggestions(person).first().waitFor({ state: 'detached' });
  await person.page.keyboard.type('y ty');
  assert.equal(await picker(person).inputValue(), 'y ty');
  await suggestions(person).filter({ hasText: names.yTy.vi }).waitFor();
  const shown = await namesFound(person);
  assert.equal(shown[0], names.yTy.vi);
  await picker(person).fill('');
  assert.deepEqual(shown, await allOf(person, 'y ty'), 'nothing of “y”, “y ” or “y t” is left');
});

for (const held of ['communes', 'old-units']) {
  personTest(`what was typed before ${held}.json came is not answered any more`, {}, async (person) => {
    let release;
    const open = new Promise((resolve) => { release = resolve; });
    await person.page.route(new RegExp(`/data/places/${held}\\.json`), async (route) => {
      await open;
      await route.continue();
    });
    await openPicker(person);
    await person.type(person.say('place.label'), 'phu ly');
    if (held === 'communes') await person.reads(person.say('home.searching'));
    else await suggestions(person).filter({ hasText: names.phuLy.vi }).waitFor();
    await picker(person).fill('');
    await person.page.keyboard.type('y ty');
    release();
    await suggestions(person).filter({ hasText: 'Xã Y Can' }).waitFor();
    const shown = await namesFound(person);
    assert.equal(shown[0], names.yTy.vi);
    assert.deepEqual(shown.filter((one) => one.includes('Phủ Lý')), []);
    assert.equal(await picker(person).inputValue(), 'y ty');
  });
}

personTest('a name that is nowhere is said kindly', {}, async (person) => {
  await openPicker(person);
  await person.type(person.say('place.label'), 'qwxyz');
  await person.reads(person.say('place.none'));
  assert.equal(await suggestions(person).count(), 0);
});
