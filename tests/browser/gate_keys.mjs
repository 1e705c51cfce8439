// With keys only, on every screen of the tour: Tab reaches each control once in the order of reading and leaves the page, Shift+Tab goes
// the same way back, and who has the focus is seen. A new screen begins at its heading and has a title of its own; one region speaks politely.
import assert from 'node:assert/strict';
import { contrastsIn, drawn } from './pixels.mjs';

/** Screens that are come to by going forward. The others are the first of their page, states of one before, or gone back to. */
const arrivals = new Set(['settings', 'event', 'procedure', 'question-choice', 'question-yes-no', 'question-date', 'question-number',
  'checklist', 'place', 'ready-lacking', 'ready-complete', 'sheet', 'share', 'checklist-open', 'question-text', 'question-place', 'change', 'withdrawn']);

/** Runs in the page: keeps all controls in the order of reading (of the answers of a question one takes Tab) and says where they stand. */
function collectControls() {
  const groups = new Map();
  const all = [...document.querySelectorAll('a[href],button,input,summary,select,textarea')].filter((one) => one.getClientRects().length > 0 && !one.disabled);
  globalThis.matrix = all.filter((one) => one.type !== 'radio' || (!groups.has(one.name) && groups.set(one.name, one)));
  globalThis.placeInMatrix = (one) => globalThis.matrix.indexOf(one?.type === 'radio' ? groups.get(one.name) : one);
  return globalThis.matrix.map((one) => {
    const { top, bottom } = one.getBoundingClientRect();
    return { name: one.dataset.k ?? one.id ?? one.className, region: one.closest('#bar,#main,#aside,#foot')?.id, top: top + scrollY, bottom: bottom + scrollY };
  });
}

/** Runs in the page: which control has the focus, what its mark looks like, and whether something lies over it. -1: none of them. */
function whereFocusIs() {
  const { activeElement: one } = document;
  const place = globalThis.placeInMatrix(one);
  if (place < 0) return { place };
  // The field for a file is out of sight: the button in its place has the mark.
  const marked = [one.nextElementSibling, one].find((each) => each && getComputedStyle(each).outlineStyle !== 'none') ?? one;
  const { outlineStyle, outlineWidth, outlineOffset } = getComputedStyle(marked);
  const { x, y, width, height } = marked.getBoundingClientRect();
  const seen = { x: Math.min(Math.max(x + width / 2, 0), innerWidth - 1), y: Math.min((Math.max(y, 0) + Math.min(y + height, innerHeight)) / 2, innerHeight - 1) };
  const above = document.elementFromPoint(seen.x, seen.y);
  return {
    place, x, y, width, height, ring: outlineStyle === 'none' ? 0 : parseFloat(outlineWidth), offset: parseFloat(outlineOffset),
    kind: `${marked.localName} ${marked.className} ${one.type ?? ''} ${!!one.checked}`, window: { width: innerWidth, height: innerHeight },
    covered: above && !marked.contains(above) && !above.contains(marked) && !one.labels?.[0]?.contains(above) ? above.outerHTML.slice(0, 80) : undefined,
  };
}

/** Points in the middle of each side of the mark, and beside it on the far side of the control; only what the window shows. */
function markPoints({ x, y, width, height, ring, offset, window }) {
  const middle = offset + ring / 2;
  const beside = middle + (offset < 0 ? -1 : 1) * (ring / 2 + 1);
  const side = (away) => [
    { x: x - away, y: y + height / 2 }, { x: x + width + away, y: y + height / 2 }, { x: x + width / 2, y: y - away }, { x: x + width / 2, y: y + height + away },
  ];
  const inside = (point) => point.x >= 0 && point.y >= 0 && point.x < window.width - 1 && point.y < window.height - 1;
  return side(middle).map((point, index) => ({ ...point, against: side(beside)[index] })).filter((point) => inside(point) && inside(point.against));
}

/** Kinds of controls whose mark was seen in a picture already, by view. */
const seenKinds = new Set();

