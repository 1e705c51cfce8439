// The two views: the canvas takes over with a new screen, draws nothing at rest, its text stands where the page's text
// stands, and everything that can go wrong with it ends in the plain view.
import assert from 'node:assert/strict';
import { countFrames } from './in_page.mjs';
import { procedure } from './expected.mjs';
import { answer } from './journey.mjs';
import { inkOf } from './ink.mjs';
import { personTest, sizes, until } from './support.mjs';

const birth = procedure('dang-ky-khai-sinh');
const page = `/vi/tt/${birth.id}/`;

/** Opens the procedure and answers the first question: the second one is a screen of the canvas view. */
async function reachSecondQuestion(person) {
  await person.open(page);
  await answer(person, birth.questions[0], 'facility');
  await person.pressButton(person.say('question.continue'));
  await person.arrives(birth.questions[1].text[person.lang]);
}

personTest('the canvas takes over with the next screen and is marked', { view: 'canvas' }, async (person) => {
  await person.open(page);
  assert.equal(await person.viewNow(), 'plain', 'never under a hand');
  await reachSecondQuestion(person);
  await until(async () => await person.viewNow() === 'canvas', 'the canvas view');
  assert.equal(await person.page.evaluate(() => performance.getEntriesByName('danloi:canvas').length), 1);
  const canvas = await person.page.evaluate(() => {
    const { ariaHidden, tabIndex } = document.getElementById('canvas');
    return { ariaHidden, tabIndex, pointer: getComputedStyle(document.getElementById('canvas')).pointerEvents };
  });
  assert.deepEqual(canvas, { ariaHidden: 'true', tabIndex: -1, pointer: 'none' });
});

for (const view of ['plain', 'canvas']) {
  personTest(`at rest nothing is drawn and no frame is asked for (${view})`, { view }, async (person) => {
    await reachSecondQuestion(person);
    await until(async () => await person.viewNow() === view, `the ${view} view`);
    await person.page.evaluate(() => document.fonts.ready);
    await until(async () => {
      const { frames, draws } = await person.page.evaluate(countFrames, 200);
      return frames + draws === 0;
    }, 'the page to come to rest');
    assert.deepEqual(await person.page.evaluate(countFrames, 2000), { frames: 0, draws: 0 });
  });
}

for (const size of Object.keys(sizes)) {
  personTest(`the drawn text stands where the text of the page stands (${size})`, { view: 'canvas', size, density: sizes[size].dpr }, async (person) => {
    await reachSecondQuestion(person);
    await until(async () => await person.viewNow() === 'canvas', 'the canvas view');
    const texts = [person.heading(birth.questions[1].text.vi), ...await person.page.getByText(birth.questions[1].why.vi, { exact: true }).all()];
    for (const { label } of birth.questions[1].options) texts.push(person.page.getByRole('main').getByText(label.vi, { exact: true }).last());
    for (const text of texts) {
      await text.scrollIntoViewIfNeeded();
      const { wanted, drawn } = await inkOf(person, text);
      for (const side of ['left', 'right']) {
        assert.ok(Math.abs(wanted[side] - drawn[side]) <= 3, `${side} of “${await text.innerText()}”: page ${wanted[side]}, drawing ${drawn[side]}`);
      }
      assert.ok(drawn.top >= wanted.top - 1 && drawn.bottom <= wanted.bottom + 1, `height of “${await text.innerText()}”`);
    }
  });
}

personTest('the choice of the view is kept and changes at once to plain', { view: 'canvas', ends: 'plain' }, async (person) => {
  await reachSecondQuestion(person);
  await until(async () => await person.viewNow() === 'canvas', 'the canvas view');
  await person.pressLink(person.say('nav.text_size'));
  await person.arrives(person.say('settings.title'));
  await person.choose(person.say('settings.view'), person.say('settings.view.plain'));
  await until(async () => await person.viewNow() === 'plain', 'the plain view');
  await person.page.reload();
  await person.page.waitForFunction(() => !!globalThis.danloi?.send);
  assert.ok(await person.role('radio', person.say('settings.view.plain')).isChecked());
  await person.pressLink(person.say('nav.back'));
  await person.arrives(birth.questions[1].text.vi);
  assert.equal(await person.viewNow(), 'plain');
});

for (const name of ['painter.wasm', 'the font']) {
  const pattern = name === 'painter.wasm' ? /painter\.[0-9a-f]+\.wasm/ : /be-vietnam-pro-400/;
  personTest(`without ${name} the plain view goes on`, { view: 'plain' }, async (person) => {
    await person.page.addInitScript(() => localStorage.setItem('danloi.view', 'canvas'));
    await person.page.route(pattern, (route) => route.abort());
    await reachSecondQuestion(person);
    await answer(person, birth.questions[1], 'none');
    await person.pressButton(person.say('question.continue'));
    await person.arrives(birth.questions[2].text.vi);
    assert.equal(await person.viewNow(), 'plain');
    person.forgive(/net::ERR_FAILED/);
  });
}

