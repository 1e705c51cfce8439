// With keys only: Back returns, going on without an answer is refused kindly, the skip link leads to the content. That every control is
// reached, on every screen, is proved by gate_keys.mjs.
import assert from 'node:assert/strict';
import { procedure } from './expected.mjs';
import { answer } from './journey.mjs';
import { personTest, until } from './support.mjs';

const birth = procedure('dang-ky-khai-sinh');
const [first, second, third] = birth.questions;
const page = `/vi/tt/${birth.id}/`;

for (const view of ['plain', 'canvas']) {
  personTest(`Back returns to the question before, by the browser and by the link (${view})`, { view, input: 'keyboard' }, async (person) => {
    await person.open(page);
    await answer(person, first, 'facility');
    await person.pressButton(person.say('question.continue'));
    await person.arrives(second.text.vi);
    await answer(person, second, 'none');
    await person.pressButton(person.say('question.continue'));
    await person.arrives(third.text.vi);
    await person.page.goBack();
    await person.heading(second.text.vi, 1).waitFor();
    assert.ok(await person.role('radio', /^Không, không có gì đặc biệt/).isChecked());
    await until(() => person.page.evaluate(() => document.activeElement?.dataset.k === 'continue'), 'focus on the control that was left');
    await person.pressLink(person.say('nav.back'));
    await person.heading(birth.title.vi, 1).waitFor();
    assert.ok(await person.role('radio', 'Bệnh viện, trạm y tế, nhà hộ sinh').isChecked());
    await person.pressLink(person.say('nav.back'));
    await person.arrives(person.say('home.title'), { focused: false });
    await person.heading(birth.title.vi, 3).waitFor();
    assert.equal(await person.page.evaluate(() => location.pathname), '/vi/');
  });
}

const sisters = [['nav.share', 'share.title'], ['nav.print', undefined], ['nav.text_size', 'settings.title']];

for (const way of ['the link', 'the browser']) {
  personTest(`Back from sheet, sharing and settings returns to the checklist, by ${way}`, {}, async (person) => {
    const answers = { needed: 'plainOk' };
    const copies = procedure('chung-thuc-ban-sao');
    await person.open('/vi/tt/chung-thuc-ban-sao/');
    await answer(person, copies.questions[0], answers.needed);
    await person.pressButton(person.say('question.continue'));
    await person.arrives(person.say('checklist.title'));
    for (const [name, title] of sisters) {
      await person.press(person.page.getByRole('banner').locator('a,button').filter({ hasText: person.say(name) }));
      await person.heading(title ? person.say(title) : copies.title.vi, 1).waitFor();
      if (way === 'the link') await person.pressLink(person.say('nav.back'));
      else await person.page.goBack();
      await person.heading(person.say('checklist.title'), 1).waitFor();
    }
  });
}

personTest('Back and Forward of the browser go through all the questions', {}, async (person) => {
  await person.open('/vi/');
  await person.open(page);
  await answer(person, first, 'facility');
  await person.pressButton(person.say('question.continue'));
  await person.arrives(second.text.vi);
  await person.page.goBack();
  await person.heading(birth.title.vi, 1).waitFor();
  await person.page.goForward();
  await person.heading(second.text.vi, 1).waitFor();
  await person.page.goBack();
  await person.page.goBack();
  await person.heading(person.say('home.title'), 1).waitFor();
});

personTest('going on without an answer says what to do and stays', { input: 'keyboard' }, async (person) => {
  await person.open(page);
  await person.pressButton(person.say('question.continue'));
  await person.reads(person.say('question.error.choose'));
  const group = person.role('group', first.text.vi);
  assert.equal(await group.getAttribute('aria-describedby').then((id) => person.page.evaluate((name) => document.getElementById(name)?.textContent, id)),
    person.say('question.error.choose'));
  await answer(person, first, 'home');
  await person.pressButton(person.say('question.continue'));
  await person.arrives(second.text.vi);
});

personTest('the skip link leads to the content', { input: 'keyboard' }, async (person) => {
  await person.open(page);
  await person.page.keyboard.press('Tab');
  const skip = person.role('link', person.say('static.skip'));
  assert.ok(await person.isFocused(skip));
  await person.page.keyboard.press('Enter');
  await until(() => person.page.evaluate(() => document.activeElement?.id === 'main'), 'focus in the content');
});
