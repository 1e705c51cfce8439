// The service worker against a server that fails in every way: whole or nothing, one release a tab, nothing deleted early.
import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { origin, release, World } from './worker_world.mjs';

const one = release({
  '/vi/': '<p>nhà 1 <script src="/assets/app.1111111111.js">', '/en/': '<p>home 1', '/assets/app.1111111111.js': 'app(1)',
  '/assets/core.0000000000.wasm': 'the same core', '/data/start.json': '{"v":1}', '/vi/tt/a/': '<p>a 1', '/data/places/units.json': '{"units":1}',
});
const two = release({
  '/vi/': '<p>nhà 2 <script src="/assets/app.2222222222.js">', '/en/': '<p>home 2', '/assets/app.2222222222.js': 'app(2)',
  '/assets/core.0000000000.wasm': 'the same core', '/data/start.json': '{"v":2}', '/vi/tt/a/': '<p>a 2', '/data/places/units.json': '{"units":2}',
});
const shell = ['/vi/', '/en/', '/assets/app.2222222222.js', '/data/start.json'];
const body = async (answer) => (await answer).text();

const faults = {
  'not found': () => new Response('none', { status: 404, headers: { 'Content-Type': 'text/plain' } }),
  'cut short': (right, type) => new Response(right.slice(0, -1), { headers: { 'Content-Type': type } }),
  'a page instead': () => new Response('<p>sign in', { headers: { 'Content-Type': 'text/html' } }),
  'one byte changed': (right, type) => new Response(`${right.slice(0, -1)}~`, { headers: { 'Content-Type': type } }),
  'of another type': (right) => new Response(right, { headers: { 'Content-Type': 'text/plain' } }),
  'connection cut': () => { throw new TypeError('cut'); },
  'body cut': (right, type) => new Response(new ReadableStream({ start: (flow) => flow.error(new TypeError('cut')) }), { headers: { 'Content-Type': type } }),
};

test('an update fails whole on any fault of any file, and the release in use stays as it was', async () => {
  let tried = 0;
  for (const path of [...shell, '/release.json']) {
    for (const [name, fault] of Object.entries(faults)) {
      if (path === '/release.json' && name === 'of another type') continue; // its own hash proves it
      const world = new World(one);
      const running = await world.running(one);
      const before = world.caches.dump();
      world.served = two;
      world.damage.set(path, fault);
      await assert.rejects(world.worker(two).install(), undefined, `${path}: ${name}`);
      assert.equal(world.caches.dump(), before, `${path}: ${name}`);
      world.offline = true;
      assert.match(await body(running.goTo('/vi/')), /nhà 1/);
      assert.equal(await body(running.get('/assets/app.1111111111.js')), 'app(1)');
      tried++;
    }
  }
  assert.equal(tried, 34);
});

for (const path of ['/data/start.json', '/release.json']) {
  test(`a server that stalls ends the install after its time, without a trace (${path})`, async () => {
    const world = new World(one);
    await world.running(one);
    const before = world.caches.dump();
    world.served = two;
    const stalled = new Promise((reached) => {
      world.damage.set(path, (right, type, signal) => new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
        reached();
      }));
    });
    mock.timers.enable({ apis: ['setTimeout'] });
    try {
      const installing = world.worker(two).install();
      installing.catch(() => undefined);
      await stalled;
      mock.timers.tick(120_000);
      await assert.rejects(installing);
      assert.equal(world.caches.dump(), before);
    } finally {
      mock.timers.reset();
    }
  });
}

test('a full device fails the install and gives back what was written', async () => {
  const world = new World(one);
  world.caches.full = true;
  await assert.rejects(world.worker(one).install(), { name: 'QuotaExceededError' });
  assert.deepEqual(await world.caches.keys(), []);
});

test('a list of another release than the worker’s own is refused', async () => {
  const world = new World(two);
  await assert.rejects(world.worker(one).install());
  const forged = { id: one.id, files: new Map([...one.files, ['/release.json', one.files.get('/release.json').replace('"h"', '"x"')]]) };
  await assert.rejects(new World(forged).worker(one).install());
});

test('a stale copy in the browser is passed by', async () => {
  const world = new World(one);
  const asked = [];
  const real = world.fetch;
  world.fetch = (request, options) => {
    asked.push([request, options?.cache]);
    return request === '/vi/' && options.cache === 'default' ? real('/en/', options) : real(request, options);
  };
  const worker = await world.running(one);
  assert.match(await body(worker.goTo('/vi/')), /nhà 1/);
  assert.deepEqual(asked.filter(([path]) => path === '/vi/').map(([, cache]) => cache), ['default', 'reload']);
});

test('without a network: pages and files of the release, headers included, and home with a word for what is not here', async () => {
  const world = new World(one);
  const worker = await world.running(one);
  world.offline = true;
  const page = await worker.goTo('/vi/?x=1');
  assert.equal(page.headers.get('content-security-policy'), "default-src 'none'");
  assert.equal(await body(worker.get('/assets/app.1111111111.js?2')), 'app(1)');
  const where = async (path) => (await worker.goTo(path)).headers.get('location');
  assert.equal(await where('/'), `${origin}/vi/`);
  assert.equal(await where('/vi'), `${origin}/vi/`);
  assert.equal(await where('/vi/tt/a/'), `${origin}/vi/?offline=%2Fvi%2Ftt%2Fa%2F`);
  assert.equal(await where('/en/tt/unknown/'), `${origin}/en/?offline=%2Fen%2Ftt%2Funknown%2F`);
  assert.equal((await worker.get('/data/places/units.json')).type, 'error');
  assert.equal(await worker.get('/vi/', { method: 'POST' }), undefined, 'only reading is answered');
});

