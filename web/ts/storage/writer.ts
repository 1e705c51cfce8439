// Writes what the journal hands it to every store, at the right moment, and says the truth about it.
//  - "saved" is reported only after a commit, and only when nothing is waiting; one store is enough, the other is told later
//  - what could not be written stays in memory and is tried again; each failure of all stores is reported
import { append, putPins, readPin, reasonOf, writeInTime, type Keeper } from './keeper.js';
import { nameOf, type StoredRecord } from './records.js';

const firstRetryMs = 1000;
const longestRetryMs = 10_000;

/** `reason`: "quota", "closed", "missing" (no store at all), "newer" or "elsewhere" (not ours to change) or "io". */
export type Report = (ok: boolean, reason?: string) => void;

export class Writer {
  keepers: Keeper[] = [];
  private readonly waiting = new Map<string, StoredRecord>();
  private tail: Promise<void> = Promise.resolve();
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** When the timer ends, in the clock of performance.now(). */
  private due = Infinity;
  private failures = 0;

  /** `onKept` is handed what is on the disk. */
  constructor(private readonly report: Report, private readonly onKept: (records: StoredRecord[]) => void) {}

  /** Takes the place of what waits of the same field. */
  wait(record: StoredRecord): void {
    this.waiting.set(nameOf(record), record);
  }

  /** Writes what is waiting, now. Resolves when it has been tried. */
  flush(): Promise<void> {
    clearTimeout(this.timer);
    this.due = Infinity;
    this.tail = this.tail.then(() => this.write());
    return this.tail;
  }

  /** Writes within `delay` ms: who types without a pause must not put it off. */
  flushIn(delay: number): void {
    const due = performance.now() + delay;
    if (due >= this.due) return;
    clearTimeout(this.timer);
    this.due = due;
    this.timer = setTimeout(() => void this.flush(), delay);
  }

  /** True when everything is written: the page may go. */
  get safe(): boolean {
    return this.written && !this.unpinned;
  }

  /** True when everything that was entered is written, if not the definitions that go with it. */
  get written(): boolean {
    return this.keepers.length > 0 && !this.waiting.size;
  }

  /** Forgets a dossier, also what is still waiting of it or has failed to be written. `word`: the record that says so, when it is not kept yet. */
  erase(dossier: string, word?: StoredRecord): Promise<void> {
    for (const records of [this.waiting, ...this.keepers.map(({ missed }) => missed)]) {
      for (const [name, record] of records) if (record.dossier === dossier) records.delete(name);
    }
    if (word) {
      this.wait(word);
      void this.flush();
    }
    return this.inEach(({ store }) => store.erase(dossier));
  }

  /** Keeps a definition. Until one store has it nothing is called saved. `from` has it already. */
  pin(hash: string, bytes: Uint8Array, from?: Keeper): Promise<void> {
    for (const keeper of this.keepers) if (keeper !== from) keeper.pins.set(hash, bytes);
    return this.flush();
  }

  /** Definitions that nobody asks for any more need not be written. */
  unpin(isNeeded: (hash: string) => boolean): void {
    for (const { pins } of this.keepers) for (const hash of [...pins.keys()]) if (!isNeeded(hash)) pins.delete(hash);
  }

  /** The bytes kept under a hash, and whole; nothing when no store has them. A store that lacks them gets them. */
  async pinned(hash: string): Promise<Uint8Array | undefined> {
    for (const keeper of this.keepers) {
      const bytes = await readPin(keeper, hash);
      if (!bytes) continue;
      void this.pin(hash, bytes, keeper);
      return bytes;
    }
    return undefined;
  }

  /** One thing at a time, in the order asked for; a failure does not stop what follows. */
  inTurn(work: () => Promise<void>): Promise<void> {
    this.tail = this.tail.then(work).catch(() => undefined);
    return this.tail;
  }

  /** Whether there is a definition that no store is known to have. */
  private get unpinned(): boolean {
    return [...this.keepers[0]?.pins.keys() ?? []].some((hash) => this.keepers.every(({ pins }) => pins.has(hash)));
  }

  /** The same in every store; reported only when all refuse. */
  private inEach(work: (keeper: Keeper) => Promise<void>): Promise<void> {
    return this.inTurn(async () => {
      const done = await Promise.allSettled(this.keepers.map((keeper) => writeInTime(work(keeper))));
      const [first] = done;
      if (first?.status === 'rejected' && done.every(({ status }) => status === 'rejected')) this.report(false, reasonOf(first.reason));
    });
  }

  private async write(): Promise<void> {
    const records = [...this.waiting.values()];
    const { unpinned } = this;
    if (!records.length && !this.keepers.some(({ missed, pins }) => missed.size || pins.size)) return;
    this.waiting.clear();
    // A definition is asked for first: no dossier without its own. Neither waits for the other to end.
    const pinning = Promise.allSettled(this.keepers.map(putPins));
    const done = await Promise.allSettled(this.keepers.map((keeper) => append(keeper, records)));
    const pinned = await pinning;
    const refused = [...done, ...pinned].find((result): result is PromiseRejectedResult => result.status === 'rejected');
    const [kept, given] = [done, pinned].map((results) => results.some(({ status }) => status === 'fulfilled'));
    if (kept) this.onKept(records);
    else for (const record of records) if (!this.waiting.has(nameOf(record))) this.waiting.set(nameOf(record), record);
    if (!refused) this.failures = 0;
    else this.flushIn(Math.min(firstRetryMs * 2 ** this.failures++, longestRetryMs));
    if (!kept || (unpinned && !given)) this.report(false, reasonOf(refused?.reason));
    else if (this.safe && (records.length || unpinned)) this.report(true);
  }
}
