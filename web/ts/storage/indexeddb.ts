// Records in IndexedDB, written with durability "strict": the default mode loses acknowledged writes in a power cut.
import { judge, makeRecord, type Entry, type StoredRecord } from './records.js';
import type { Store } from './store.js';

const databaseName = 'danloi';
const databaseVersion = 1;

/** So many values of one field are kept, for the case that the newest is damaged. */
const keptValues = 3;

export class IndexedDbStore implements Store {
  private opening: Promise<IDBDatabase> | undefined;
  /** Order numbers of the records of each field, as far as this page has seen them, oldest first. */
  private readonly seen = new Map<string, number[]>();

  async readAll(): Promise<unknown[]> {
    const values: unknown[] = await this.transact(['records', 'probe'], (tx) => {
      tx.objectStore('probe').put(1, 'written');
      return tx.objectStore('records').getAll() as IDBRequest<unknown[]>;
    });
    this.seen.clear();
    for (const value of values) if (judge(value) === 'sound') this.note(value as StoredRecord);
    return values;
  }

  async append(entries: Entry[]): Promise<StoredRecord[]> {
    const written: StoredRecord[] = [];
    await this.transact(['records'], (tx) => {
      written.length = 0;
      const records = tx.objectStore('records');
      // Read inside the transaction: two tabs can then never give the same number.
      records.openKeyCursor(null, 'prev').onsuccess = (event) => {
        const last = (event.target as IDBRequest<IDBCursor | null>).result?.key;
        let seq = typeof last === 'number' ? last : 0;
        for (const entry of entries) {
          const record = makeRecord(entry, ++seq);
          records.add(record);
          written.push(record);
          for (const old of this.outdated(record)) records.delete(old);
        }
      };
    });
    for (const record of written) {
      this.forget(record);
      this.note(record);
    }
    return written;
  }

  async setAside(values: unknown[]): Promise<void> {
    await this.transact(['records', 'damaged'], (tx) => {
      for (const value of values) {
        tx.objectStore('damaged').add(value);
        const seq = (value as { seq?: unknown } | null)?.seq;
        if (typeof seq === 'number') tx.objectStore('records').delete(seq);
      }
    });
  }

  async erase(dossier: string): Promise<void> {
    await this.transact(['records'], (tx) => {
      const records = tx.objectStore('records');
      records.index('dossier').openKeyCursor(IDBKeyRange.only(dossier)).onsuccess = (event) => {
        const cursor = (event.target as IDBRequest<IDBCursor | null>).result;
        if (!cursor) return;
        records.delete(cursor.primaryKey);
        cursor.continue();
      };
    });
  }

  async putPin(hash: string, bytes: Uint8Array): Promise<void> {
    await this.transact(['pins'], (tx) => { tx.objectStore('pins').put(bytes, hash); });
  }

  async getPin(hash: string): Promise<Uint8Array | undefined> {
    return this.transact(['pins'], (tx) => tx.objectStore('pins').get(hash));
  }

  private note(record: StoredRecord): void {
    const name = nameOf(record);
    this.seen.set(name, [...(this.seen.get(name) ?? []), record.seq]);
  }

  private forget(record: StoredRecord): void {
    this.seen.set(nameOf(record), (this.seen.get(nameOf(record)) ?? []).slice(1 - keptValues));
  }

  /** What has to go so that `record` is the last of the values that are kept. */
  private outdated(record: StoredRecord): number[] {
    return (this.seen.get(nameOf(record)) ?? []).slice(0, 1 - keptValues);
  }

  /** Runs one transaction to its commit. A handle that was closed behind our back is opened again, once. */
  private async transact<T>(stores: string[], work: (tx: IDBTransaction) => IDBRequest<T> | void): Promise<T> {
    try {
      return await this.once(stores, work);
    } catch (reason) {
      if (!isClosed(reason)) throw reason;
      this.opening = undefined;
      return this.once(stores, work);
    }
  }

  private async once<T>(stores: string[], work: (tx: IDBTransaction) => IDBRequest<T> | void): Promise<T> {
    const database = await this.open();
    return new Promise<T>((resolve, reject) => {
      const tx = database.transaction(stores, 'readwrite', { durability: 'strict' });
      const request = work(tx);
      tx.oncomplete = () => resolve(request?.result as T);
      tx.onabort = () => reject(tx.error ?? new DOMException('aborted', 'AbortError'));
      // A request that fails aborts the transaction, which reports it.
    });
  }

  private open(): Promise<IDBDatabase> {
    this.opening ??= openDatabase(() => { this.opening = undefined; });
    this.opening.catch(() => { this.opening = undefined; });
    return this.opening;
  }
}

function nameOf(record: StoredRecord): string {
  return JSON.stringify([record.dossier, record.field]);
}

/** InvalidStateError: used after closing. AbortError: closed by the browser in the middle of the work. */
function isClosed(reason: unknown): boolean {
  return reason instanceof DOMException && (reason.name === 'InvalidStateError' || reason.name === 'AbortError');
}

/** A database that a newer version of the app has made is opened as it is: records say themselves who may write. */
function openDatabase(onClosed: () => void): Promise<IDBDatabase> {
  return openVersion(databaseVersion, onClosed).catch((reason: unknown) => {
    if (reason instanceof DOMException && reason.name === 'VersionError') return openVersion(undefined, onClosed);
    throw reason;
  });
}

function openVersion(version: number | undefined, onClosed: () => void): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(databaseName, version);
    request.onupgradeneeded = () => createStores(request.result);
    request.onerror = () => reject(request.error ?? new Error('indexeddb'));
    request.onblocked = () => reject(new DOMException('blocked', 'BlockedError'));
    request.onsuccess = () => {
      const database = request.result;
      database.onclose = onClosed;
      // Another tab wants to delete or upgrade the database: holding on would block it for ever.
      database.onversionchange = () => {
        database.close();
        onClosed();
      };
      resolve(database);
    };
  });
}

function createStores(database: IDBDatabase): void {
  database.createObjectStore('records', { keyPath: 'seq' }).createIndex('dossier', 'dossier');
  database.createObjectStore('damaged', { autoIncrement: true });
  database.createObjectStore('pins');
  database.createObjectStore('probe');
}