test('the rest comes when the page is idle, goes on where it stopped, and is left when data are saved', async () => {
  const world = new World(one);
  const worker = await world.running(one);
  await worker.tell({ t: 'started', rest: false });
  world.offline = true;
  assert.equal((await worker.goTo('/vi/tt/a/')).status, 302);
  world.offline = false;
  world.damage.set('/data/places/units.json', faults['one byte changed']);
  await worker.tell({ t: 'started', rest: true });
  world.damage.clear();
  world.asked.length = 0;
  await worker.tell({ t: 'started', rest: true });
  assert.deepEqual(world.asked, ['/data/places/units.json'], 'only what is missing');
  world.offline = true;
  assert.match(await body(worker.goTo('/vi/tt/a/')), /a 1/);
  assert.equal(await body(worker.get('/data/places/units.json')), '{"units":1}');
});

test('what a new release shares with the old one is not fetched again', async () => {
  const world = new World(one);
  await world.running(one);
  world.served = two;
  world.asked.length = 0;
  await world.worker(two).install();
  assert.deepEqual(world.asked.filter((path) => path.includes('core')), []);
});

test('a tab stays with its release while another uses the new one, also when the worker was started again', async () => {
  const world = new World(one);
  const old = await world.running(one);
  await old.tell({ t: 'started', rest: true });
  world.served = two;
  world.tabs = ['old tab'];
  await world.running(two);
  world.offline = true;
  const worker = world.worker(two);
  const units = (clientId) => body(worker.get('/data/places/units.json', { clientId }));
  assert.match(await body(worker.goTo('/vi/')), /nhà 2/);
  assert.equal(await body(worker.get('/data/start.json', { clientId: 'old tab' })), '{"v":1}');
  assert.equal(await body(worker.get('/data/start.json', { clientId: 'new tab' })), '{"v":2}');
  assert.equal(await units('old tab'), '{"units":1}');
  assert.equal(await body(worker.get('/assets/app.1111111111.js', { clientId: 'new tab' })), 'app(1)', 'a name made of its content is right anywhere');
});

test('an old cache goes when its last tab has gone, and never while another release is on its way', async () => {
  const world = new World(one);
  await world.running(one);
  world.served = two;
  world.tabs = ['old tab'];
  const worker = await world.running(two);
  const releases = async () => (await world.caches.keys()).filter((name) => name.startsWith('danloi-release-')).length;
  await worker.tell({ t: 'started' });
  assert.equal(await releases(), 2, 'a tab uses it');
  world.tabs = ['new tab'];
  worker.registration.waiting = {};
  await worker.tell({ t: 'started' });
  assert.equal(await releases(), 2, 'another release waits');
  worker.registration.waiting = null;
  await worker.tell({ t: 'started' });
  assert.equal(await releases(), 1);
  assert.match(await body(worker.goTo('/vi/')), /nhà 2/);
});

test('a page that only the server has brings its own release along', async () => {
  const world = new World(one);
  const worker = await world.running(one);
  world.served = two;
  assert.match(await body(worker.goTo('/vi/tt/a/', 'tab')), /a 2/);
  world.asked.length = 0;
  assert.equal(await body(worker.get('/data/start.json', { clientId: 'tab' })), '{"v":2}');
  assert.deepEqual(world.asked, ['/data/start.json'], 'nothing else is asked for');
  assert.equal(await body(worker.get('/data/start.json', { clientId: 'other' })), '{"v":1}');
  assert.equal((await worker.get('/data/places/units.json', { clientId: 'other' })).type, 'error', 'never a file of another release');
});

test('caches that the browser has cleared are filled again', async () => {
  const world = new World(one);
  await world.running(one);
  world.caches.stores.clear();
  const worker = world.worker(one);
  await worker.tell({ t: 'started', rest: true });
  world.offline = true;
  assert.match(await body(worker.goTo('/vi/')), /nhà 1/);
  assert.match(await body(worker.goTo('/vi/tt/a/')), /a 1/);
});

test('every tab is asked to write before the new release is used; one that never answers is not waited for long', async () => {
  const world = new World(one);
  const worker = world.worker(one);
  const told = [];
  world.tabs = ['a', 'frozen'];
  worker.onTab = (tab, message, port) => {
    assert.equal(worker.skipped, false);
    told.push([tab, message.t]);
    if (tab === 'a') port.postMessage(true);
    port.close();
  };
  mock.timers.enable({ apis: ['setTimeout'] });
  try {
    const used = worker.tell({ t: 'use' });
    await new Promise(setImmediate);
    assert.equal(worker.skipped, false);
    mock.timers.tick(2000);
    await used;
  } finally {
    mock.timers.reset();
  }
  assert.deepEqual(told, [['a', 'flush'], ['frozen', 'flush']]);
  assert.equal(worker.skipped, true);
});
