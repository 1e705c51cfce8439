// Devices that are turned, lose room to a keyboard, are low, or have a notch: the place, the focus and what is half typed stay, in both views.
import assert from 'node:assert/strict';
import { procedure } from './expected.mjs';
import { answer } from './journey.mjs';
import { inkOf } from './ink.mjs';
import { drawn } from './pixels.mjs';
import { personTest, until } from './support.mjs';

const both = procedure('lien-thong-khai-sinh');
const turned = ({ width, height }) => ({ width: height, height: width });

/** At a question for a day, in the person's view. */
async function reachDay(person) {
  await person.open(`/vi/tt/${both.id}/`);
  const [registered, birthDate] = both.questions;
  await answer(person, registered, false);
  await person.pressButton(person.say('question.continue'));
  await person.arrives(birthDate.text.vi);
  await until(async () => await person.viewNow() === person.view, 'the wanted view');
  return person.role('textbox', birthDate.text.vi);
}

/** The window has another size, and everything of it has been drawn. */
async function resize(person, size) {
  await person.page.setViewportSize(size);
  await drawn(person);
}

/** Everything that takes place after a scroll has taken place. */
function settled(person) {
  return person.page.evaluate(() => new Promise((resolve) => { setTimeout(() => requestAnimationFrame(() => resolve()), 200); }));
}

/** Sides of what is shown, and where the room for it ends: at the foot that is fixed there, or at the window's own end. */
function sides(target) {
  return target.evaluate((element) => {
    const foot = document.getElementById('foot');
    const fixed = !foot.hidden && /fixed|sticky/.test(getComputedStyle(foot).position);
    const { top, bottom } = element.getBoundingClientRect();
    return { top, bottom, end: fixed ? foot.getBoundingClientRect().top : innerHeight };
  });
}

async function assertInSight(target, when) {
  const { top, bottom, end } = await sides(target);
  assert.ok(top >= 0 && bottom <= end + 0.5, `${when}: from ${top} to ${bottom}, seen up to ${end}`);
}

for (const [view, size] of [['plain', 'phone'], ['canvas', 'phone'], ['plain', 'tablet'], ['canvas', 'tablet']]) {
  personTest(`turned while somebody types: field, focus and letters stay (${view}, ${size})`, { view, size }, async (person) => {
    const field = await reachDay(person);
    await field.click();
    await person.page.keyboard.type('mùng 3 th');
    const upright = person.page.viewportSize();
    const shapes = [turned(upright), upright, { width: upright.width, height: Math.round(upright.height * 0.55) }, upright];
    for (const shape of shapes) {
      await resize(person, shape);
      await assertInSight(field, `${shape.width} x ${shape.height}`);
      assert.ok(await person.isFocused(field));
      assert.equal(await field.inputValue(), 'mùng 3 th');
    }
    await person.page.keyboard.type('áng 9');
    assert.equal(await field.inputValue(), 'mùng 3 tháng 9', 'typed on as if nothing had been');
  });

  personTest(`turned while somebody reads: the same words stay in sight (${view}, ${size})`, { view, size }, async (person) => {
    await person.openHome();
    const heading = person.heading(person.say('home.all'), 2);
    await heading.evaluate((element) => scrollTo(0, element.getBoundingClientRect().top + scrollY - 60));
    await settled(person);
    const upright = person.page.viewportSize();
    const before = (await sides(heading)).top;
    for (const shape of [turned(upright), upright]) {
      await resize(person, shape);
      await assertInSight(heading, `${shape.width} x ${shape.height}`);
      await settled(person);
    }
    assert.ok(Math.abs((await sides(heading)).top - before) < 2, 'turned back, everything is where it was');
  });
}

for (const view of ['plain', 'canvas']) {
  personTest(`a low phone on its side has the whole window for the page (${view})`, { view }, async (person) => {
    await reachDay(person);
    await resize(person, { width: 740, height: 360 });
    const button = person.role('button', person.say('question.continue'));
    await button.scrollIntoViewIfNeeded();
    await drawn(person);
    await assertInSight(button, 'the main button');
    const fixed = await person.page.evaluate(() => [...document.querySelectorAll('#bar, #foot, #main, #aside')]
      .filter((one) => /fixed|sticky/.test(getComputedStyle(one).position)).map(({ id }) => id));
    assert.deepEqual(fixed, [], 'nothing stays while the page scrolls');
    assert.ok((await person.role('link', person.say('nav.back')).boundingBox()).y < 0, 'the bar has scrolled away');
  });

  personTest(`a tablet on its side shows how far one is and the list so far beside the question (${view})`, { view, size: 'wide' }, async (person) => {
    await reachDay(person);
    const [asked, list] = await Promise.all([person.heading(both.questions[1].text.vi).boundingBox(), person.heading(person.say('question.so_far'), 2).boundingBox()]);
    assert.ok(list.x >= asked.x + 700 && list.y < 200, `the list at ${list.x}, ${list.y}`);
    await person.role('progressbar').waitFor();
  });

  personTest(`nothing lies under a notch or the bar of the system (${view})`, { view }, async (person) => {
    await reachDay(person);
    const insets = { top: 40, right: 24, bottom: 34, left: 44 };
    await person.page.evaluate((given) => {
      for (const [side, px] of Object.entries(given)) document.documentElement.style.setProperty(`--safe-${side}`, `${px}px`);
      dispatchEvent(new Event('resize'));
    }, insets);
    await drawn(person);
    const { width, height } = person.page.viewportSize();
    const shown = await person.page.evaluate(() => [...document.querySelectorAll('#stage [data-k]')]
      .filter((one) => one.getClientRects().length && getComputedStyle(one).clipPath === 'none').map((one) => {
        const { left, right, top, bottom } = one.getBoundingClientRect();
        return { key: one.dataset.k, left, right, top, bottom, foot: !!one.closest('#foot') };
      }));
    assert.ok(shown.length > 8);
    for (const { key, left, right, top, bottom, foot } of shown) {
      assert.ok(left >= insets.left && right <= width - insets.right && top >= insets.top, `${key}: ${left} to ${right}, from ${top}`);
      if (foot) assert.ok(bottom <= height - insets.bottom, `${key} ends at ${bottom}`);
    }
    if (view === 'plain') return;
    const { wanted, drawn: ink } = await inkOf(person, person.heading(both.questions[1].text.vi));
    for (const side of ['left', 'right']) assert.ok(Math.abs(wanted[side] - ink[side]) <= 3, `${side}: page ${wanted[side]}, drawing ${ink[side]}`);
  });
}

personTest('a pull at the top of the page does not load it anew, and what is half typed outlives it all the same', {}, async (person) => {
  const field = await reachDay(person);
  assert.equal(await person.page.evaluate(() => getComputedStyle(document.documentElement).overscrollBehaviorY), 'contain');
  await field.click();
  await person.page.keyboard.type('mùng 3 th');
  await person.saved();
  await person.page.reload();
  await person.appReady();
  await until(async () => await field.inputValue() === 'mùng 3 th', 'the half of a day');
});

personTest('Back of the browser, pressed with a field half filled in, is the Back of the app', { input: 'touch' }, async (person) => {
  const field = await reachDay(person);
  await field.tap();
  await person.page.keyboard.type('mùng 3 th');
  await person.page.goBack();
  await person.heading(both.title.vi, 1).waitFor();
  await person.page.goForward();
  await person.heading(both.questions[1].text.vi, 1).waitFor();
  assert.equal(await field.inputValue(), 'mùng 3 th');
});
