// The browser takes the graphics context away at any frame: the text stays where it is, what is typed meanwhile is kept, and the
// drawing is back within a second, as it was. The page's clock is turned on between two losses: three in a minute are too many.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPerson, until } from '../browser/support.mjs';
import { Figure, count, die } from './figures.mjs';
import { assertNoneLost, fieldName, keptAnswers, path, reachField } from './rig.mjs';

const recoveredMs = 1000;
const betweenMs = 31_000;

/** In the page: time can be turned on, and the context can be lost at a frame and given back. */
function prepare() {
  const now = performance.now.bind(performance);
  globalThis.turned = 0;
  performance.now = () => now() + globalThis.turned;
  globalThis.loseAfter = (frames, ms) => new Promise((resolve, reject) => {
    const canvas = document.getElementById('canvas');
    const drawing = canvas.getContext('webgl2') ?? canvas.getContext('webgl');
    const extension = globalThis.extension ??= drawing.getExtension('WEBGL_lose_context');
    const { seen } = globalThis;
    const recovered = (lost, draws) => {
      const { view, paused } = document.documentElement.dataset;
      if (view === 'canvas' && paused === undefined && !drawing.isContextLost() && seen.draws > draws) return resolve(now() - lost);
      if (now() - lost > 20_000) return reject(new Error(`not recovered: ${view}, paused ${paused}, lost ${drawing.isContextLost()}`));
      setTimeout(recovered, 5, lost, draws);
    };
    const lose = () => {
      extension.loseContext();
      // Giving back is refused until the page has been told of the loss.
      canvas.addEventListener('webglcontextlost', () => {
        const lost = now();
        setTimeout(() => { extension.restoreContext(); recovered(lost, seen.draws); }, ms);
      }, { once: true });
    };
    const wait = (left) => (left ? requestAnimationFrame(() => wait(left - 1)) : lose());
    wait(frames);
  });
}

const shot = (person) => person.page.screenshot({ animations: 'disabled' });

async function oneLoss(person, figure, run) {
  const field = person.role('textbox', fieldName);
  const [frames, away, isTyped] = [die(6), die(300), !!die(2)];
  await person.page.evaluate((ms) => { globalThis.turned += ms; }, betweenMs);
  await field.selectText();
  await person.page.keyboard.insertText(`${run}|`);
  await person.saved();
  await field.blur();
  await person.page.evaluate((top) => scrollTo(0, top), die(200));
  const before = await shot(person);
  const recovery = person.page.evaluate(([when, ms]) => globalThis.loseAfter(when, ms), [frames, away]);
  if (isTyped) {
    await field.focus();
    await person.page.keyboard.insertText('ướ');
  }
  const ms = await recovery;
  const wanted = isTyped ? `${run}|ướ` : `${run}|`;
  const shown = await field.inputValue();
  if (shown !== wanted) figure.losses.push({ run, wanted, shown });
  if (!isTyped) await until(async () => before.equals(await shot(person)), `run ${run}: the drawing as it was`);
  await person.saved();
  await until(async () => (await keptAnswers(person)).pages === wanted, 'it is kept');
  figure.runs++;
  figure.acknowledged++;
  return ms;
}

test('F1 lost graphics context', async () => {
  const figure = new Figure('F1 lost graphics context');
  const person = await openPerson({ view: 'canvas', size: 'desktop' });
  await person.context.addInitScript(prepare);
  await person.open(path);
  await reachField(person);
  await until(async () => await person.viewNow() === 'canvas', 'the canvas view');
  const times = [];
  for (let run = 0; run < count(10, 200); run++) times.push(await oneLoss(person, figure, run));
  assert.equal(await person.viewNow(), 'canvas');
  await person.assertNoFaults();
  await person.close();
  const slow = times.filter((ms) => ms > recoveredMs).length;
  figure.lost = figure.losses.length;
  figure.done(`drawn again after at most ${Math.round(Math.max(...times))} ms, over ${recoveredMs} ms in ${slow}; every drawing as before`);
  assertNoneLost(figure);
  assert.equal(slow, 0, `drawn again within ${recoveredMs} ms`);
});
