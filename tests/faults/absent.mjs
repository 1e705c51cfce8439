// A browser that lacks something, or refuses it at the first use: in the page, in the log's worker and in the service worker.
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeRelease } from '../../deploy/release.mjs';
import { start } from '../../deploy/serve.mjs';

const built = process.env.SITE ?? fileURLToPath(new URL('../../build/site', import.meta.url));

/** What may be wrong with each; '' is nothing. */
export const faults = {
  database: ['missing', 'throws', 'fails'],
  files: ['missing', 'throws', 'no handles'],
  caches: ['missing', 'throws'],
  worker: ['missing', 'throws', 'refuses'],
};

/** Runs inside a page or a worker: takes away what `absent` names, {database, files, caches, worker}. */
export function takeAway({ database, files, caches, worker }) {
  const refuse = () => { throw new DOMException('made to fail', 'SecurityError'); };
  const rejects = () => Promise.reject(new DOMException('made to fail', 'SecurityError'));
  const put = (owner, name, property) => { if (owner) Object.defineProperty(owner, name, { configurable: true, ...property }); };
  const fails = () => {
    const request = new EventTarget();
    request.error = new DOMException('made to fail', 'InvalidStateError');
    setTimeout(() => request.onerror?.(new Event('error')));
    return request;
  };
  if (database === 'missing') put(globalThis, 'indexedDB', { value: undefined });
  if (database === 'throws') put(globalThis, 'indexedDB', { get: refuse });
  if (database === 'fails') put(globalThis.IDBFactory?.prototype, 'open', { value: fails });
  if (files === 'missing') delete globalThis.StorageManager?.prototype.getDirectory;
  if (files === 'throws') put(globalThis.StorageManager?.prototype, 'getDirectory', { value: rejects });
  if (files === 'no handles') delete globalThis.FileSystemFileHandle?.prototype.createSyncAccessHandle;
  if (caches === 'missing') put(globalThis, 'caches', { value: undefined });
  if (caches === 'throws') for (const name of ['open', 'match', 'keys', 'has', 'delete']) put(globalThis.CacheStorage?.prototype, name, { value: rejects });
  if (worker === 'missing') delete globalThis.Navigator?.prototype.serviceWorker;
  if (worker === 'throws') put(globalThis.Navigator?.prototype, 'serviceWorker', { get: refuse });
  if (worker === 'refuses') put(globalThis.ServiceWorkerContainer?.prototype, 'register', { value: rejects });
}

/** Runs inside the page: each worker is told what is absent by its name. */
function nameWorkers(absent) {
  const Real = globalThis.Worker;
  globalThis.Worker = class extends Real {
    constructor(address, options) { super(address, { ...options, name: JSON.stringify(absent) }); }
  };
}

/** The page of this person, and the workers it starts on a site of `startAbsent`, from here on. */
export async function lack(page, absent) {
  await page.addInitScript(takeAway, absent);
  await page.addInitScript(nameWorkers, absent);
}

/** The built site on a server of its own, whose workers do what they are told: `set` is for the service worker. */
export async function startAbsent() {
  const root = mkdtempSync(join(tmpdir(), 'danloi-absent-'));
  cpSync(built, root, { recursive: true, preserveTimestamps: true });
  const [log] = readdirSync(join(root, 'assets')).filter((name) => /^log\.[0-9a-f]+\.js$/.test(name)).map((name) => join(root, 'assets', name));
  writeFileSync(log, `(${takeAway})(JSON.parse(self.name || '{}'));${readFileSync(log, 'utf8')}`);
  const { id } = JSON.parse(readFileSync(join(root, 'release.json'), 'utf8'));
  const worker = join(root, 'sw.js');
  writeFileSync(worker, readFileSync(worker, 'utf8').replace(id, '__RELEASE__'));
  for (const packed of [`${log}.br`, `${worker}.br`, join(root, 'release.json.br')]) rmSync(packed, { force: true });
  writeRelease(root);
  const plain = readFileSync(worker, 'utf8');
  const server = await start({ port: 0, root });
  return {
    site: server.url.replace(/\/$/, ''),
    set: (absent) => writeFileSync(worker, `(${takeAway})(${JSON.stringify(absent)});${plain}`),
    async end() {
      await server.close();
      rmSync(root, { recursive: true });
    },
  };
}
