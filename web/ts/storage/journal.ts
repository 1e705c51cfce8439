// Keeps what people enter: gathers changes, writes them to every store at the right moment and says the truth about it.
//  - a keystroke is written within 200 ms (the promise is 250 ms), also when the next ones follow fast; everything else at once
//  - "saved" is reported only after a commit, and only when nothing is waiting; one store is enough, the other is told later
//  - what could not be written stays in memory and is tried again; each failure of all stores is reported
import { Counter } from './counter.js';
import { erasedField, fold, judge, makeRecord, nameOf, type Entry, type StoredDossier, type StoredRecord } from './records.js';
import type { Store } from './store.js';

const typingMs = 200;
const firstRetryMs = 1000;
const longestRetryMs = 10_000;
/** A store that says nothing for so long is left alone: some browsers never answer when storage is broken. */
const patienceMs = 2000;

/** `reason`: "quota", "closed", "missing" (no store at all), "newer" (not ours to change) or "io". */
export type Report = (ok: boolean, reason?: string) => void;

export interface Opened {
  storage: 'ok' | 'none';
  dossiers: StoredDossier[];
}

/** A store that took a write at the start, and what it has missed since. */
interface Keeper {
  store: Store;
  missed: Map<string, StoredRecord>;
}

export class Journal {
  private readonly waiting = new Map<string, Entry>();
  private readonly readonly = new Set<string>();
  private readonly counter = new Counter();
  private keepers: Keeper[] = [];
  private tail: Promise<void> = Promise.resolve();
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** When the timer ends, in the clock of performance.now(). */
  private due = Infinity;
  private failures = 0;

  constructor(private readonly stores: Store[], private readonly report: Report) {}

  /** Reads everything that is kept, from all stores together. Never fails: without a store the app goes on and says so. */
  async open(): Promise<Opened> {
    const read = await Promise.allSettled(this.stores.map((store) => inTime(store.readAll())));
    const probed = await Promise.allSettled(this.stores.map((store) => inTime(store.probe())));
    const held = read.map((result) => (result.status === 'fulfilled' ? result.value : undefined));
    const folded = fold(held.flatMap((values) => values ?? []));
    this.keepers = this.stores.filter((_, index) => held[index]).map((store) => ({ store, missed: new Map() }));
    this.counter.reach(folded.last);
    for (const dossier of folded.dossiers) if (dossier.readonly) this.readonly.add(dossier.id);
    this.mend(held.filter((values) => values !== undefined), folded.newest, folded.erased);
    const usable = this.stores.some((_, index) => held[index] && probed[index]?.status === 'fulfilled');
    return { storage: usable ? 'ok' : 'none', dossiers: folded.dossiers };
  }

  /** Records fields of a dossier. `typed`: in the middle of typing, so a moment may pass. */
  save(dossier: string, fields: Record<string, string>, typed: boolean): void {
    if (!this.keepers.length) return this.report(false, 'missing');
    if (this.readonly.has(dossier)) return this.report(false, 'newer');
    for (const [field, value] of Object.entries(fields)) this.wait({ dossier, field, value });
    if (typed) this.flushIn(typingMs);
    else void this.flush();
  }

  /** Writes what is waiting, now. Resolves when it has been tried. */
  flush(): Promise<void> {
    clearTimeout(this.timer);
    this.due = Infinity;
    this.tail = this.tail.then(() => this.write());
    return this.tail;
  }

  /** True when everything is written: the page may go. */
  get safe(): boolean {
    return this.keepers.length > 0 && !this.waiting.size;
  }

  /** Forgets a dossier, also what is still waiting of it or has failed to be written. */
  erase(dossier: string): Promise<void> {
    if (!this.keepers.length) return this.tail;
    for (const [name, entry] of this.waiting) if (entry.dossier === dossier) this.waiting.delete(name);
    for (const { missed } of this.keepers) for (const [name, record] of missed) if (record.dossier === dossier) missed.delete(name);
    this.wait({ dossier, field: erasedField, value: 'true' });
    void this.flush();
    return this.inEach(({ store }) => store.erase(dossier));
  }

  /** Keeps the definition that a dossier was begun with. */
  pin(hash: string, bytes: Uint8Array): Promise<void> {
    return this.inEach(({ store }) => store.putPin(hash, bytes));
  }

