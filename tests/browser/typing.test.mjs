// Vietnamese as input methods give it: compositions that grow, change their marks and end; nothing twice, nothing lost.
import assert from 'node:assert/strict';
import { procedure } from './expected.mjs';
import { beginsWith } from './person.mjs';
import { answer } from './journey.mjs';
import { personTest, until } from './support.mjs';
import { typeIn, wayNames } from './typing_ways.mjs';

const birth = procedure('dang-ky-khai-sinh');
const copies = procedure('chung-thuc-ban-sao');

/** Types words by composition: each word grows letter by letter and is then committed, as Telex does. */
async function compose(person, words) {
  const session = await person.context.newCDPSession(person.page);
  for (const [index, stages] of words.entries()) {
    for (const text of stages) {
      await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    }
    await session.send('Input.insertText', { text: stages.at(-1) });
    if (index < words.length - 1) await person.page.keyboard.press('Space');
  }
  await session.detach();
}

const khaiSinh = [['k', 'kh', 'kha', 'khai'], ['s', 'si', 'sin', 'sinh']];
const ketHon = [['k', 'ke', 'kê', 'kêt', 'kết'], ['h', 'ho', 'hô', 'hôn']];

for (const view of ['plain', 'canvas']) {
  personTest(`a composition in the search box finds and doubles nothing (${view})`, { view }, async (person) => {
    await person.openHome();
    const box = person.role('searchbox', person.say('home.search.label'));
    await box.click();
    await compose(person, ketHon);
    assert.equal(await box.inputValue(), 'kết hôn');
    const hit = person.page.getByRole('main').getByRole('link', { name: beginsWith(procedure('dang-ky-ket-hon').plainTitle.vi) });
    await hit.waitFor();
    assert.equal(await hit.count(), 1);
    assert.ok(await person.isFocused(box), 'the box keeps the focus');
    await box.fill('');
    await compose(person, khaiSinh);
    assert.equal(await box.inputValue(), 'khai sinh');
    await person.page.getByRole('main').getByRole('link', { name: beginsWith(birth.plainTitle.vi) }).waitFor();
  });
}

personTest('decomposed letters find the same and stay as typed', {}, async (person) => {
  await person.open('/vi/');
  const box = person.role('searchbox', person.say('home.search.label'));
  await box.click();
  await person.page.keyboard.insertText('kết hôn'.normalize('NFD'));
  await person.page.getByRole('main').getByRole('link', { name: beginsWith(procedure('dang-ky-ket-hon').plainTitle.vi) }).waitFor();
  assert.equal(await box.inputValue(), 'kết hôn'.normalize('NFD'));
});

/** At a question with a field: the number of pages of a certified copy. */
async function reachPages(person) {
  await person.open('/vi/tt/chung-thuc-ban-sao/');
  const given = { needed: 'certified', original: 'good', issuer: 'vietnam', copyForm: 'paper', photocopied: true };
  for (const [id, value] of Object.entries(given)) {
    const question = copies.questions.find((one) => one.id === id);
    await person.heading(question.text.vi).waitFor();
    await answer(person, question, value);
    await person.rests();
    await person.pressButton(person.say('question.continue'));
  }
  const question = copies.questions.find(({ id }) => id === 'pages');
  await person.arrives(question.text.vi);
  return person.role('textbox', question.text.vi);
}

for (const view of ['plain', 'canvas']) {
  personTest(`a composition in a field is kept once, as typed (${view})`, { view }, async (person) => {
    const field = await reachPages(person);
    await field.click();
    await compose(person, [['h', 'ha', 'hai'], ['t', 'tr', 'tra', 'tran', 'trang']]);
    assert.equal(await field.inputValue(), 'hai trang');
    await person.saved();
    await until(async () => await person.keptValue('answer.pages') === '"hai trang"', 'the words are kept');
    await person.pressButton(person.say('question.continue'));
    await person.page.getByText(person.say('question.error.number')).first().waitFor();
    assert.equal(await field.inputValue(), 'hai trang', 'an answer that does not fit stays to be mended');
    await field.fill('');
    await compose(person, [['1', '12']]);
    await person.rests();
    await person.pressButton(person.say('question.continue'));
    await person.arrives(copies.questions.find(({ id }) => id === 'copies').text.vi);
    assert.equal(await person.keptValue('answer.pages'), '"12"', 'as typed');
  });
}

