// The static pages (C++) and the DOM layer (TypeScript) make the same elements of the same Screens, and a static page is
// adopted without a single node being made anew.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after, before, test } from 'node:test';
import { join } from 'node:path';
import { launch, openPage, origin } from './browser.mjs';
import { bundled, root } from './load.mjs';

const program = process.env.SAMPLE_SCREENS ?? join(root, 'build/native/sample_screens');
const empty = '<!doctype html><html lang="vi"><body><div id="stage" translate="no"><header id="bar"></header>' +
  '<main id="main" tabindex="-1"></main><aside id="aside"></aside><footer id="foot"></footer></div></body></html>';

let browser;
let script;
let samples;

before(async () => {
  samples = execFileSync(program, [join(root, 'shell/icons.json')], { encoding: 'utf8' }).trim().split('\n').map((line) => JSON.parse(line));
  [browser, script] = await Promise.all([launch(), bundled('dom/page.ts', 'iife')]);
});
after(() => browser?.close());

async function open(html) {
  const opened = await openPage(browser, { '/': ['text/html; charset=utf-8', html] });
  await opened.page.goto(origin + '/');
  await opened.page.addScriptTag({ content: script });
  return opened;
}

/** The stage without what arriving adds: tabindex on the heading that took the focus. */
function stageOf(page) {
  return page.evaluate(() => {
    const copy = document.getElementById('stage').cloneNode(true);
    for (const element of copy.querySelectorAll('[tabindex]:not(#main)')) element.removeAttribute('tabindex');
    // Static pages give keys to what is pressed only; the app adds the others.
    const isKey = (element, name) => name === 'data-b' || (name === 'data-k' && !element.hasAttribute('data-action'));
    const walk = (element) => ({
      tag: element.tagName, space: element.namespaceURI,
      attributes: Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]).filter(([name]) => !isKey(element, name)).sort()),
      children: [...element.childNodes].map((child) => (child.nodeType === 3 ? child.data : walk(child))),
    });
    return walk(copy);
  });
}

test('every kind of block is in the samples', () => {
  const source = JSON.stringify(samples.map(({ screen }) => screen));
  for (const kind of ['heading', 'paragraph', 'progress', 'choices', 'field', 'button', 'link', 'tiles', 'tags', 'facts', 'list',
    'notice', 'table', 'qr', 'writing_lines', 'card', 'disclosure']) assert.ok(source.includes(`"t":"${kind}"`), kind);
});

test('static page and DOM layer agree on every sample', async () => {
  for (const { name, screen, html } of samples) {
    const built = await open(empty.replace(/<div id="stage".*<\/div>/, html));
    const made = await open(empty);
    await made.page.evaluate((wanted) => danloiTest.show(wanted)(), screen);
    assert.deepEqual(await stageOf(made.page), await stageOf(built.page), name);
    assert.deepEqual([...made.faults, ...built.faults], []);
    await Promise.all([made.context.close(), built.context.close()]);
  }
});

test('a static page is adopted: no node is added or removed', async () => {
  for (const { name, screen, html } of samples) {
    const { page, context } = await open(empty.replace(/<div id="stage".*<\/div>/, html));
    const changes = await page.evaluate(async (wanted) => {
      let seen = 0;
      const count = (list) => { seen += list.filter(({ attributeName }) => !['data-k', 'data-b'].includes(attributeName)).length; };
      const watch = new MutationObserver(count);
      watch.observe(document.getElementById('stage'), { childList: true, subtree: true, characterData: true, attributes: true });
      danloiTest.show(wanted)();
      await Promise.resolve();
      count(watch.takeRecords());
      return seen;
    }, screen);
    assert.equal(changes, 0, name);
    await context.close();
  }
});

test('a field in use keeps its text, its place and the focus while everything around it changes', async () => {
  const { page, context } = await open(empty);
  const screen = samples.find(({ name }) => name === 'fields').screen;
  await page.evaluate((wanted) => danloiTest.show(wanted)(), screen);
  await page.locator('[id="k:q-name"]').fill('Lò Thị M');
  const kept = await page.evaluate((wanted) => {
    const field = document.activeElement;
    const blocks = [...wanted.main].reverse();
    const block = blocks.find(({ id }) => id === 'q-name');
    block.value = 'ghi đè';
    block.error = 'Mời bạn xem lại.';
    danloiTest.show({ ...wanted, main: [{ t: 'paragraph', id: 'new', text: 'Mới' }, ...blocks] })();
    return {
      same: document.activeElement === field && field.isConnected, value: field.value,
      order: [...document.getElementById('main').children].map((child) => child.dataset.k ?? child.dataset.b),
      described: field.getAttribute('aria-describedby'),
    };
  }, screen);
  assert.deepEqual(kept, {
    same: true, value: 'Lò Thị M', order: ['new', 'q-many', 'q-name', 'q-place', 'q-birthDate', 'title'], described: 'k:q-name/error',
  });
  await context.close();
});

test('arriving gives the focus to the heading; the same screen again leaves it alone', async () => {
  const { page, context } = await open(empty);
  const [home, question] = ['home', 'question'].map((wanted) => samples.find(({ name }) => name === wanted).screen);
  const focused = () => page.evaluate(() => document.activeElement.dataset.k);
  await page.evaluate((wanted) => danloiTest.show(wanted)(), home);
  await page.evaluate((wanted) => danloiTest.show(wanted)(), question);
  assert.equal(await focused(), 'title');
  assert.equal(await page.title(), question.title);
  await page.locator('[id="k:q-birthPlace/1"]').focus();
  await page.evaluate((wanted) => danloiTest.show(wanted)(), question);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'k:q-birthPlace/1');
  await context.close();
});

test('a refused "continue" leads to what is to be mended', async () => {
  const { page, context } = await open(empty);
  const screen = samples.find(({ name }) => name === 'fields').screen;
  const sound = structuredClone(screen);
  for (const block of sound.main) delete block.error;
  await page.evaluate((wanted) => danloiTest.show(wanted)(), sound);
  await page.getByRole('button', { name: 'Tiếp tục' }).focus();
  await page.evaluate((wanted) => danloiTest.show(wanted)(), screen);
  const reached = page.getByRole('textbox', { name: 'Ngày sinh' });
  assert.equal(await reached.evaluate((element) => element === document.activeElement), true);
  assert.match(await reached.evaluate((element) => document.getElementById(element.getAttribute('aria-describedby').split(' ').at(-1)).textContent), /không có trong lịch/);
  await context.close();
});

test('going back gives the focus to the control that was left', async () => {
  const { page, context } = await open(empty);
  const [home, question] = ['home', 'question'].map((wanted) => samples.find(({ name }) => name === wanted).screen);
  await page.evaluate(([first, second]) => {
    globalThis.danloi = { queue: [], stopped: false, control: '', back: false, early: new Map() };
    danloiTest.show(first)();
    danloi.control = 'p1';
    danloiTest.show(second)();
    danloi.control = 'back';
    danloi.back = true;
    danloiTest.show(first)();
  }, [home, question]);
  assert.equal(await page.evaluate(() => document.activeElement.dataset.k), 'p1');
  await context.close();
});
