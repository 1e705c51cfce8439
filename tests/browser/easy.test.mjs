// Large print: one press at home or in the settings, there before the first picture of the page, and gone again without a trace.
import assert from 'node:assert/strict';
import { procedure } from './expected.mjs';
import { answer } from './journey.mjs';
import { personTest, until } from './support.mjs';

const birth = procedure('dang-ky-khai-sinh');

/** What large print changes, as the page shows it. */
function looks(person) {
  return person.page.evaluate(() => {
    const root = document.documentElement;
    const lead = document.querySelector('#main > p');
    const { fontSize, fontWeight, lineHeight } = getComputedStyle(lead);
    const page = getComputedStyle(document.body).backgroundColor;
    return { size: fontSize, weight: fontWeight, line: lineHeight, page, first: document.getElementById('main').firstElementChild.dataset.k, theme: root.dataset.theme };
  });
}

for (const view of ['plain', 'canvas']) {
  personTest(`large print comes with one press and goes with the next (${view})`, { view }, async (person) => {
    await person.context.addInitScript(() => {
      if (!localStorage.getItem('danloi.textScale')) localStorage.setItem('danloi.textScale', '120');
      if (!localStorage.getItem('danloi.theme')) localStorage.setItem('danloi.theme', 'light');
    });
    await person.openHome();
    const before = await looks(person);
    await person.pressButton(person.say('easy.begin'));
    await person.role('button', person.say('easy.end')).waitFor();
    await until(async () => (await looks(person)).weight === '600', 'the heavier letters');
    const { size, line, page, first } = await looks(person);
    assert.ok(Math.abs(parseFloat(size) / parseFloat(before.size) - 1.25) < 0.001, '150 % instead of 120');
    assert.ok(parseFloat(line) / parseFloat(size) > 1.7, 'lines stand further apart');
    assert.equal(page, 'rgb(0, 0, 0)', 'the strongest contrast');
    assert.equal(first, 'listen', 'reading aloud is offered first');
    await person.pressLink(person.say('nav.text_size'));
    await person.arrives(person.say('settings.title'));
    await person.reads(person.say('easy.on'));
    await person.pressButton(person.say('easy.end'));
    await person.role('group', person.say('settings.text_size')).waitFor({ state: 'attached' });
    assert.ok(await person.role('radio', '120 %').isChecked());
    await person.pressLink(person.say('nav.back'));
    await person.arrives(person.say('home.title'), { focused: false });
    await until(async () => JSON.stringify(await looks(person)) === JSON.stringify(before), 'everything as it was');
  });
}

personTest('large print is kept, there before the app is, and leaves a larger text as it was chosen', {}, async (person) => {
  await person.context.addInitScript(() => {
    localStorage.setItem('danloi.textScale', '200');
    localStorage.setItem('danloi.easy', 'on');
  });
  await person.context.route(/\/assets\/app\.[0-9a-f]+\.js/, (route) => route.abort());
  await person.page.goto(`${person.url}/vi/`);
  await person.page.getByRole('alert').waitFor();
  const { size, weight, page, theme } = await looks(person);
  assert.deepEqual([size, weight, page, theme], ['34px', '600', 'rgb(0, 0, 0)', 'contrast']);
  person.forgive(/net::ERR_FAILED/);
});

personTest('in large print the list so far stands below the question', { view: 'canvas', size: 'wide' }, async (person) => {
  await person.context.addInitScript(() => localStorage.setItem('danloi.easy', 'on'));
  await person.open(`/vi/tt/${birth.id}/`);
  await answer(person, birth.questions[0], 'facility');
  await person.pressButton(person.say('question.continue'));
  const list = person.heading(person.say('question.so_far'), 2);
  await list.waitFor();
  await until(async () => await person.viewNow() === 'canvas', 'the canvas view');
  const [asked, below] = await Promise.all([person.heading(/./, 1).boundingBox(), list.boundingBox()]);
  assert.ok(below.y > asked.y + asked.height && Math.abs(below.x - asked.x) < 40);
});