personTest('Enter that ends a composition does not go on to the next question', {}, async (person) => {
  const field = await reachPages(person);
  await field.click();
  const session = await person.context.newCDPSession(person.page);
  await session.send('Input.imeSetComposition', { text: '12', selectionStart: 2, selectionEnd: 2 });
  await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Process', code: 'Enter', windowsVirtualKeyCode: 229 });
  await session.send('Input.insertText', { text: '12' });
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13 });
  assert.equal(await field.inputValue(), '12');
  await person.heading(copies.questions.find(({ id }) => id === 'pages').text.vi).waitFor();
  await person.page.keyboard.press('Enter');
  await person.arrives(copies.questions.find(({ id }) => id === 'copies').text.vi);
});

const both = procedure('lien-thong-khai-sinh');

/** At a question for a day: the child's birth. */
async function reachDay(person) {
  await person.open(`/vi/tt/${both.id}/`);
  const [registered, birthDate] = both.questions;
  await person.heading(registered.text.vi).waitFor();
  await answer(person, registered, false);
  await person.rests();
  await person.pressButton(person.say('question.continue'));
  await person.arrives(birthDate.text.vi);
  return person.role('textbox', birthDate.text.vi);
}

/** A field that is emptied by hand, so that the next way begins with nothing. */
async function empty(person, field) {
  await field.fill('');
  assert.equal(await field.inputValue(), '');
}

for (const view of ['plain', 'canvas']) {
  personTest(`however the letters come into the search box, they come once (${view})`, { view }, async (person) => {
    await person.openHome();
    const box = person.role('searchbox', person.say('home.search.label'));
    const hit = person.page.locator('[data-k="hit-dang-ky-ket-hon"]'); // the list of all procedures names it, too
    for (const way of wayNames) {
      const wanted = await typeIn(person, box, way, 'đăng ký kết hôn');
      assert.equal(await box.inputValue(), wanted, way);
      await hit.waitFor();
      await empty(person, box);
      await hit.waitFor({ state: 'detached' });
    }
  });

  personTest(`however the letters come into a field, they are kept once, as typed (${view})`, { view }, async (person) => {
    const field = await reachPages(person);
    for (const way of wayNames) {
      const wanted = await typeIn(person, field, way, 'mười hai trang');
      assert.equal(await field.inputValue(), wanted, way);
      await until(async () => await person.keptValue('answer.pages') === JSON.stringify(wanted), `${way}: the words are kept`);
      await empty(person, field);
    }
  });

  personTest(`however a day is typed, it is kept as typed and shown back in words (${view})`, { view }, async (person) => {
    const field = await reachDay(person);
    for (const way of wayNames) {
      const wanted = await typeIn(person, field, way, 'mùng 3 tháng 9 năm 2026');
      assert.equal(await field.inputValue(), wanted, way);
      await person.reads('Thứ Năm, ngày 3 tháng 9 năm 2026');
      await until(async () => await person.keptValue('answer.birthDate') === JSON.stringify(wanted), `${way}: the day is kept`);
      await empty(person, field);
      await person.reads(person.say('question.date.hint'));
    }
  });
}

personTest('a day that cannot be is refused with the reason; “hôm qua” is kept as the day it was', {}, async (person) => {
  const field = await reachDay(person);
  await field.fill('31/2/2026');
  await person.pressButton(person.say('question.continue'));
  await person.reads('tháng 2 năm 2026 chỉ có 28 ngày');
  assert.ok(await person.isFocused(field), 'the focus is where it is mended');
  assert.equal(await field.getAttribute('autocomplete'), 'off', 'the birth date is the child’s');
  assert.equal(await field.getAttribute('inputmode'), 'numeric');
  await person.pressButton(person.say('question.keys.words'));
  await until(async () => await field.getAttribute('inputmode') === null, 'all letters can be typed');
  await field.fill('hôm qua');
  await person.pressButton(person.say('question.continue'));
  await person.arrives(both.questions.find(({ id }) => id === 'special').text.vi);
  await until(async () => /^"\d\d\/\d\d\/\d{4}"$/.test(await person.keptValue('answer.birthDate')), 'a day that stays the same tomorrow');
});
