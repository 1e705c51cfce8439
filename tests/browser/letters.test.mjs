// Help with Vietnamese letters: Telex and VNI made by the page, and the keyboard on the screen. Both come only when wanted.
import assert from 'node:assert/strict';
import { procedure } from './expected.mjs';
import { answer } from './journey.mjs';
import { beginsWith } from './person.mjs';
import { drawn } from './pixels.mjs';
import { personTest, until } from './support.mjs';
import { typeIn } from './typing_ways.mjs';

const marriage = procedure('dang-ky-ket-hon');
const both = procedure('lien-thong-khai-sinh');

const askedFor = (person) => person.faults.requests.filter((address) => /\/assets\/typing\./.test(address)).length;

/** Chooses in the settings and comes back to the search box. */
async function switchOn(person, setting, value) {
  await person.pressLink(person.say('nav.text_size'));
  await person.arrives(person.say('settings.title'));
  await person.choose(person.say(setting), person.say(value));
  await person.pressLink(person.say('nav.back'));
  await person.arrives(person.say('home.title'), { focused: false });
  return person.role('searchbox', person.say('home.search.label'));
}

function found(person) {
  return person.page.getByRole('main').getByRole('link', { name: beginsWith(marriage.plainTitle.vi) }).first().waitFor();
}

for (const view of ['plain', 'canvas']) {
  personTest(`Telex and VNI are made by the page once they are wanted (${view})`, { view }, async (person) => {
    await person.open('/vi/');
    const before = person.role('searchbox', person.say('home.search.label'));
    await before.click();
    await person.page.keyboard.type('keets');
    assert.equal(await before.inputValue(), 'keets', 'off at first');
    await before.fill('');
    assert.equal(askedFor(person), 0, 'nobody fetches what is switched off');
    const box = await switchOn(person, 'settings.typing', 'settings.typing.telex');
    await until(() => askedFor(person) === 1, 'the helper was asked for');
    await box.click();
    await person.page.keyboard.type('ddawng kys keets hoon');
    assert.equal(await box.inputValue(), 'đăng ký kết hôn');
    await found(person);
    await person.page.keyboard.press('Home');
    await person.page.keyboard.type('maas ');
    assert.equal(await box.inputValue(), 'mấ đăng ký kết hôn', 'in the middle of a text');
    await box.fill('');
    assert.equal(await typeIn(person, box, 'a VNI composition', 'kết'), 'kết');
    assert.equal(await box.inputValue(), 'kết', 'a device’s own way of typing is left alone');
    await person.open('/vi/');
    await until(() => askedFor(person) === 2, 'the choice is kept');
    await switchOn(person, 'settings.typing', 'settings.typing.vni');
    await box.click();
    await person.page.keyboard.type('ke6t1 ho6n');
    assert.equal(await box.inputValue(), 'kết hôn');
    await found(person);
  });
}

function keyOf(person, name) {
  return person.role('group', 'Bàn phím tiếng Việt').getByRole('button', { name, exact: true });
}

/** Presses keys of the screen in the person's own way. */
async function pressKeys(person, names) {
  for (const name of names) await person.press(keyOf(person, name));
}

/** Where the field and the keyboard stand, and how large the smallest key is. */
function places(person) {
  return person.page.evaluate(() => {
    const keys = document.getElementById('keys').getBoundingClientRect();
    const sides = [...document.querySelectorAll('#keys button')].map((key) => key.getBoundingClientRect());
    const field = document.querySelector('#stage input[type=search],#stage input[type=text]').getBoundingClientRect();
    return { keys: keys.top, field: field.bottom, top: field.top, small: Math.min(...sides.flatMap(({ width, height }) => [width, height])) };
  });
}

for (const [view, input, size] of [['plain', 'touch', 'phone'], ['canvas', 'mouse', 'desktop'], ['plain', 'keyboard', 'tablet']]) {
  personTest(`the keyboard on the screen writes Vietnamese (${view}, ${input})`, { view, input, size }, async (person) => {
    await person.open('/vi/');
    const box = await switchOn(person, 'settings.keyboard', 'settings.keyboard.on');
    assert.equal(await box.getAttribute('inputmode'), 'none', 'one keyboard is enough');
    await until(() => askedFor(person) === 1, 'the keyboard was asked for');
    await (input === 'keyboard' ? person.tabTo(box) : person.press(box));
    await keyOf(person, 'Xong').waitFor();
    await pressKeys(person, ['Chữ hoa', 'K', 'ê', 't', 'dấu sắc', 'Dấu cách', 'h', 'ô', 'm', 'Xóa một chữ', 'n']);
    assert.equal(await box.inputValue(), 'Kết hôn');
    await found(person);
    const { keys, field, top, small } = await places(person);
    assert.ok(top >= 0 && field <= keys, `the field from ${top} to ${field} stands above the keyboard at ${keys}`);
    assert.ok(small >= 48, `the smallest side is ${small}`);
    await pressKeys(person, ['Số và dấu', '9', '/']);
    assert.equal(await box.inputValue(), 'Kết hôn9/');
    await pressKeys(person, ['Xong']);
    await keyOf(person, 'Xong').waitFor({ state: 'hidden' });
    assert.ok(await person.isFocused(box), 'the field has the focus again');
    await person.page.keyboard.type('!');
    assert.equal(await box.inputValue(), 'Kết hôn9/!', 'the caret is where it was');
  });
}

