// A world for service workers in Node: a server that can be damaged, caches that several workers share, and tabs.
import { createHash } from 'node:crypto';
import { runInNewContext } from 'node:vm';
import { bundled } from './load.mjs';

export const origin = 'https://danloi.test';
const source = await bundled('sw.ts', 'iife');
const sha256 = (content) => createHash('sha256').update(content).digest('hex');
const typeOf = (path) => ({ js: 'text/javascript', json: 'application/json', wasm: 'application/wasm' })[path.split('.').at(-1)] ?? 'text/html';

/** Cache storage in memory; bodies are bytes, every answer is a new Response. `full` refuses to write. */
export class FakeCaches {
  stores = new Map();
  full = false;

  async open(name) {
    if (!this.stores.has(name)) this.stores.set(name, new Map());
    const store = this.stores.get(name);
    return {
      match: async (path) => answerOf(store.get(path)),
      keys: async () => [...store.keys()].map((path) => ({ url: origin + path })),
      put: async (path, response) => {
        if (this.full) throw new DOMException('full', 'QuotaExceededError');
        store.set(path, { bytes: await response.arrayBuffer(), headers: [...response.headers] });
      },
    };
  }
  async has(name) { return this.stores.has(name); }
  async delete(name) { return this.stores.delete(name); }
  async keys() { return [...this.stores.keys()]; }
  async match(path) { return answerOf([...this.stores.values()].map((store) => store.get(path)).find(Boolean)); }
  /** Everything that is kept, to compare. */
  dump() { return JSON.stringify([...this.stores].map(([name, store]) => [name, [...store].map(([path, { bytes }]) => [path, sha256(Buffer.from(bytes))])])); }
}

function answerOf(kept) {
  return kept && new Response(kept.bytes.slice(0), { headers: kept.headers });
}

/** A release: files by path, and its id. Pages and scripts belong to the shell, what lies deeper in /data/ to the rest. */
export function release(contents) {
  const list = { headers: 'h', files: Object.entries(contents).map(([path, body]) => ({
    path, bytes: Buffer.byteLength(body), type: typeOf(path), sha256: sha256(body), tier: /^\/data\/.+\/|\/tt\//.test(path) ? 'rest' : 'shell',
  })) };
  const id = sha256(JSON.stringify(list));
  return { id, files: new Map([...Object.entries(contents), ['/release.json', JSON.stringify({ id, ...list })]]) };
}

export class World {
  caches = new FakeCaches();
  /** Client ids of open tabs that a worker serves. */
  tabs = [];
  /** Path to what happens instead of the right answer: a function that gives a Response or throws. */
  damage = new Map();
  asked = [];
  offline = false;

  constructor(served) { this.served = served; }

  fetch = async (request, options = {}) => {
    const path = new URL(request.url ?? request, origin).pathname;
    this.asked.push(path);
    if (this.offline) throw new TypeError('no network');
    const damage = this.damage.get(path);
    if (damage) return damage(this.served.files.get(path), typeOf(path), options.signal);
    const body = this.served.files.get(path);
    if (body === undefined) return new Response('none', { status: 404, headers: { 'Content-Type': 'text/plain' } });
    return new Response(body, { headers: { 'Content-Type': `${typeOf(path)}; charset=utf-8`, 'Content-Security-Policy': "default-src 'none'" } });
  };

  /** A worker of this release: as new, or started again by the browser. */
  worker({ id }) { return new FakeWorker(this, id); }

  /** A worker that is installed and in use. */
  async running(release) {
    const worker = this.worker(release);
    await worker.install();
    await worker.fire('activate');
    return worker;
  }
}

class FakeWorker {
  handlers = {};
  registration = { installing: null, waiting: null };
  skipped = false;

  constructor(world, id) {
    const clients = { matchAll: async () => world.tabs.map((tab) => ({ id: tab, postMessage: (message, ports) => this.onTab?.(tab, message, ports[0]) })) };
    const self = { addEventListener: (name, then) => { this.handlers[name] = then; }, clients, registration: this.registration, skipWaiting: async () => { this.skipped = true; } };
    runInNewContext(source.replace('__RELEASE__', id), {
      self, caches: world.caches, fetch: world.fetch, location: { origin }, crypto, Response, Headers, URL, TextEncoder, AbortController, MessageChannel,
      setTimeout: (...given) => setTimeout(...given), clearTimeout: (...given) => clearTimeout(...given), Uint8Array, JSON,
    });
  }

  install() { return this.fire('install'); }

  async fire(name, event = {}) {
    let work;
    this.handlers[name]({ ...event, waitUntil: (given) => { work = given; }, respondWith: (given) => { work = given; } });
    return work;
  }

  /** What a tab gets for this address. */
  get(path, { clientId = '', mode = 'cors', resultingClientId = '', method = 'GET' } = {}) {
    return this.fire('fetch', { request: { url: new URL(path, origin).href, method, mode }, clientId, resultingClientId });
  }

  goTo(path, resultingClientId = 'new') { return this.get(path, { mode: 'navigate', resultingClientId }); }

  tell(data) { return this.fire('message', { data, ports: [] }); }

  /** The same with a port; gives everything the worker says through it. `hear` gets each at once. */
  async ask(data, hear = () => {}) {
    const heard = [];
    await this.fire('message', { data, ports: [{ postMessage: (said) => { heard.push({ ...said }); hear(said); } }] });
    return heard;
  }
}