  /** The bytes kept under a hash; nothing when no store has them. */
  async pinned(hash: string): Promise<Uint8Array | undefined> {
    for (const { store } of this.keepers) {
      const bytes = await store.getPin(hash).catch(() => undefined);
      if (bytes) return bytes;
    }
    return undefined;
  }

  /** Lets go of the stores. */
  close(): void {
    for (const store of this.stores) store.close();
  }

  /** After reading: damage is set aside, each store gets what only the other had, and erased dossiers are erased in both. */
  private mend(held: unknown[][], newest: StoredRecord[], erased: Set<string>): void {
    this.keepers.forEach(({ store, missed }, index) => {
      const values = held[index] ?? [];
      const damaged = values.filter((value) => judge(value) === 'damaged');
      if (damaged.length) void this.inTurn(() => store.setAside(damaged));
      const known = new Set(values.filter((value) => judge(value) === 'sound').map((value) => keyOf(value as StoredRecord)));
      for (const record of newest) if (!known.has(keyOf(record)) && !goesWith(erased, record)) missed.set(nameOf(record), record);
      for (const id of erased) if (values.some((value) => isLeftOf(value, id))) void this.inTurn(() => store.erase(id));
    });
    if (this.keepers.some(({ missed }) => missed.size)) void this.flush();
  }

  private wait(entry: Entry): void {
    this.waiting.set(nameOf(entry), entry);
  }

  /** Writes within `delay` ms: who types without a pause must not put it off. */
  private flushIn(delay: number): void {
    const due = performance.now() + delay;
    if (due >= this.due) return;
    clearTimeout(this.timer);
    this.due = due;
    this.timer = setTimeout(() => void this.flush(), delay);
  }

  /** One thing at a time, in the order asked for; a failure does not stop what follows. */
  private inTurn(work: () => Promise<void>): Promise<void> {
    this.tail = this.tail.then(work).catch(() => undefined);
    return this.tail;
  }

  /** The same in every store; reported only when all refuse. */
  private inEach(work: (keeper: Keeper) => Promise<void>): Promise<void> {
    return this.inTurn(async () => {
      const done = await Promise.allSettled(this.keepers.map(work));
      const [first] = done;
      if (first?.status === 'rejected' && done.every(({ status }) => status === 'rejected')) this.report(false, reasonOf(first.reason));
    });
  }

  private async write(): Promise<void> {
    const entries = [...this.waiting.values()];
    if (!entries.length && !this.keepers.some(({ missed }) => missed.size)) return;
    this.waiting.clear();
    const records = entries.map((entry) => makeRecord(entry, this.counter.next()));
    const done = await Promise.allSettled(this.keepers.map((keeper) => append(keeper, records)));
    const refused = done.find((result): result is PromiseRejectedResult => result.status === 'rejected');
    const kept = done.some(({ status }) => status === 'fulfilled');
    if (!kept) for (const entry of entries) if (!this.waiting.has(nameOf(entry))) this.wait(entry);
    if (!refused) this.failures = 0;
    else this.flushIn(Math.min(firstRetryMs * 2 ** this.failures++, longestRetryMs));
    if (!kept) this.report(false, reasonOf(refused?.reason));
    else if (!this.waiting.size && entries.length) this.report(true);
  }
}

function inTime<T>(promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new DOMException('no answer', 'TimeoutError')), patienceMs);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** Writes to one store, together with what it has missed. What it refuses is missed until it takes it. */
async function append({ store, missed }: Keeper, records: StoredRecord[]): Promise<void> {
  for (const record of records) missed.set(nameOf(record), record);
  const all = [...missed.values()];
  if (!all.length) return;
  await store.append(all);
  for (const record of all) if (missed.get(nameOf(record)) === record) missed.delete(nameOf(record));
}

function keyOf(record: StoredRecord): string {
  return `${record.seq} ${nameOf(record)}`;
}

/** Whether the record belongs to an erased dossier and is not the one that says so. */
function goesWith(erased: Set<string>, { dossier, field }: StoredRecord): boolean {
  return erased.has(dossier) && field !== erasedField;
}

function isLeftOf(value: unknown, id: string): boolean {
  const record = value as Partial<StoredRecord> | null;
  return typeof record === 'object' && record?.dossier === id && record.field !== erasedField;
}

function reasonOf(reason: unknown): string {
  const name = reason instanceof Error || reason instanceof DOMException ? reason.name : '';
  if (name === 'QuotaExceededError') return 'quota';
  if (name === 'InvalidStateError' || name === 'AbortError') return 'closed';
  return 'io';
}
