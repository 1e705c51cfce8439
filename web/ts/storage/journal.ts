// Keeps what people enter: gathers changes, gives them their order and has them written (writer.ts).
//  - a change has its place in the order of all pages from the moment it is made, whenever it is written
//  - a keystroke is written within 200 ms (the promise is 250 ms), also when the next ones follow fast; everything else at once
//  - the definition that a dossier was begun with is kept like a record, and checked against its hash when it is read
//  - what other pages write comes in by their messages (channel.ts) and is taken field by field, the later number wins
import { Channel } from './channel.js';
import { inTime, isLeftOf, keyOf } from './keeper.js';
import { erasedField, judge, makeRecord, nameOf, Newest, type Entry, type StoredDossier, type StoredRecord } from './records.js';
import { lastWork, stamped, type Work } from './stamp.js';
import type { Store } from './store.js';
import { Writer, type Report } from './writer.js';

const typingMs = 200;

export interface Opened {
  storage: 'ok' | 'none';
  dossiers: StoredDossier[];
}

/** What other pages have written: dossiers as they are now, and ids of erased ones. */
export interface Changed {
  dossiers: StoredDossier[];
  erased: string[];
}

export class Journal {
  /** What was entered last on this device before this page began. */
  before: Work | undefined;
  /** The highest number given to something that was entered here. */
  last = 0;
  private readonly known = new Newest();
  private readonly elsewhere = new Set<string>();
  /** By dossier: the fields entered here since this page came to it, as long as another page may have written what is not known here. */
  private readonly arriving = new Map<string, Map<string, string>>();
  private readonly channel = new Channel((values) => this.hear(values));
  private readonly writer = new Writer((ok, reason) => this.report(ok && !this.denied, ok ? this.denied : reason), (records) => this.channel.tell(records));
  private readonly news = new Set<string>();
  private onNews: ((changed: Changed) => void) | undefined;
  /** Why what was entered last can never be kept. Until something else is entered, no commit is reported as if it were. */
  private denied: 'newer' | undefined;

  /** `page`: the random name of the page in which people enter things. */
  constructor(private readonly stores: Store[], private readonly report: Report, readonly page = '') {}

  /** Reads everything that is kept, from all stores together. Never fails: without a store the app goes on and says so. */
  async open(): Promise<Opened> {
    const held = await this.readAll(this.stores);
    const probed = await Promise.allSettled(this.stores.map((store, index) => (held[index] ? inTime(store.probe()) : Promise.reject(new Error('unread')))));
    this.writer.keepers = this.stores.filter((_, index) => held[index]).map((store) => ({ store, missed: new Map(), pins: new Map() }));
    this.before = lastWork(this.known.records());
    this.mend(held.filter((values) => values !== undefined));
    this.news.clear();
    const usable = this.stores.some((_, index) => held[index] && probed[index]?.status === 'fulfilled');
    return { storage: usable ? 'ok' : 'none', dossiers: this.dossiers };
  }

  /** As they are now. */
  get dossiers(): StoredDossier[] {
    return this.known.read();
  }

  /** Reads the stores again: for what was written by a page that can no longer tell. */
  async refresh(): Promise<void> {
    const keepers = [...this.writer.keepers];
    this.mend(await this.readAll(keepers.map(({ store }) => store)));
  }

  /** Hands over what other pages have written since the start, now and from now on. */
  follow(onNews: (changed: Changed) => void): void {
    this.onNews = onNews;
    this.tellNews();
  }

  /** Records of another page. */
  hear(values: unknown[]): void {
    for (const value of values) {
      if (!this.known.take(value)) continue;
      const { dossier, field } = value as StoredRecord;
      this.news.add(dossier);
      if (field === erasedField) void this.writer.erase(dossier); // or the stores of this page would bring it back
    }
    this.channel.reach(this.known.last);
    this.tellNews();
  }

  /** Another page works on this dossier: what waits is written, nothing new is taken. Gives all of it, written or not. */
  leave(dossier: string): StoredRecord[] {
    this.elsewhere.add(dossier);
    this.arriving.delete(dossier);
    void this.flush();
    return this.known.recordsOf(dossier);
  }

  /** This page comes to the dossier; whose it is and what was written last is not known yet. */
  come(dossier: string): void {
    this.arriving.set(dossier, new Map());
  }

  /** This page has gone before another one let go of the dossier. */
  giveUp(dossier: string): void {
    this.arriving.delete(dossier);
  }

