// Makes calls of storage fail, in the page (the database) or in the log's worker (the file system): the n-th, or each of them.

/** Runs inside the page or the worker. `n` 0 fails every call. Each failure is told on the channel "danloi-faults". */
export function failCalls({ n, kind }) {
  const channel = new BroadcastChannel('danloi-faults');
  let calls = 0;
  const wrap = (owner, names, inPromise) => {
    for (const name of names) {
      const real = owner?.prototype[name];
      if (!real) continue;
      owner.prototype[name] = function (...given) {
        if (++calls !== n && n !== 0) return real.apply(this, given);
        channel.postMessage(name);
        const fault = new DOMException('made to fail', kind);
        if (inPromise) return Promise.reject(fault);
        throw fault;
      };
    }
  };
  wrap(globalThis.IDBFactory, ['open'], false);
  wrap(globalThis.IDBDatabase, ['transaction'], false);
  wrap(globalThis.IDBObjectStore, ['put', 'add', 'delete', 'get', 'getAll', 'getAllKeys', 'openCursor'], false);
  wrap(globalThis.StorageManager, ['getDirectory'], true);
  wrap(globalThis.FileSystemDirectoryHandle, ['getDirectoryHandle', 'getFileHandle', 'removeEntry'], true);
  wrap(globalThis.FileSystemFileHandle, ['getFile', 'createSyncAccessHandle'], true);
  wrap(globalThis.FileSystemSyncAccessHandle, ['read', 'write', 'flush', 'truncate', 'getSize'], false);
}

/** Runs inside the page or the worker: while "full" was the last word on the channel "danloi-disk", every write is refused. */
export function refuseWhenFull() {
  let full = false;
  new BroadcastChannel('danloi-disk').onmessage = ({ data }) => { full = data === 'full'; };
  const wrap = (owner, names) => {
    for (const name of names) {
      const real = owner?.prototype[name];
      if (!real) continue;
      owner.prototype[name] = function (...given) {
        if (full) throw new DOMException('made to fail', 'QuotaExceededError');
        return real.apply(this, given);
      };
    }
  };
  wrap(globalThis.IDBObjectStore, ['put', 'add']);
  wrap(globalThis.FileSystemSyncAccessHandle, ['write', 'flush']);
}

/** Puts a function in front of the page's scripts, of the worker's, or both; a side without an argument is left alone. */
export async function putBefore(page, work, { database, log }) {
  if (database) await page.addInitScript(work, database);
  if (!log) return;
  await page.route(/\/assets\/log\.[0-9a-f]+\.js/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `(${work})(${JSON.stringify(log)});${await response.text()}` });
  });
}
