// The database of storage/indexeddb.ts, read and never written: on a full disk, where every write fails, in whatever version
// it is. An empty device stays empty: a database made here without stores would be in the app's way.
import type { Reader } from './readers.js';

export class KeptDatabase implements Reader {
  /** All records, also those that were set aside as damaged. */
  async readAll(): Promise<unknown[]> {
    const [records, damaged] = await Promise.all(['records', 'damaged'].map((store) => read(store, (all) => all.getAll() as IDBRequest<unknown[]>)));
    return [...records ?? [], ...damaged ?? []];
  }

  async getPin(hash: string): Promise<Uint8Array | undefined> {
    return read('pins', (pins) => pins.get(hash) as IDBRequest<Uint8Array | undefined>);
  }
}

/** The answer of one request; nothing when there is no such database or store. */
async function read<T>(store: string, ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T | undefined> {
  const database = await open();
  try {
    return database?.objectStoreNames.contains(store) ? await answerTo(ask(database.transaction(store).objectStore(store))) : undefined;
  } finally {
    database?.close(); // held no longer than needed: the app may want to change it
  }
}

function open(): Promise<IDBDatabase | undefined> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('danloi');
    let absent = false;
    request.onupgradeneeded = () => {
      absent = true;
      request.transaction?.abort();
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => (absent ? resolve(undefined) : reject(request.error));
  });
}

function answerTo<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