personTest('the keyboard on the screen goes with the field and comes with the next one', {}, async (person) => {
  await person.open('/vi/');
  const box = await switchOn(person, 'settings.keyboard', 'settings.keyboard.on');
  await person.press(box);
  await pressKeys(person, ['k', 'ê', 't', 'dấu sắc', 'Dấu cách', 'h', 'ô', 'n']);
  await found(person);
  await person.press(person.page.getByRole('main').getByRole('link', { name: beginsWith(marriage.plainTitle.vi) }).first());
  await person.arrives(marriage.title.vi);
  await keyOf(person, 'Xong').waitFor({ state: 'hidden' });
  await person.pressLink(person.say('nav.text_size'));
  await person.choose(person.say('settings.keyboard'), person.say('settings.keyboard.off'));
  await until(() => person.page.evaluate(() => !document.getElementById('keys')), 'it is gone');
});

for (const [view, size] of [['plain', 'phone'], ['canvas', 'phone'], ['canvas', 'wide']]) {
  personTest(`the keyboard on the screen leaves room for the field, its error and the way on (${view}, ${size})`, { view, size }, async (person) => {
    await person.context.addInitScript(() => localStorage.setItem('danloi.keyboard', 'on'));
    const [registered, birthDate, next] = both.questions;
    await person.open(`/vi/tt/${both.id}/`);
    await answer(person, registered, false);
    await person.pressButton(person.say('question.continue'));
    await person.arrives(birthDate.text.vi);
    await until(async () => await person.viewNow() === view, 'the wanted view');
    const field = person.role('textbox', birthDate.text.vi);
    const goOn = keyOf(person, person.say('question.continue'));
    const edge = async () => (await person.role('group', 'Bàn phím tiếng Việt').boundingBox()).y;
    await person.press(field);
    await goOn.waitFor();
    await pressKeys(person, ['Số và dấu', '3', '1', '/', '2', '/', '2', '0', '2', '6']);
    await person.press(goOn);
    const error = person.page.getByRole('main').locator('.error');
    await error.waitFor();
    await drawn(person);
    for (const shown of [field, error]) {
      const { y, height } = await shown.boundingBox();
      assert.ok(y >= 0 && y + height <= await edge(), `from ${y} to ${y + height}, keyboard at ${await edge()}`);
    }
    const button = person.role('contentinfo').getByRole('button', { name: person.say('question.continue') });
    await button.evaluate((element) => element.scrollIntoView({ block: 'nearest' }));
    await until(async () => {
      const { y, height } = await button.boundingBox();
      return y + height <= await edge();
    }, 'the main button above the keyboard');
    await pressKeys(person, Array(9).fill('Xóa một chữ'));
    await pressKeys(person, ['3', '/', '9', '/', '2', '0', '2', '6']);
    await person.press(goOn);
    await person.arrives(next.text.vi, { level: 1 });
    await goOn.waitFor({ state: 'hidden' });
  });
}

personTest('a keyboard that does not come leaves the device its own', {}, async (person) => {
  await person.context.route(/\/assets\/typing\./, (route) => route.abort());
  await person.open('/vi/');
  await person.pressLink(person.say('nav.text_size'));
  await person.arrives(person.say('settings.title'));
  const group = person.role('group', person.say('settings.keyboard'));
  await group.getByRole('radio', { name: person.say('settings.keyboard.on') }).click();
  await until(() => group.getByRole('radio', { name: person.say('settings.keyboard.off') }).isChecked(), 'it is switched off again');
  await person.pressLink(person.say('nav.back'));
  await person.arrives(person.say('home.title'), { focused: false });
  assert.equal(await person.role('searchbox', person.say('home.search.label')).getAttribute('inputmode'), null);
  person.forgive(/assets\/typing/);
});
