// The rest of a release, asked for by a person: counted, followed file by file, paused, and a reason when it stops.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { release, World } from './worker_world.mjs';

const rest = Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`/data/tt/${index}.json`, `{"n":${index}}`]));
const one = release({ '/vi/': '<p>nhà', '/data/start.json': '{"v":1}', ...rest });
const bytes = [...one.files].filter(([path]) => path !== '/release.json').reduce((sum, [, body]) => sum + Buffer.byteLength(body), 0);
const shellBytes = Buffer.byteLength('<p>nhà') + Buffer.byteLength('{"v":1}');
const start = { files: 2, of: 11, bytes: shellBytes, ofBytes: bytes, working: false, why: '' };
const whole = { files: 11, of: 11, bytes, ofBytes: bytes, working: false, why: '' };

async function running() {
  const world = new World(one);
  return { world, worker: await world.running(one) };
}

test('what is here is counted, and each file that comes is told', async () => {
  const { worker } = await running();
  assert.deepEqual(await worker.ask({ t: 'rest?' }), [start]);
  const told = await worker.ask({ t: 'rest' });
  assert.deepEqual(told.map(({ files }) => files), [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 11]);
  assert.ok(told.slice(0, -1).every(({ working }) => working));
  assert.deepEqual(told.at(-1), whole);
  assert.deepEqual(await worker.ask({ t: 'rest?' }), [whole]);
});

test('paused by a person it stops after the files on their way, and goes on where it was', async () => {
  const { world, worker } = await running();
  const told = await worker.ask({ t: 'rest' }, ({ files }) => { if (files === 4) void worker.tell({ t: 'pause' }); });
  const last = told.at(-1);
  assert.deepEqual([last.working, last.why], [false, 'paused']);
  assert.ok(last.files >= 4 && last.files <= 6, `${last.files} files`);
  world.asked.length = 0;
  assert.deepEqual((await worker.ask({ t: 'rest' })).at(-1), whole);
  assert.equal(world.asked.length, 11 - last.files, 'only what is missing');
});

test('two pages follow the same download; each file is fetched once', async () => {
  const { world, worker } = await running();
  world.asked.length = 0;
  const [first, second] = await Promise.all([worker.ask({ t: 'rest' }), worker.ask({ t: 'rest' })]);
  assert.deepEqual([first.at(-1), second.at(-1)], [whole, whole]);
  assert.equal(world.asked.length, 9);
});

test('without a network, on a full device and with other files at the server it stops and says why', async () => {
  const { world, worker } = await running();
  world.offline = true;
  assert.deepEqual((await worker.ask({ t: 'rest' })).at(-1), { ...start, why: 'network' });
  world.offline = false;
  world.caches.full = true;
  assert.deepEqual((await worker.ask({ t: 'rest' })).at(-1), { ...start, why: 'full' });
  world.caches.full = false;
  for (const path of Object.keys(rest)) world.damage.set(path, () => new Response('{"n":77}', { headers: { 'Content-Type': 'application/json' } }));
  assert.deepEqual((await worker.ask({ t: 'rest' })).at(-1), { ...start, why: 'changed' });
  world.damage.clear();
  assert.deepEqual((await worker.ask({ t: 'rest' })).at(-1), whole);
});

test('one file that does not come does not hold up the others', async () => {
  const { world, worker } = await running();
  world.damage.set('/data/tt/3.json', () => { throw new TypeError('cut'); });
  const { files, why } = (await worker.ask({ t: 'rest' })).at(-1);
  assert.deepEqual([files, why], [10, 'network']);
});

test('when not even the list is to be had, that is said, too', async () => {
  const { world } = await running();
  world.caches.stores.clear();
  world.offline = true;
  const nothing = { files: 0, of: 0, bytes: 0, ofBytes: 0, working: false, why: 'network' };
  assert.deepEqual(await world.worker(one).ask({ t: 'rest?' }), [nothing]);
  assert.deepEqual((await world.worker(one).ask({ t: 'rest' })).at(-1), nothing);
});
