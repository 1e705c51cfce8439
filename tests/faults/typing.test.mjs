// Hostile texts through the field and the search box: the same code points after a reload, and the page goes on.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Figure, isFull } from './figures.mjs';
import { hostileTexts, mended } from './hostile_texts.mjs';
import { Ledger, fieldName, openWatched, reachField, reopened, verdict } from './rig.mjs';

/** The full form types the list of naughty strings as well; a field of one line keeps no line ends. */
const { default: listed } = isFull ? await import('big-list-of-naughty-strings', { with: { type: 'json' } }) : { default: [] };
const cases = {
  ...Object.fromEntries(Object.entries(hostileTexts).map(([name, text]) => [name, [text, text]])), ...mended,
  ...Object.fromEntries(listed.filter(Boolean).map((text, at) => [`naughty string ${at}`, [text, text.replace(/[\r\n]/g, '')]])),
};

/** As an input method or a paste gives it: the value and one event. Half a pair cannot be sent to the browser in any other way. */
async function give(field, text) {
  await field.evaluate((input, codes) => {
    input.focus();
    input.value = String.fromCharCode(...codes);
    input.dispatchEvent(new InputEvent('input', { bubbles: true, data: input.value, inputType: 'insertFromPaste' }));
  }, [...Array(text.length).keys()].map((at) => text.charCodeAt(at)));
}

const codesOf = (text) => [...text].map((letter) => letter.codePointAt(0).toString(16)).join(' ');

test('A15 hostile texts', async () => {
  const figure = new Figure('A15 hostile texts');
  const ledger = new Ledger();
  const person = await openWatched(ledger);
  await reopened(person);
  for (const [name, [typed, kept]] of Object.entries(cases)) {
    const field = await reachField(person);
    await give(field, typed);
    assert.equal((await verdict(ledger)).said, 'saved', name);
    if (typed.length > 2000) assert.equal(codesOf(await field.inputValue()), codesOf(kept), `${name}: cut where it is seen`);
    await person.page.reload();
    await person.appReady();
    const now = await person.role('textbox', fieldName).inputValue();
    figure.runs++;
    figure.acknowledged++;
    if (codesOf(now) !== codesOf(kept)) {
      figure.lost++;
      figure.losses.push(`${name}: ${codesOf(now).slice(0, 80)} for ${codesOf(kept).slice(0, 80)}`);
    }
  }
  await person.close();
  figure.done();
  assert.deepEqual(figure.losses, []);
});

test('A15 hostile texts in the search box', async () => {
  const figure = new Figure('A15 hostile searches');
  const person = await openWatched(new Ledger());
  await person.open('/vi/');
  const box = person.role('searchbox', person.say('home.search.label'));
  for (const [name, [typed]] of Object.entries(cases)) {
    await give(box, typed);
    const held = await box.evaluate((input) => [...Array(input.value.length).keys()].map((at) => input.value.charCodeAt(at)));
    figure.runs++;
    assert.equal(held.length, Math.min(typed.length, [...typed].slice(0, 2000).join('').length), `${name}: the box is left as it is`);
  }
  await give(box, 'kết hôn');
  await person.role('link', /kết hôn/).first().waitFor();
  await person.assertNoFaults();
  await person.close();
  figure.done('the search still finds');
});
