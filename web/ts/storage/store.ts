// What the journal asks of a place to keep records. IndexedDB is the first one; others may stand beside it.
import type { Entry, StoredRecord } from './records.js';

export interface Store {
  /** Everything that is kept, unjudged. Also proves by a real write that the store takes any. */
  readAll(): Promise<unknown[]>;
  /** Adds records in one piece; resolves only when they are safe on the disk. All or none are kept. */
  append(entries: Entry[]): Promise<StoredRecord[]>;
  /** Puts damaged records where they are kept but not read. */
  setAside(values: unknown[]): Promise<void>;
  /** Removes every record of a dossier. */
  erase(dossier: string): Promise<void>;
  /** Keeps the bytes of a definition under their hash. */
  putPin(hash: string, bytes: Uint8Array): Promise<void>;
  getPin(hash: string): Promise<Uint8Array | undefined>;
}
