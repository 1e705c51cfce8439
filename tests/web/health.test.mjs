// When a drawing is given up: ten slow frames in a row, three lost contexts within a minute; never for less.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './load.mjs';

const { Health } = await load('health.ts');

test('ten frames in a row that are slower than 50 ms are too slow; one quick frame begins anew', () => {
  const health = new Health();
  for (let frame = 1; frame < 10; frame++) assert.equal(health.isTooSlow(51), false, `frame ${frame}`);
  assert.equal(health.isTooSlow(50), false);
  for (let frame = 1; frame < 10; frame++) assert.equal(health.isTooSlow(1000), false, `frame ${frame}`);
  assert.equal(health.isTooSlow(51), true);
});

test('the third loss within a minute is one too many', () => {
  const health = new Health();
  assert.deepEqual([0, 30_000, 60_000, 90_000, 100_000].map((at) => health.isTooFrail(at)), [false, false, false, false, true]);
});