personTest('a lost graphics context ends in the plain view with nothing lost', { view: 'canvas', ends: 'plain' }, async (person) => {
  await reachSecondQuestion(person);
  await until(async () => await person.viewNow() === 'canvas', 'the canvas view');
  await answer(person, birth.questions[1], 'none');
  await person.page.evaluate(() => {
    const canvas = document.getElementById('canvas');
    const drawing = canvas.getContext('webgl2') ?? canvas.getContext('webgl');
    drawing.getExtension('WEBGL_lose_context').loseContext();
  });
  await until(async () => await person.viewNow() === 'plain', 'the plain view');
  assert.ok(await person.role('radio', /^Không, không có gì đặc biệt/).isChecked());
  await person.pressButton(person.say('question.continue'));
  await person.arrives(birth.questions[2].text.vi);
});

personTest('a context that is lost three times within a minute ends in the plain view, and the drawing does not come back', { view: 'canvas', ends: 'plain' }, async (person) => {
  await reachSecondQuestion(person);
  await until(async () => await person.viewNow() === 'canvas', 'the canvas view');
  for (let left = 3; left > 0; left--) {
    await person.page.evaluate(() => new Promise((resolve) => {
      const canvas = document.getElementById('canvas');
      const drawing = canvas.getContext('webgl2') ?? canvas.getContext('webgl');
      const extension = globalThis.extension ??= drawing.getExtension('WEBGL_lose_context');
      canvas.addEventListener('webglcontextrestored', () => setTimeout(resolve), { once: true });
      canvas.addEventListener('webglcontextlost', () => setTimeout(() => extension.restoreContext()), { once: true });
      extension.loseContext();
    }));
    assert.equal(await person.viewNow(), left > 1 ? 'canvas' : 'plain');
  }
  await answer(person, birth.questions[1], 'none');
  await person.pressButton(person.say('question.continue'));
  await person.arrives(birth.questions[2].text.vi);
  assert.equal(await person.viewNow(), 'plain');
});

/** In the page: each drawing takes as long as on an old machine, and nobody has chosen a view. */
function drawSlowly() {
  if (!sessionStorage.getItem('begun')) localStorage.removeItem('danloi.view');
  sessionStorage.setItem('begun', 'yes');
  for (const kind of [WebGLRenderingContext, WebGL2RenderingContext]) {
    const draw = kind.prototype.drawElements;
    kind.prototype.drawElements = function (...rest) {
      for (const end = performance.now() + 60; performance.now() < end;);
      return draw.apply(this, rest);
    };
  }
}

for (const chosen of [false, true]) {
  personTest(`a drawing that cannot keep up with the hand ${chosen ? 'stays when it was chosen' : 'ends in the plain view for good, without a word'}`, { view: 'canvas', ends: chosen ? 'canvas' : 'plain' }, async (person) => {
    await person.page.addInitScript(drawSlowly);
    await reachSecondQuestion(person);
    if (chosen) await person.page.evaluate(() => localStorage.setItem('danloi.view', 'canvas'));
    await until(async () => await person.viewNow() === 'canvas', 'the canvas view');
    for (let step = 1; step <= 24 && await person.viewNow() === 'canvas'; step++) await scrollOn(person, step);
    assert.equal(await person.viewNow(), chosen ? 'canvas' : 'plain');
    if (chosen) return;
    assert.equal(await person.page.getByRole('alert').count(), 0);
    await person.page.reload();
    await person.page.waitForFunction(() => !!globalThis.danloi?.send);
    await answer(person, birth.questions[1], 'none');
    await person.pressButton(person.say('question.continue'));
    await person.arrives(birth.questions[2].text.vi);
    assert.equal(await person.viewNow(), 'plain');
    assert.equal(await person.page.evaluate(() => globalThis.seen.drawing), false, 'the painter is not even fetched');
  });
}

/** A little up or down, and two frames. */
function scrollOn({ page }, step) {
  return page.evaluate((top) => new Promise((resolve) => {
    scrollTo(0, top);
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
  }), step % 2 ? 40 : 10);
}

for (const [view, size] of [['plain', 'phone'], ['canvas', 'phone'], ['plain', 'tablet'], ['canvas', 'wide'], ['plain', 'desktop']]) {
  personTest(`no sideways scrolling at 200 % text (${view}, ${size})`, { view, size }, async (person) => {
    await person.page.addInitScript(() => localStorage.setItem('danloi.textScale', '200'));
    await reachSecondQuestion(person);
    const { wide, shown } = await person.page.evaluate(() => ({ wide: document.documentElement.scrollWidth, shown: document.documentElement.clientWidth }));
    assert.ok(wide <= shown, `${wide} css px wide on ${shown}`);
  });
}

personTest('forced colours are the plain view', { view: 'plain' }, async (person) => {
  await person.page.addInitScript(() => localStorage.setItem('danloi.view', 'canvas'));
  await person.page.emulateMedia({ forcedColors: 'active' });
  await reachSecondQuestion(person);
  assert.equal(await person.viewNow(), 'plain');
  assert.equal(await person.page.evaluate(() => globalThis.seen.drawing), false, 'the painter is not even started');
});
