// Keeps what people enter: gathers changes, writes them at the right moment and says the truth about it.
//  - a keystroke is written 200 ms after the last one (the promise is 250 ms), everything else at once
//  - "saved" is reported only after the commit and only when nothing is waiting
//  - what could not be written stays in memory and is tried again; each failure is reported
import { fold, type Entry, type StoredDossier } from './records.js';
import type { Store } from './store.js';

const typingMs = 200;
const firstRetryMs = 1000;
const longestRetryMs = 10_000;

/** `reason`: "quota", "closed", "missing" (no store at all), "newer" (not ours to change) or "io". */
export type Report = (ok: boolean, reason?: string) => void;

export interface Opened {
  storage: 'ok' | 'none';
  dossiers: StoredDossier[];
}

export class Journal {
  private readonly waiting = new Map<string, Entry>();
  private readonly readonly = new Set<string>();
  private tail: Promise<void> = Promise.resolve();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private failures = 0;
  private usable = false;

  constructor(private readonly store: Store, private readonly report: Report) {}

  /** Reads everything that is kept. Never fails: without a store the app goes on and says so. */
  async open(): Promise<Opened> {
    try {
      const { dossiers, damaged } = fold(await this.store.readAll());
      if (damaged.length) await this.store.setAside(damaged);
      for (const dossier of dossiers) if (dossier.readonly) this.readonly.add(dossier.id);
      this.usable = true;
      return { storage: 'ok', dossiers };
    } catch {
      return { storage: 'none', dossiers: [] };
    }
  }

  /** Records fields of a dossier. `typed`: in the middle of typing, so a moment may pass. */
  save(dossier: string, fields: Record<string, string>, typed: boolean): void {
    if (!this.usable) return this.report(false, 'missing');
    if (this.readonly.has(dossier)) return this.report(false, 'newer');
    for (const [field, value] of Object.entries(fields)) {
      this.waiting.set(JSON.stringify([dossier, field]), { dossier, field, value });
    }
    if (typed) this.flushIn(typingMs);
    else void this.flush();
  }

  /** Writes what is waiting, now. Resolves when it has been tried. */
  flush(): Promise<void> {
    clearTimeout(this.timer);
    this.tail = this.tail.then(() => this.write());
    return this.tail;
  }

  /** True when everything is written: the page may go. */
  get safe(): boolean {
    return this.usable && !this.waiting.size;
  }

  /** Forgets a dossier, also what is still waiting of it or has failed to be written. */
  erase(dossier: string): Promise<void> {
    return this.after(() => {
      for (const [name, entry] of this.waiting) if (entry.dossier === dossier) this.waiting.delete(name);
      return this.store.erase(dossier);
    });
  }

  /** Keeps the definition that a dossier was begun with. */
  pin(hash: string, bytes: Uint8Array): Promise<void> {
    return this.after(() => this.store.putPin(hash, bytes));
  }

  /** The bytes kept under a hash; nothing when there are none or the store fails. */
  pinned(hash: string): Promise<Uint8Array | undefined> {
    return this.store.getPin(hash).catch(() => undefined);
  }

  /** One thing at a time, in the order asked for; a failure is reported and does not stop what follows. */
  private after(work: () => Promise<void>): Promise<void> {
    if (!this.usable) return this.tail;
    this.tail = this.tail.then(work).catch((reason: unknown) => this.report(false, nameOf(reason)));
    return this.tail;
  }

  private flushIn(delay: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), delay);
  }

  private async write(): Promise<void> {
    const entries = [...this.waiting.values()];
    if (!entries.length) return;
    this.waiting.clear();
    try {
      await this.store.append(entries);
      this.failures = 0;
      if (!this.waiting.size) this.report(true);
    } catch (reason) {
      this.keepWaiting(entries);
      this.report(false, nameOf(reason));
      this.flushIn(Math.min(firstRetryMs * 2 ** this.failures++, longestRetryMs));
    }
  }

  /** A newer value of the same field may have come while the old one was being written. */
  private keepWaiting(entries: Entry[]): void {
    for (const entry of entries) {
      const name = JSON.stringify([entry.dossier, entry.field]);
      if (!this.waiting.has(name)) this.waiting.set(name, entry);
    }
  }
}

function nameOf(reason: unknown): string {
  const name = reason instanceof Error || reason instanceof DOMException ? reason.name : '';
  if (name === 'QuotaExceededError') return 'quota';
  if (name === 'InvalidStateError' || name === 'AbortError') return 'closed';
  return 'io';
}
