// Writes what is brought in through the journal, so that numbering, both stores and the truth about saving are the app's.
import { changesOf, compareAll, valueOf, type Change, type Choice, type Comparison } from '../backup/merge.js';
import type { BackupDossier, BackupPin } from '../backup/format.js';
import { gather, metaOf, pinsOf, type Reader } from '../rescue/readers.js';
import { IndexedDbStore } from '../storage/indexeddb.js';
import { Journal } from '../storage/journal.js';
import type { Report } from '../storage/writer.js';
import { LogStore } from '../storage/opfs.js';
import { isPin } from '../storage/pins.js';
import type { StoredDossier } from '../storage/records.js';
import type { Store } from '../storage/store.js';

/** What is brought in, and what the person wants for the comparison at each place. */
export interface Chosen {
  comparisons: Comparison[];
  choice(index: number): Choice;
}

/** The stores of this device. `log`: address of the log's worker. */
export function storesOf(log: string): Store[] {
  return [new IndexedDbStore(), new LogStore(log)];
}

/** The file against what the device holds at this moment; nothing when the device cannot be read. Writes nothing. */
export async function compareNow(dossiers: BackupDossier[], readers: Reader[]): Promise<Comparison[] | undefined> {
  const held = await gather(readers);
  return held.refused === readers.length ? undefined : compareAll(dossiers, held, newId);
}

/** True when the two say the same, whatever ids new dossiers would get. */
export function isSame(a: Comparison[], b: Comparison[]): boolean {
  const seen = (all: Comparison[]): string => JSON.stringify(all.map(({ here, standing, added, conflicts }) => [here?.fields, standing, added, conflicts]));
  return seen(a) === seen(b);
}

/** Definitions in the file that this device lacks for a dossier it has all of: one that could not be written before. */
export async function lackingPins(pins: BackupPin[], comparisons: Comparison[], readers: Pick<Reader, 'getPin'>[]): Promise<BackupPin[]> {
  const own = comparisons.flatMap(({ here, standing }) => (here && standing === 'same' ? [here] : []));
  const needed = new Set(own.map((dossier) => metaOf(dossier).hash));
  const kept = new Set((await pinsOf(own, readers)).map(({ hash }) => hash));
  return pins.filter(({ hash, bytes }) => needed.has(hash) && !kept.has(hash) && isPin(hash, bytes));
}

/** One file brought in, and taken back if the person likes. */
export class Writing {
  private readonly journal: Journal;
  private changes: Change[] = [];

  /** `report` hears each time whether all is written; what is not, the journal tries again by itself. */
  constructor(stores: Store[], private readonly report: Report) {
    this.journal = new Journal(stores, report);
  }

  /** Number of dossiers that change. */
  get changed(): number {
    return this.changes.length;
  }

  /** True when the dossiers are written and definitions that go with them are not. */
  get lacksPins(): boolean {
    return this.journal.written && !this.journal.safe;
  }

  /** Begins to write what was chosen; false when there is nothing to write. Only `report` says that it is safe. */
  async start(chosen: Chosen, pins: BackupPin[]): Promise<boolean> {
    this.changes = changesOf(chosen.comparisons, (index) => chosen.choice(index));
    await this.journal.open();
    if (!this.journal.written) { // no store at all
      this.report(false, 'missing');
      return true;
    }
    const lacking: BackupPin[] = [];
    for (const { hash, bytes } of pins) if (isPin(hash, bytes) && !await this.journal.pinned(hash)) lacking.push({ hash, bytes });
    // In one go, so that no commit says of a part that all is written.
    for (const { id, fields } of this.changes) this.journal.save(id, fields, false);
    for (const { hash, bytes } of lacking) void this.journal.pin(hash, bytes);
    return this.changes.length + lacking.length > 0;
  }

  /** Tries again at once. */
  retry(): Promise<void> {
    return this.journal.flush();
  }

  /** Begins to put back what stood there. A dossier that was worked on since stays as it is; `kept` counts those. */
  async undo(readers: Reader[]): Promise<{ back: number; kept: number }> {
    const { dossiers } = await gather(readers);
    const now = new Map(dossiers.map((dossier) => [dossier.id, dossier]));
    const present = this.changes.filter(({ id }) => now.has(id));
    const untouched = present.filter((change) => isAsWritten(change, now.get(change.id) as StoredDossier));
    for (const { id, before } of untouched) {
      if (before) this.journal.save(id, before, false);
      else void this.journal.erase(id);
    }
    return { back: untouched.length, kept: present.length - untouched.length };
  }
}

function isAsWritten({ fields, before }: Change, now: StoredDossier): boolean {
  const all = before ? Object.keys(fields) : Object.keys({ ...now.fields, ...fields });
  return all.every((name) => valueOf(now, name) === valueOf({ id: '', fields }, name));
}

function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
