// What the device keeps of one release: a cache of its own, filled with proved files only.
import { fetchListed, isHashed, Mismatch, proved, readRelease, type Listed, type Release } from './release.js';

const listPath = '/release.json';
const prefix = 'danloi-release-';
/** Files fetched side by side in the background. */
const lanes = 3;
/** After so many files that do not come as listed the rest waits for the next start. */
const patience = 3;

/** Name of the cache of a release. */
export const cacheName = (id: string): string => prefix + id;
/** True for the cache of any release. */
export const isRelease = (name: string): boolean => name.startsWith(prefix);

export class Kept {
  private known: Promise<Release> | undefined;
  private resting: Promise<void> | undefined;

  constructor(readonly id: string) {}

  /** Fetches the whole shell. Nothing is written before every file is proved; what cannot be written is taken back. */
  async install(): Promise<void> {
    const text = await fetchList();
    const shell = [...(await readRelease(text, this.id)).values()].filter(({ tier }) => tier === 'shell');
    const files = await Promise.all(shell.map(async (file) => [file.path, await fromOtherRelease(file) ?? await fetchListed(file)] as const));
    const isNew = !(await caches.has(cacheName(this.id)));
    try {
      const cache = await this.cache();
      for (const [path, response] of files) await cache.put(path, response);
      await cache.put(listPath, new Response(text));
    } catch (reason) {
      if (isNew) await caches.delete(cacheName(this.id));
      throw reason;
    }
  }

  /** Fetches what is still missing, file by file; another call goes on where this one stopped. */
  fetchRest(): Promise<void> {
    this.resting ??= this.fillUp().finally(() => { this.resting = undefined; });
    return this.resting;
  }

  /** The file at this path: from the cache or, proved, from the server. Nothing when the release has no such file. */
  async file(path: string): Promise<Response | undefined> {
    const file = (await this.list()).get(path);
    if (!file) return undefined;
    const cache = await this.cache();
    return await cache.match(path) ?? this.add(cache, file);
  }

  /** True when the release has such a file, here or at the server. */
  async lists(path: string): Promise<boolean> {
    return (await this.list()).has(path);
  }

  private async fillUp(): Promise<void> {
    const cache = await this.cache();
    const here = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
    const missing = [...(await this.list()).values()].filter(({ path }) => !here.has(path));
    let failures = 0;
    const lane = async (): Promise<void> => {
      for (let file = missing.shift(); file && failures < patience; file = missing.shift()) {
        await this.add(cache, file).catch(() => { failures++; });
      }
    };
    await Promise.all(Array.from({ length: lanes }, lane));
  }

  /** A full device keeps less; the file is handed on all the same. */
  private async add(cache: Cache, file: Listed): Promise<Response> {
    const response = await fromOtherRelease(file) ?? await fetchListed(file);
    await cache.put(file.path, response.clone()).catch(() => undefined);
    return response;
  }

  /** Browsers may clear caches and keep the worker: then the list is fetched once more. */
  private list(): Promise<Release> {
    this.known ??= this.readList();
    this.known.catch(() => { this.known = undefined; });
    return this.known;
  }

  private async readList(): Promise<Release> {
    const cache = await this.cache();
    const text = await (await cache.match(listPath))?.text() ?? await fetchList();
    const release = await readRelease(text, this.id);
    await cache.put(listPath, new Response(text)).catch(() => undefined);
    return release;
  }

  private cache(): Promise<Cache> {
    return caches.open(cacheName(this.id));
  }
}

async function fetchList(): Promise<string> {
  const response = await fetch(listPath, { cache: 'no-store', redirect: 'error', credentials: 'omit' });
  if (!response.ok) throw new Mismatch(`${listPath}: ${response.status}`);
  return response.text();
}

/** A file that did not change is not fetched again. Pages always are: their headers may have changed. */
async function fromOtherRelease(file: Listed): Promise<Response | undefined> {
  const found = isHashed(file.path) ? await caches.match(file.path) : undefined;
  return found && proved(found, file).catch(() => undefined);
}
