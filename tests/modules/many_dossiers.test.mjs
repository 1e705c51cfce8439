// A device that keeps very much, or something that the core does not take; needs `make site` first.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Visit } from '../../deploy/split.mjs';
import { load } from '../web/load.mjs';

const { Core } = await load('core.ts');
const started = () => Core.start(new Response(readFileSync('build/wasm/core.wasm'), { headers: { 'Content-Type': 'application/wasm' } }));

/** As the journal gives it: a dossier with all that a person may have put in, and the snapshot. */
function dossier(id, more = {}) {
  const meta = { procedure: 'dang-ky-khai-sinh', version: '2026-10-01', hash: '0123456789abcdef', created: '2026-11-01' };
  const answers = Object.fromEntries(Array.from({ length: 12 }, (_, n) => [`answer.q${n}`, JSON.stringify('ế'.repeat(60))]));
  return { id, readonly: false, fields: { meta: JSON.stringify(meta), ...answers, snapshot: JSON.stringify({ title: 'Đăng ký khai sinh', papers: ['x'.repeat(20_000)] }), ...more } };
}

/** Ids of the dossiers that the home page shows. */
function shownAtHome(core) {
  const home = new Visit(core, 'build/split/site');
  home.open('vi/index.html');
  return new Set(JSON.stringify(home.screen).match(/dossier-d\d+/g) ?? []);
}

test('two thousand dossiers are all there at the start', async () => {
  const core = await started();
  assert.equal(core.take(Array.from({ length: 2000 }, (_, n) => dossier(`d${n}`))), 0);
  assert.equal(shownAtHome(core).size, 2000);
});

test('of what sums a dossier up only words and numbers go into the core, however long its lists are', async () => {
  const core = await started();
  const snapshots = [{ title: 'Việc của tôi', papers: Array.from({ length: 9000 }, () => 'ế') }, '{', ['x'.repeat(70_000)]];
  assert.equal(core.take(snapshots.map((one, n) => dossier(`d${n}`, { snapshot: typeof one === 'string' ? one : JSON.stringify(one) }))), 0);
  assert.equal(shownAtHome(core).size, 3);
});

test('a dossier that the core does not take is counted and keeps no other from being shown', async () => {
  const core = await started();
  const tooLong = dossier('d7', { 'answer.q1': JSON.stringify('x'.repeat(70_000)) });
  assert.equal(core.take([dossier('d1'), tooLong, dossier('d2')]), 1);
  assert.deepEqual(shownAtHome(core), new Set(['dossier-d1', 'dossier-d2']));
});
