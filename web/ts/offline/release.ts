// The list of a release (deploy/release.mjs writes it) and the proof of one file against it.

/** One file of a release, as it must come from the server. */
export interface Listed {
  path: string;
  bytes: number;
  type: string;
  sha256: string;
  /** "shell" is fetched before a release is used, "rest" in the background. */
  tier: 'shell' | 'rest';
}

/** Files by path. */
export type Release = ReadonlyMap<string, Listed>;

/** What came is not what the list says: damaged, cut short, or of another release. */
export class Mismatch extends Error {}

/** A name made of its own content: the same bytes in every release. */
export const isHashed = (path: string): boolean => /\.[0-9a-f]{10,64}\.[a-z0-9]+$/.test(path);

/** Longer than a weak network needs for the largest file, shorter than browsers let a worker wait. */
const patienceMs = 120_000;

/** The list in `text`, when it is the one with this id. */
export async function readRelease(text: string, id: string): Promise<Release> {
  const { id: named, ...list } = JSON.parse(text) as { id: string; files: Listed[] };
  if (named !== id || await sha256(new TextEncoder().encode(JSON.stringify(list))) !== id) throw new Mismatch('release.json');
  return new Map(list.files.map((file) => [file.path, file]));
}

/**
 * Fetches a file and proves it. What the browser has already is good enough when it is the right one (a first visit has
 * just loaded most of the shell); when it is not, the server is asked past every cache.
 */
export async function fetchListed(file: Listed): Promise<Response> {
  try {
    return await fetchOnce(file, 'default');
  } catch (reason) {
    if (!(reason instanceof Mismatch)) throw reason;
    return fetchOnce(file, 'reload');
  }
}

function fetchOnce(file: Listed, cache: RequestCache): Promise<Response> {
  return patiently(async (signal) => {
    const options: RequestInit = { cache, redirect: 'error', credentials: 'omit', priority: 'low', signal };
    return proved(await fetch(file.path, options), file);
  });
}

/** Gives up a fetch, and the reading of its answer, after a time: a server that stalls must not hold up a worker for ever. */
export async function patiently<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), patienceMs);
  try {
    return await work(patience.signal);
  } finally {
    clearTimeout(timer);
  }
}

/** The same answer with its whole body, when status, type, length and SHA-256 are those of the list. */
export async function proved(response: Response, file: Listed): Promise<Response> {
  const type = response.headers.get('Content-Type')?.split(';')[0]?.trim().toLowerCase();
  if (response.status !== 200 || type !== file.type) throw new Mismatch(`${file.path}: ${response.status} ${type}`);
  const bytes = await response.arrayBuffer();
  if (bytes.byteLength !== file.bytes || await sha256(bytes) !== file.sha256) throw new Mismatch(file.path);
  // The security policy comes with the headers; those that describe the transfer are no longer true.
  const headers = new Headers(response.headers);
  for (const name of ['Content-Encoding', 'Content-Length', 'Vary']) headers.delete(name);
  return new Response(bytes, { headers });
}

async function sha256(bytes: BufferSource): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
