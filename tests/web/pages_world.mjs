// A browser with several pages in Node: two stores, locks and channels that all pages share, clocks and failures in the hand of
// seeded dice. Everything that a browser does behind a page's back is an event; one at a time happens, in an order thrown.

const settle = () => new Promise((resolve) => { setImmediate(resolve); });
const real = { setTimeout, clearTimeout, BroadcastChannel, Date };

/** Milliseconds that pass when nothing else happens. */
const tick = 25;

/** As the real stores do: a few values of a field are kept. */
function prune(records, dossier, field) {
  const values = records.filter((record) => record.dossier === dossier && record.field === field).sort((a, b) => a.seq - b.seq);
  for (const record of values.slice(0, -3)) records.splice(records.indexOf(record), 1);
}

export class World {
  now = 0;
  clock = 0;
  /** Page whose code runs at the moment. */
  page;
  failures = 0;
  stores = [[], []];
  events = [];
  channels = [];
  locks = new Map();
  timers = new Map();
  #lastTimer = 0;

  constructor(die) {
    this.die = die;
    const world = this;
    globalThis.setTimeout = (then, delay = 0) => {
      this.timers.set(++this.#lastTimer, { page: this.page, at: this.now + delay, then });
      return this.#lastTimer;
    };
    globalThis.clearTimeout = (id) => this.timers.delete(id);
    globalThis.BroadcastChannel = class { constructor(name) { return world.#channel(name); } };
    globalThis.Date = class extends real.Date {
      constructor(...parts) { super(...(parts.length ? parts : [Date.UTC(2026, 10, 22) + world.clock + world.now])); }
    };
  }

  reset() { Object.assign(globalThis, real); }

  /** Runs code of a page until it waits for something. */
  async run(page, code) {
    this.page = page;
    code();
    await settle();
  }

  /** Something that happens later. Events of one lane keep their order. */
  later(page, lane, happen, lost = () => undefined) {
    this.events.push({ page, lane, happen, lost, since: this.now });
  }

  /** One event, or a moment passes. */
  async step() {
    const ready = this.#ready();
    if (ready.length && this.die(10)) return this.#happen(this.die.of(ready));
    for (const event of ready.filter(({ since }) => since < this.now)) if (this.events.includes(event)) await this.#happen(event);
    this.now += tick;
    for (const [id, { page, at, then }] of [...this.timers]) {
      if (at > this.now || page?.frozen) continue;
      if (this.timers.delete(id) && page?.alive) await this.run(page, then);
    }
  }

  /** Until nothing waits any more but timers that are `ticks` away. */
  async quiet(ticks = 80) {
    for (let left = ticks; left > 0; left = this.events.length ? ticks : left - 1) await this.step();
  }

  /** Ends at once, like a power cut: of what it has handed to the disk, some first part is written. */
  async kill(page) {
    page.alive = false;
    const own = this.events.filter((event) => event.page === page);
    this.events = this.events.filter((event) => event.page !== page);
    const written = this.die(own.length + 1);
    own.forEach(({ lost }, index) => lost(index < written));
    for (const [name, { held, queue }] of this.locks) {
      this.locks.get(name).queue = queue.filter((request) => request.page !== page);
      if (held?.page === page) this.#grantNext(name);
    }
    this.channels = this.channels.filter((channel) => channel.page !== page);
    await settle();
  }

  holderOf(name) { return this.locks.get(name)?.held?.page; }

  /** The first event of each lane, of pages that are not frozen. */
  #ready() {
    const lanes = new Map();
    for (const event of this.events) if (!lanes.has(event.lane)) lanes.set(event.lane, event);
    return [...lanes.values()].filter(({ page }) => !page?.frozen);
  }

  async #happen(event) {
    this.events.splice(this.events.indexOf(event), 1);
    await this.run(event.page, event.happen);
  }

  #channel(name) {
    const channel = { name, page: this.page, onmessage: null };
    channel.postMessage = (data) => {
      const text = JSON.stringify(data);
      for (const other of this.channels.filter((one) => one !== channel && one.name === name)) {
        this.later(other.page, `${channel.page.name} to ${other.page.name} by ${name}`, () => other.onmessage?.({ data: JSON.parse(text) }));
      }
    };
    this.channels.push(channel);
    return channel;
  }

  /** One of the two stores, as a page sees it. */
  store(index, page) {
    const does = (work) => new Promise((resolve, reject) => {
      const fails = this.die(1000) < this.failures;
      this.later(page, `${page.name} store ${index}`, () => {
        if (fails) return reject(new DOMException('refused', 'QuotaExceededError'));
        resolve(work());
      }, (written) => written && !fails && work());
    });
    const records = this.stores[index];
    return {
      readAll: () => does(() => structuredClone(records)),
      probe: () => does(() => undefined),
      append: (list) => does(() => {
        records.push(...structuredClone(list));
        for (const { dossier, field } of list) prune(records, dossier, field);
      }),
      setAside: () => does(() => undefined),
      erase: (id) => does(() => {
        records.splice(0, Infinity, ...records.filter(({ dossier, field }) => dossier !== id || field === 'erased'));
      }),
      close() {},
    };
  }

  /** navigator.locks of a page. */
  locksOf(page) {
    return { request: (name, options, work) => new Promise((resolve, reject) => {
      const request = { page, name, work, resolve, reject };
      options.signal?.addEventListener('abort', () => this.#giveUp(request));
      this.later(page, `lock ${page.name}`, () => this.#ask(request, options), () => undefined);
    }) };
  }

  #ask(request, { ifAvailable, steal, signal }) {
    if (signal?.aborted) return;
    const lock = this.locks.get(request.name) ?? { held: undefined, queue: [] };
    this.locks.set(request.name, lock);
    if (steal && lock.held) this.#rob(lock.held);
    if (steal || !(lock.held || lock.queue.length)) this.#grant(lock, request);
    else if (ifAvailable) request.resolve(request.work(null));
    else lock.queue.push(request);
  }

  #giveUp(request) {
    const lock = this.locks.get(request.name);
    if (lock?.held === request) return;
    if (lock) lock.queue = lock.queue.filter((one) => one !== request);
    request.reject(new DOMException('given up', 'AbortError'));
  }

  #rob(request) {
    this.later(request.page, `lock ${request.page.name}`, () => request.reject(new DOMException('stolen', 'AbortError')));
  }

  #grant(lock, request) {
    lock.held = request;
    this.later(request.page, `lock ${request.page.name}`, async () => {
      await request.work({});
      if (lock.held === request) this.#grantNext(request.name);
      request.resolve();
    });
  }

  #grantNext(name) {
    const lock = this.locks.get(name);
    lock.held = undefined;
    const next = lock.queue.shift();
    if (next) this.#grant(lock, next);
  }
}