  /** No other page works on it any more, or this one is only going to put it away. What was entered here meanwhile is the newest. */
  enter(dossier: string): void {
    this.elsewhere.delete(dossier);
    const entered = [...this.arriving.get(dossier) ?? []].filter(([field, value]) => this.known.value(dossier, field) !== value);
    this.arriving.delete(dossier);
    if (!entered.length || this.known.isErased(dossier) || this.known.isNewer(dossier)) return;
    for (const [field, value] of entered) this.writer.wait(this.record({ dossier, field, value }));
    void this.flush();
    this.news.add(dossier);
    this.tellNews();
  }

  /** Records fields of a dossier. `typed`: in the middle of typing, so a moment may pass. */
  save(dossier: string, fields: Record<string, string>, typed: boolean): void {
    if (!this.writer.keepers.length) return this.report(false, 'missing');
    if (this.isNewer(dossier)) return;
    if (this.elsewhere.has(dossier) || this.known.isErased(dossier)) return this.report(false, 'elsewhere');
    this.denied = undefined;
    const all = stamped(fields, this.page, this.known.value(dossier, 'page'));
    for (const [field, value] of Object.entries(all)) {
      this.arriving.get(dossier)?.set(field, value);
      this.writer.wait(this.record({ dossier, field, value }));
    }
    if (typed) this.writer.flushIn(typingMs);
    else void this.flush();
  }

  /** Writes what is waiting, now. Resolves when it has been tried. */
  flush(): Promise<void> {
    return this.writer.flush();
  }

  /** True when everything is written: the page may go. */
  get safe(): boolean {
    return this.writer.safe;
  }

  /** True when everything that was entered is written, if not the definitions that go with it. */
  get written(): boolean {
    return this.writer.written;
  }

  /** Forgets a dossier, also what is still waiting of it or has failed to be written. */
  erase(dossier: string): Promise<void> {
    if (!this.writer.keepers.length || this.isNewer(dossier)) return this.flush();
    const word = this.record({ dossier, field: erasedField, value: 'true' });
    this.writer.unpin((hash) => this.known.names(hash));
    return this.writer.erase(dossier, word);
  }

  /** Keeps the definition that a dossier was begun with. Until one store has it nothing is called saved. */
  pin(hash: string, bytes: Uint8Array): Promise<void> {
    return this.writer.pin(hash, bytes);
  }

  /** The bytes kept under a hash, and whole; nothing when no store has them. A store that lacks them gets them. */
  pinned(hash: string): Promise<Uint8Array | undefined> {
    return this.writer.pinned(hash);
  }

  /** Lets go of the stores. */
  close(): void {
    for (const store of this.stores) store.close();
  }

  /** What each store gives; nothing of those that refuse or never answer. */
  private async readAll(stores: Store[]): Promise<(unknown[] | undefined)[]> {
    const read = await Promise.allSettled(stores.map((store) => inTime(store.readAll())));
    const held = read.map((result) => (result.status === 'fulfilled' ? result.value : undefined));
    this.hear(held.flatMap((values) => values ?? []));
    return held;
  }

  /** After reading: damage is set aside, each store gets what it has not, and erased dossiers are erased in all. */
  private mend(held: (unknown[] | undefined)[]): void {
    const newest = this.known.records();
    this.writer.keepers.forEach(({ store, missed }, index) => {
      const values = held[index];
      if (!values) return;
      const damaged = values.filter((value) => judge(value) === 'damaged');
      if (damaged.length) void this.writer.inTurn(() => store.setAside(damaged));
      const known = new Set(values.filter((value) => judge(value) === 'sound').map((value) => keyOf(value as StoredRecord)));
      for (const record of newest) if (!known.has(keyOf(record))) missed.set(nameOf(record), record);
      const left = new Set(values.map((value) => (value as Partial<StoredRecord> | null)?.dossier ?? ''));
      for (const id of left) if (this.known.isErased(id) && values.some((value) => isLeftOf(value, id))) void this.writer.inTurn(() => store.erase(id));
    });
    if (this.writer.keepers.some(({ missed }) => missed.size)) void this.flush();
  }

  private tellNews(): void {
    if (!this.onNews || !this.news.size) return;
    const ids = [...this.news];
    this.news.clear();
    this.onNews({ dossiers: this.known.read(ids), erased: ids.filter((id) => this.known.isErased(id)) });
  }

  /** What a later version of the app has written is refused, and nothing waits: only that version can keep a change. */
  private isNewer(dossier: string): boolean {
    if (!this.known.isNewer(dossier)) return false;
    this.report(false, this.denied = 'newer');
    return true;
  }

  private record(entry: Entry): StoredRecord {
    const record = makeRecord(entry, this.last = this.channel.next());
    this.known.take(record);
    return record;
  }
}
