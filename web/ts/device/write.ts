// Writes what is brought in through the journal, so that numbering, both stores and the truth about saving are the app's.
import { changeOf, compareAll, valueOf, type Change, type Comparison } from '../backup/merge.js';
import type { BackupDossier, BackupPin } from '../backup/format.js';
import { gather, type Reader } from '../rescue/readers.js';
import { IndexedDbStore } from '../storage/indexeddb.js';
import { Journal, type Report } from '../storage/journal.js';
import { LogStore } from '../storage/opfs.js';
import type { StoredDossier } from '../storage/records.js';
import type { Preview } from './preview.js';

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

/** One file brought in, and taken back if the person likes. */
export class Writing {
  private readonly journal: Journal;
  private changes: Change[] = [];

  /** `report` hears each time whether all is written; what is not, the journal tries again by itself. */
  constructor(log: string, report: Report) {
    this.journal = new Journal([new IndexedDbStore(), new LogStore(log)], report);
  }

  /** Begins to write what was chosen; gives the number of dossiers that change. Only `report` says that they are safe. */
  async start(preview: Preview, pins: BackupPin[]): Promise<number> {
    const changes = preview.comparisons.map((comparison, index) => changeOf(comparison, preview.choice(index)));
    this.changes = changes.filter((change): change is Change => !!change);
    await this.journal.open();
    for (const { hash, bytes } of pins) if (!await this.journal.pinned(hash)) void this.journal.pin(hash, bytes);
    for (const { id, fields } of this.changes) this.journal.save(id, fields, false);
    return this.changes.length;
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
