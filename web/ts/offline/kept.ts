// What the device keeps of one release: a cache of its own, filled with proved files only.
import { fetchListed, isHashed, Mismatch, patiently, proved, readRelease, type Listed, type Release } from './release.js';

const listPath = '/release.json';
const prefix = 'danloi-release-';

/** Name of the cache of a release. */
export const cacheName = (id: string): string => prefix + id;
/** True for the cache of any release. */
export const isRelease = (name: string): boolean => name.startsWith(prefix);

export class Kept {
  private known: Promise<Release> | undefined;

  constructor(readonly id: string) {}

  /** Fetches the whole shell. Nothing is written before every file is proved; what cannot be written is taken back. */
  async install(): Promise<void> {
    const text = await fetchList();
    const shell = [...(await readRelease(text, this.id)).values()].filter(({ tier }) => tier === 'shell');
    const files = await Promise.all(shell.map(async (file) => [file.path, await proofOf(file)] as const));
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

  /** The files of the release that are here, and those that are not. */
  async sorted(): Promise<{ here: Listed[]; missing: Listed[] }> {
    const cache = await this.cache();
    const all = [...(await this.list()).values()];
    const paths = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
    return { here: all.filter(({ path }) => paths.has(path)), missing: all.filter(({ path }) => !paths.has(path)) };
  }

  /** Fetches a file, proves it and keeps it. */
  async keep(file: Listed): Promise<void> {
    await (await this.cache()).put(file.path, await proofOf(file));
  }

  /** A full device keeps less; the file is handed on all the same. */
  private async add(cache: Cache, file: Listed): Promise<Response> {
    const response = await proofOf(file);
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

function fetchList(): Promise<string> {
  return patiently(async (signal) => {
    const response = await fetch(listPath, { cache: 'no-store', redirect: 'error', credentials: 'omit', signal });
    if (!response.ok) throw new Mismatch(`${listPath}: ${response.status}`);
    return response.text();
  });
}

/** The file as it is listed, from the device or from the server. */
async function proofOf(file: Listed): Promise<Response> {
  return await fromOtherRelease(file) ?? fetchListed(file);
}

/** A file that did not change is not fetched again. Pages always are: their headers may have changed. */
async function fromOtherRelease(file: Listed): Promise<Response | undefined> {
  const found = isHashed(file.path) ? await caches.match(file.path) : undefined;
  return found && proved(found, file).catch(() => undefined);
}
