// What the journal is tested with: stores that fail when told to, and timers in the hand of the test.

/** A store in memory that fails when told to. */
export class TestStore {
  records = [];
  aside = [];
  pins = new Map();
  failures = [];

  fail() {
    const name = this.failures.shift();
    if (name) throw new DOMException('refused', name);
  }
  async readAll() { this.fail(); return this.records; }
  async probe() { this.fail(); }
  async append(records) { this.fail(); this.records.push(...records); }
  async setAside(values) { this.aside.push(...values); }
  async erase(dossier) { this.fail(); this.records = this.records.filter((record) => record.dossier !== dossier || record.field === 'erased'); }
  async putPin(hash, bytes) { this.fail(); this.pins.set(hash, bytes); }
  async getPin(hash) { return this.pins.get(hash); }
}

/** Timers that run when the test says so; Node 18's own mocked ones do not forget a timer that was cleared. */
export function handTimers() {
  const real = { setTimeout, clearTimeout };
  const waiting = new Map();
  let now = 0;
  let last = 0;
  globalThis.setTimeout = (then, delay = 0) => waiting.set(++last, { at: now + delay, then }) && last;
  globalThis.clearTimeout = (id) => waiting.delete(id);
  return {
    tick(time) {
      now += time;
      for (const [id, { at, then }] of [...waiting]) if (at <= now && waiting.delete(id)) then();
    },
    reset: () => Object.assign(globalThis, real),
  };
}

/** Until everything that waits for nothing has happened. */
export const settle = () => new Promise((resolve) => { setImmediate(resolve); });
