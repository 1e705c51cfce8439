// Every screen of the tour on 320 css px, which is also a window of 1280 px at 400 %: nothing is cut off and nothing scrolls sideways, and all
// that is pressed is large enough for a finger.
import assert from 'node:assert/strict';
import { drawn } from './pixels.mjs';

/** A small phone, and 1280 x 1024 px at 400 %. */
const windows = [{ width: 320, height: 640 }, { width: 320, height: 256 }];

/** Runs in the page: how wide it is, what sticks out of it, and what is too small to be pressed. */
function measure() {
  const shown = (one) => one.getClientRects().length > 0 && !one.closest('.hidden, svg') && getComputedStyle(one).clipPath === 'none';
  const name = (one) => `${one.localName} ${one.dataset.k ?? one.id ?? one.className} “${one.textContent.slice(0, 40)}”`;
  const all = [...document.querySelectorAll('#note, #note *, #stage *')].filter(shown);
  const out = all.filter((one) => {
    const { left, right } = one.getBoundingClientRect();
    return left < -0.5 || right > innerWidth + 0.5;
  });
  const small = all.filter((one) => one.matches('a[href],button,input,summary') && Math.min(one.getBoundingClientRect().width, one.getBoundingClientRect().height) < 47.5);
  return { wide: document.scrollingElement.scrollWidth, out: out.map(name), small: small.map(name) };
}

/** One screen in both windows; the window is as before afterwards. */
export async function fits(person) {
  const before = person.page.viewportSize();
  for (const window of windows) {
    await person.page.setViewportSize(window);
    if (person.view === 'canvas') await drawn(person);
    assert.deepEqual(await person.page.evaluate(measure), { wide: 320, out: [], small: [] }, `${window.width} x ${window.height}`);
  }
  await person.page.setViewportSize(before);
}
