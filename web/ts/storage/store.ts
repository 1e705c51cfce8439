// What the journal asks of a place to keep records. There are two, written together: IndexedDB and a log in the origin's own
// file system. Either may fail; what one of them has is kept.
import type { StoredRecord } from './records.js';

export interface Store {
  /** Everything that is kept, unjudged. Writes nothing: on a full disk, what is there can still be read. */
  readAll(): Promise<unknown[]>;
  /** Proves by a real write that the store takes any. */
  probe(): Promise<void>;
  /** Adds records in one piece; resolves only when they are safe on the disk. All or none are kept. */
  append(records: StoredRecord[]): Promise<void>;
  /** Puts damaged values, as readAll gave them, where they are kept but not read. */
  setAside(values: unknown[]): Promise<void>;
  /** Removes every record of a dossier, damaged ones too, but the one that says it is erased. */
  erase(dossier: string): Promise<void>;
  /** Keeps the bytes of a definition under their hash. Those that it has already are left in peace. */
  putPin(hash: string, bytes: Uint8Array): Promise<void>;
  /** Bytes as they are found: nobody has looked at them. */
  getPin(hash: string): Promise<Uint8Array | undefined>;
  /** Lets go of what it holds; the next call takes it up again. */
  close(): void;
}