async function assertMark(person, at, name) {
  assert.ok(at.ring >= 3, `${name} shows that it has the focus: ${at.ring} px`);
  assert.equal(at.covered, undefined, `nothing lies over ${name}`);
  const kind = `${person.view} ${at.kind}`;
  if (seenKinds.has(kind)) return;
  seenKinds.add(kind);
  await drawn(person);
  const points = markPoints(await person.page.evaluate(whereFocusIs));
  assert.ok(points.length > 0, `the mark of ${name} is in the window`);
  const contrasts = await contrastsIn(person, points);
  assert.deepEqual(points.filter((_, index) => contrasts[index] < 3), [], `the mark of ${name || at.kind} stands out`);
}

async function walkByTab(person, controls, script) {
  await person.page.evaluate(() => globalThis.matrix[0].focus());
  for (const [index, { name }] of controls.entries()) {
    if (index > 0) await person.page.keyboard.press('Tab');
    const at = await person.page.evaluate(whereFocusIs);
    assert.equal(at.place, index, `Tab number ${index} comes to ${name}, not to ${controls[at.place]?.name}`);
    if (index > 0 && script) await assertMark(person, at, name);
  }
  await person.page.keyboard.press('Tab');
  const { place } = await person.page.evaluate(whereFocusIs);
  assert.ok(place < 1, `Tab leaves the page after ${controls.at(-1).name}`); // and comes in again at its beginning
}

/** The way back. A page with scripts notes it itself, which is quicker than asking at each step. */
async function walkBack(person, controls, script) {
  await person.page.evaluate(() => {
    globalThis.matrix.at(-1).focus();
    globalThis.way = [];
    globalThis.noteWay ??= ({ target }) => globalThis.way.push(globalThis.placeInMatrix(target));
    addEventListener('focusin', globalThis.noteWay);
  });
  const way = [];
  for (let left = controls.length - 1; left > 0; left--) {
    await person.page.keyboard.press('Shift+Tab');
    if (!script) way.push(await person.page.evaluate(() => globalThis.placeInMatrix(document.activeElement)));
  }
  const found = script ? await person.page.evaluate(() => globalThis.way.splice(0)) : way;
  assert.deepEqual(found, controls.map((_, index) => index).reverse().slice(1), 'Shift+Tab goes the same way back');
}

/** Within a region no control stands wholly above the one before it. */
function assertOrder(controls) {
  const back = controls.filter(({ region, bottom }, index) => index > 0 && region === controls[index - 1].region && bottom <= controls[index - 1].top);
  assert.deepEqual(back.map(({ name }) => name), [], 'what comes next stands below or beside');
}

/** What the screen must have been like on arrival; gives what the next screen is compared with. */
export async function assertArrived(person, name, before) {
  const now = await person.page.evaluate(() => ({
    screen: `${location.pathname} ${document.getElementById('stage').dataset.screen}`, title: document.title,
    polite: [...document.querySelectorAll('[role=status],[aria-live=polite]')].filter((one) => !one.closest('[hidden]')).length,
    parts: document.querySelectorAll('#parts > section').length, heading: document.activeElement?.localName === 'h1',
  }));
  if (arrivals.has(name)) assert.ok(now.heading, 'a new screen has its focus on its heading');
  if (before && before.screen !== now.screen) assert.notEqual(now.title, before.title, 'another screen has another title');
  // On the rescue page, which has no core to speak for all, each part that does some work speaks for itself.
  assert.ok(now.polite >= 1 && now.polite <= 1 + now.parts, `one region speaks politely, not ${now.polite}`);
  return now;
}

/** Goes through one screen and leaves the focus where it was. */
export async function keysReachAll(person, { script }) {
  const focused = await person.page.evaluateHandle(() => document.activeElement);
  const controls = await person.page.evaluate(collectControls);
  assertOrder(controls);
  await walkByTab(person, controls, script);
  await walkBack(person, controls, script);
  await focused.evaluate((one) => one.focus({ preventScroll: true }));
}
