// At every usual density of pixels the drawn text stands where the browser would set it: each side of its ink within one css px.
import assert from 'node:assert/strict';
import { procedure } from './expected.mjs';
import { bothInks } from './ink.mjs';
import { answer } from './journey.mjs';
import { drawn } from './pixels.mjs';
import { beginsWith } from './person.mjs';
import { personTest, until } from './support.mjs';

const copies = procedure('chung-thuc-ban-sao');

/** How far the two may be apart, css px, and as much again as the sum of fractions may be off. */
const allowed = 1 + 0.01;

async function assertAgree(person, screen) {
  await until(async () => await person.viewNow() === 'canvas', 'the canvas view');
  await person.page.evaluate(() => document.fonts.ready);
  await drawn(person);
  const all = await bothInks(person);
  assert.ok(all.length > 4, `texts on ${screen}`);
  for (const { text, underlined, drawn: ink, set } of all) {
    for (const side of underlined ? ['left', 'right', 'top'] : ['left', 'right', 'top', 'bottom']) {
      const apart = Math.abs(ink[side] - set[side]);
      assert.ok(apart <= allowed, `${screen}: ${side} of “${text}”: the page ${set[side]}, the drawing ${ink[side]}`);
    }
  }
}

for (const density of [1, 1.25, 1.5, 2, 3]) {
  personTest(`drawing and page agree at ${density} pixels a css px`, { view: 'canvas', density }, async (person) => {
    await person.open('/vi/');
    await person.pressLink(person.say('nav.text_size'));
    await person.arrives(person.say('settings.title'));
    await assertAgree(person, 'settings');
    await person.pressLink(person.say('nav.back'));
    await person.arrives(person.say('home.title'), { focused: false });
    await assertAgree(person, 'home');
    await person.press(person.page.getByRole('main').getByRole('link', { name: beginsWith(copies.plainTitle.vi) }).last());
    await person.arrives(copies.title.vi);
    await answer(person, copies.questions[0], 'certified');
    await person.pressButton(person.say('question.continue'));
    await person.arrives(copies.questions[1].text.vi);
    await assertAgree(person, 'a question');
    await person.page.goBack();
    await person.heading(copies.title.vi, 1).waitFor();
    await answer(person, copies.questions[0], 'plainOk');
    await person.pressButton(person.say('question.continue'));
    await person.arrives(person.say('checklist.title'));
    await assertAgree(person, 'the checklist');
    await person.pressButton(person.say('place.choose'));
    await person.arrives(person.say('place.title'));
    await assertAgree(person, 'the place');
  });
}
