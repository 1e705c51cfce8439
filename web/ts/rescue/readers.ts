// Everything that is kept, from every place that keeps it. What one place cannot give does not hold up the others.
import type { BackupPin } from '../backup/format.js';
import { isPin } from '../storage/pins.js';
import { fold, judge, type StoredDossier } from '../storage/records.js';
import { unstamped } from '../storage/stamp.js';
import type { Store } from '../storage/store.js';

/** A place to read from; every Store is one. */
export type Reader = Pick<Store, 'readAll' | 'getPin'>;

/** What a dossier says, wherever it is kept. */
type Kept = Pick<StoredDossier, 'fields'>;

export interface Gathered {
  /** What can be read, begun last first. */
  dossiers: StoredDossier[];
  /** Ids of dossiers that were erased. */
  erased: Set<string>;
  /** Records that are damaged or of a later version, as they are. */
  unread: unknown[];
  /** How many places could not be read. */
  refused: number;
}

/** Some browsers never answer when storage is broken. */
const patienceMs = 3000;

/** Reads all places side by side. Never fails. */
export async function gather(readers: Reader[], patience = patienceMs): Promise<Gathered> {
  const results = await Promise.allSettled(readers.map((reader) => inTime(() => reader.readAll(), patience)));
  const values = results.flatMap((result) => (result.status === 'fulfilled' ? result.value : []));
  const unread = values.filter((value) => judge(value) !== 'sound');
  const { dossiers, erased } = fold(values);
  const entered = dossiers.map((dossier) => ({ ...dossier, fields: unstamped(dossier.fields) })).sort(laterFirst);
  return { dossiers: entered, erased, unread, refused: results.filter(({ status }) => status === 'rejected').length };
}

/** The definitions that these dossiers were begun with, as far as any place has them whole. */
export async function pinsOf(dossiers: Kept[], readers: Pick<Reader, 'getPin'>[]): Promise<BackupPin[]> {
  const hashes = new Set(dossiers.map((dossier) => metaOf(dossier).hash).filter(Boolean));
  const found = await Promise.all([...hashes].map(async (hash) => ({ hash, bytes: await firstPin(hash, readers) })));
  return found.filter((pin): pin is BackupPin => !!pin.bytes);
}

async function firstPin(hash: string, readers: Pick<Reader, 'getPin'>[]): Promise<Uint8Array | undefined> {
  for (const reader of readers) {
    const bytes: unknown = await inTime(() => reader.getPin(hash), patienceMs).catch(() => undefined);
    if (isPin(hash, bytes)) return bytes;
  }
  return undefined;
}

/** What a dossier says of itself; empty where it cannot be read. */
export function metaOf({ fields }: Kept): { procedure: string; hash: string; created: string } {
  const meta = parsed(fields['meta']) as Record<string, unknown> | null;
  const text = (name: string): string => (typeof meta?.[name] === 'string' ? meta[name] : '');
  return { procedure: text('procedure'), hash: text('hash'), created: text('created') };
}

/** The value of a field; nothing when it is absent or no JSON. */
export function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}

function laterFirst(a: StoredDossier, b: StoredDossier): number {
  return metaOf(b).created.localeCompare(metaOf(a).created) || a.id.localeCompare(b.id);
}

function inTime<T>(work: () => Promise<T>, patience: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('no answer')), patience);
    new Promise<T>((done) => { done(work()); }).then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
