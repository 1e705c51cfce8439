// The first script alone, before any core: answers are taken at once and queued, fields are read the right way, and
// nobody is led away from the page.
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { launch, openPage, origin } from './browser.mjs';
import { bundled } from './load.mjs';

const control = (action) => `data-action='${JSON.stringify(action)}'`;
const html = `<!doctype html><html lang="vi"><body><a class="skip" href="#main">Đến nội dung</a>
  <div id="stage" data-screen="x"><main id="main" tabindex="-1"><h1>Câu hỏi</h1>
  <input type="radio" name="r" id="a" ${control({ t: 'choose', q: 'r', v: 'a' })}><label for="a">Ở nhà</label>
  <input type="radio" name="r" id="b" ${control({ t: 'choose', q: 'r', v: 'b' })}><label for="b">Ở viện</label>
  <input type="checkbox" id="c" ${control({ t: 'check', q: 'm', v: 'c' })}><label for="c">Cha mẹ</label>
  <label for="n">Họ tên</label><input id="n" data-kind="text" ${control({ t: 'type', q: 'n' })}>
  <label for="d">Ngày sinh</label><input id="d" data-kind="date" ${control({ t: 'type', q: 'd' })}>
  <label for="s">Tìm</label><input id="s" type="search" data-kind="search" ${control({ t: 'search' })}>
  <a href="/next" ${control({ t: 'open', id: 'p' })}>Thủ tục</a> <a href="https://listed.example/">Nơi nộp</a>
  <a href="https://elsewhere.example/">Nơi lạ</a></main>
  <footer id="foot"><button class="button primary" data-k="go" ${control({ t: 'continue' })}>Tiếp tục</button></footer></div>
  <script type="module" src="/boot.js" data-app="" data-hosts="listed.example"></script></body></html>`;

let browser;
let script;
let opened;
let page;

before(async () => { [browser, script] = await Promise.all([launch(), bundled('boot.ts')]); });
after(() => browser?.close());
beforeEach(async () => {
  opened = await openPage(browser, {
    '/': ['text/html; charset=utf-8', html], '/boot.js': ['text/javascript', script], '/next': ['text/html', '<title>next</title>'],
  });
  page = opened.page;
  await page.goto(origin + '/');
  await page.waitForFunction(() => performance.getEntriesByName('danloi:interactive').length === 1);
});
afterEach(() => opened.context.close());

const queue = () => page.evaluate(() => (globalThis.danloi?.queue ?? []).map(({ action }) => action));

test('choices and buttons are queued in order, and the choice shows at once', async () => {
  await page.getByLabel('Ở nhà').check();
  await page.getByLabel('Cha mẹ').check();
  await page.getByLabel('Cha mẹ').uncheck();
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  assert.deepEqual(await queue(), [
    { t: 'choose', q: 'r', v: 'a' }, { t: 'check', q: 'm', v: 'c', on: true }, { t: 'check', q: 'm', v: 'c', on: false }, { t: 'continue' },
  ]);
  assert.equal(await page.getByLabel('Ở nhà').isChecked(), true);
});

test('typing is one action in the queue, the last one', async () => {
  await page.getByLabel('Họ tên').pressSequentially('Lò Thị');
  await page.getByLabel('Tìm').focus();
  assert.deepEqual(await queue(), [{ t: 'type', q: 'n', value: 'Lò Thị' }]);
});

test('nothing is sent in the middle of a composition, everything at its end', async () => {
  const client = await opened.context.newCDPSession(page);
  await page.getByLabel('Họ tên').focus();
  await client.send('Input.imeSetComposition', { text: 'tie', selectionStart: 3, selectionEnd: 3 });
  await client.send('Input.imeSetComposition', { text: 'tiế', selectionStart: 3, selectionEnd: 3 });
  assert.deepEqual(await queue(), []);
  await client.send('Input.insertText', { text: 'tiếng' });
  assert.deepEqual(await queue(), [{ t: 'type', q: 'n', value: 'tiếng' }]);
});

test('a date is handed over as it is typed, so that half a one is not lost either', async () => {
  const date = page.getByLabel('Ngày sinh');
  await date.pressSequentially('01/11');
  assert.equal((await queue()).at(-1).value, '01/11');
  await date.pressSequentially('/2026');
  assert.deepEqual((await queue()).at(-1), { t: 'type', q: 'd', value: '01/11/2026' });
});

test('Enter in an input presses the primary button, with the text sent before it', async () => {
  await page.getByLabel('Ngày sinh').fill('1/2/26');
  await page.getByLabel('Ngày sinh').press('Enter');
  assert.deepEqual(await queue(), [{ t: 'type', q: 'd', value: '1/2/26' }, { t: 'continue' }]);
});

test('a lone half of a pair of code units does not reach the core', async () => {
  await page.getByLabel('Họ tên').evaluate((input) => {
    input.value = 'a\udc00b';
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  });
  assert.deepEqual(await queue(), [{ t: 'type', q: 'n', value: 'a\ufffdb' }]);
});

test('a link is a link as long as there is nothing to lose', async () => {
  await page.getByRole('link', { name: 'Thủ tục' }).click();
  await page.waitForURL(origin + '/next');
});

test('with an answer given, a link waits for the core', async () => {
  await page.getByLabel('Ở viện').check();
  await page.getByRole('link', { name: 'Thủ tục' }).click();
  assert.deepEqual((await queue()).at(-1), { t: 'open', id: 'p' });
  assert.equal(page.url(), origin + '/');
});

test('the way past the bar leads to the content and leaves the address alone', async () => {
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'main');
  assert.equal(page.url(), origin + '/');
});

test('nothing leads to a foreign place but a listed link that was pressed', async () => {
  const left = await page.evaluate(() => {
    location.href = 'https://elsewhere.example/?x';
    return [window.open('https://elsewhere.example/'), globalThis.RTCPeerConnection, globalThis.WebTransport];
  });
  assert.deepEqual(left, [null, undefined, undefined]);
  await page.getByRole('link', { name: 'Nơi lạ' }).click();
  assert.equal(await page.title(), '');
  assert.equal(page.url(), origin + '/');
  const [request] = await Promise.all([
    page.waitForRequest('https://listed.example/'), page.getByRole('link', { name: 'Nơi nộp' }).click(),
  ]);
  assert.equal(request.isNavigationRequest(), true);
});
