// core.wasm in two halves (docs/decisions/0020); needs `make site` first.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Visit, pagesOf } from '../../deploy/split.mjs';
import { load } from '../web/load.mjs';

const { Core } = await load('core.ts');
const site = 'build/split/site';
const half = (name) => readFileSync(`build/split/${name}.wasm`);
const asAnswer = (bytes) => new Response(bytes, { headers: { 'Content-Type': 'application/wasm' } });
const firstHalf = () => Core.start(asAnswer(half('core')), '/late.wasm');

/** A browser's request that stands still until it is answered; gives how often one was made. */
function answerNow(given) {
  const asked = { times: 0 };
  globalThis.XMLHttpRequest = class {
    status = given ? 200 : 404;
    responseText = given?.toString('latin1');
    open(_, address, isLater) { assert.deepEqual([address, isLater], ['/late.wasm', false]); }
    overrideMimeType() {}
    send() { asked.times++; }
  };
  return asked;
}

function open(core, page = 'vi/tt/dang-ky-khai-sinh/index.html') {
  const visit = new Visit(core, site);
  visit.open(page);
  return visit;
}

test('every page opens and its questions are gone through without the late half', async () => {
  const asked = answerNow(undefined);
  for (const page of pagesOf(site)) for (const turn of [1, 3]) {
    const visit = open(await firstHalf(), page);
    visit.goOn(turn);
    assert.ok(visit.screen, page);
  }
  assert.equal(asked.times, 0);
});

test('a function of the late half that is called too early is fetched there and then, once', async () => {
  const asked = answerNow(half('core_late'));
  const core = await firstHalf();
  const visit = open(core);
  visit.do({ t: 'go', route: { p: 'settings', id: '' }, push: true });
  assert.equal(visit.screen.id, 'settings');
  visit.do({ t: 'go', route: { p: 'glossary', id: '' }, push: true });
  assert.equal(asked.times, 1);
  assert.ok(core.takes({ t: 'undo' }));
});

test('without a network such a call stops the core instead of going wrong', async () => {
  answerNow(undefined);
  const visit = open(await firstHalf());
  assert.throws(() => visit.do({ t: 'go', route: { p: 'settings', id: '' }, push: true }), { name: 'Error', message: /late\.wasm: 404/ });
});

test('the whole core and its halves say the same', async () => {
  answerNow(undefined);
  globalThis.fetch = async () => asAnswer(half('core_late'));
  const halves = await firstHalf();
  const whole = await Core.start(asAnswer(readFileSync('build/wasm/core.wasm')));
  assert.deepEqual([whole.takes({ t: 'go' }), halves.takes({ t: 'go' }), halves.takes({ t: 'choose' })], [true, false, true]);
  await halves.complete();
  assert.ok(halves.takes({ t: 'go' }));
  for (const page of pagesOf(site)) {
    const seen = [whole, halves].map((core) => {
      const visit = open(core, page);
      visit.goOn(2);
      visit.do({ t: 'go', route: { p: 'settings', id: '' }, push: true });
      return visit.screen;
    });
    assert.deepEqual(seen[1], seen[0], page);
  }
});

test('the late half does not come: the next try may find it', async () => {
  let tries = 0;
  globalThis.fetch = async () => (tries++ === 0 ? new Response('', { status: 503 }) : asAnswer(half('core_late')));
  const core = await firstHalf();
  await assert.rejects(core.complete(), /503/);
  await core.complete();
  assert.deepEqual([tries, core.takes({ t: 'go' })], [2, true]);
});
