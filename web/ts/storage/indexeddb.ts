// Records in IndexedDB, written with durability "strict": the default mode loses acknowledged writes in a power cut.
import { erasedField, keptValues, type StoredRecord } from './records.js';
import type { Store } from './store.js';

const databaseName = 'danloi';
const databaseVersion = 1;

type Work<T> = (tx: IDBTransaction) => IDBRequest<T> | void;

export class IndexedDbStore implements Store {
  private opening: Promise<IDBDatabase> | undefined;

  async readAll(): Promise<unknown[]> {
    return this.transact(['records'], (tx) => tx.objectStore('records').getAll() as IDBRequest<unknown[]>, 'readonly');
  }

  async probe(): Promise<void> {
    await this.transact(['probe'], (tx) => { tx.objectStore('probe').put(1, 'written'); });
  }

  async append(records: StoredRecord[]): Promise<void> {
    await this.transact(['records'], (tx) => {
      const store = tx.objectStore('records');
      for (const record of records) store.put(record);
      for (const { dossier, field } of records) prune(store, dossier, field);
    });
  }

  async setAside(values: unknown[]): Promise<void> {
    await this.transact(['records', 'damaged'], (tx) => {
      for (const value of values) {
        tx.objectStore('damaged').add(value);
        const { dossier, field, seq } = value as Partial<StoredRecord>;
        tx.objectStore('records').delete([dossier, field, seq] as IDBValidKey); // its key: it could not be stored without
      }
    });
  }

  async erase(dossier: string): Promise<void> {
    await this.transact(['records', 'damaged'], (tx) => {
      const store = tx.objectStore('records');
      eraseDamaged(tx.objectStore('damaged'), dossier);
      store.delete(IDBKeyRange.bound([dossier], [dossier, erasedField], false, true));
      store.delete(IDBKeyRange.bound([dossier, erasedField, []], [dossier, []]));
    });
  }

  async putPin(hash: string, bytes: Uint8Array): Promise<void> {
    await this.transact(['pins'], (tx) => { tx.objectStore('pins').put(bytes, hash); });
  }

  async getPin(hash: string): Promise<Uint8Array | undefined> {
    return this.transact(['pins'], (tx) => tx.objectStore('pins').get(hash));
  }

  close(): void {
    void this.opening?.then((database) => database.close(), () => undefined);
    this.opening = undefined;
  }

  /** Runs one transaction to its commit. A handle that was closed behind our back is opened again, once. */
  private async transact<T>(stores: string[], work: Work<T>, mode: IDBTransactionMode = 'readwrite'): Promise<T> {
    try {
      return await this.once(stores, work, mode);
    } catch (reason) {
      if (!isClosed(reason)) throw reason;
      this.opening = undefined;
      return this.once(stores, work, mode);
    }
  }

  private async once<T>(stores: string[], work: Work<T>, mode: IDBTransactionMode): Promise<T> {
    const database = await this.open();
    return new Promise<T>((resolve, reject) => {
      const tx = database.transaction(stores, mode, { durability: 'strict' });
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

function eraseDamaged(store: IDBObjectStore, dossier: string): void {
  store.openCursor().onsuccess = (event) => {
    const cursor = (event.target as IDBRequest<IDBCursorWithValue | null>).result;
    if (!cursor) return;
    if ((cursor.value as Partial<StoredRecord> | null)?.dossier === dossier) cursor.delete();
    cursor.continue();
  };
}

/** Lets the oldest values of a field go. */
function prune(store: IDBObjectStore, dossier: string, field: string): void {
  const range = IDBKeyRange.bound([dossier, field], [dossier, field, []]);
  store.getAllKeys(range).onsuccess = (event) => {
    const keys = (event.target as IDBRequest<IDBValidKey[]>).result;
    for (const key of keys.slice(0, -keptValues)) store.delete(key);
  };
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
  database.createObjectStore('records', { keyPath: ['dossier', 'field', 'seq'] });
  database.createObjectStore('damaged', { autoIncrement: true });
  database.createObjectStore('pins');
  database.createObjectStore('probe');
}
