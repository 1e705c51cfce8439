// One store of the journal, and what it has missed.
import { comesAfter, erasedField, nameOf, type StoredRecord } from './records.js';
import { isPin } from './pins.js';
import type { Store } from './store.js';

/** A store that says nothing for so long is left alone: some browsers never answer when storage is broken. */
const patienceMs = 2000;
/** A write may take longer on a busy disk; one that never ends must not hold up the other store. */
const writingMs = 5000;

/** A store that took a write at the start, and what it has missed since. */
export interface Keeper {
  store: Store;
  missed: Map<string, StoredRecord>;
  /** Definitions by hash that it is to have, too. */
  pins: Map<string, Uint8Array>;
}

/** Fails when there is no answer in time. */
export function inTime<T>(promise: Promise<T>, ms = patienceMs): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new DOMException('no answer', 'TimeoutError')), ms);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** The same for what writes. A write that ends later all the same does no harm: the next try writes the same records. */
export function writeInTime<T>(promise: Promise<T>): Promise<T> {
  return inTime(promise, writingMs);
}

/** Writes to one store, together with what it has missed. What it refuses is missed until it takes it. */
export async function append({ store, missed }: Keeper, records: StoredRecord[]): Promise<void> {
  for (const record of records) if (comesAfter(record, missed.get(nameOf(record)))) missed.set(nameOf(record), record);
  const all = [...missed.values()];
  if (!all.length) return;
  await writeInTime(store.append(all));
  for (const record of all) if (missed.get(nameOf(record)) === record) missed.delete(nameOf(record));
}

/** Gives one store the definitions that it is to have. */
export async function putPins({ store, pins }: Keeper): Promise<void> {
  for (const [hash, bytes] of pins) {
    await writeInTime(store.putPin(hash, bytes));
    pins.delete(hash);
  }
}

/** The definition that one store has, or is to have, under this hash; nothing when it has none, or a damaged one. */
export async function readPin({ store, pins }: Keeper, hash: string): Promise<Uint8Array | undefined> {
  const bytes: unknown = pins.get(hash) ?? await inTime(store.getPin(hash)).catch(() => undefined);
  return isPin(hash, bytes) ? bytes : undefined;
}

/** A record as the key of a set. */
export function keyOf(record: StoredRecord): string {
  return `${record.seq} ${nameOf(record)}`;
}

/** Whether it is something of a dossier other than the word that it is erased. */
export function isLeftOf(value: unknown, id: string): boolean {
  const record = value as Partial<StoredRecord> | null;
  return typeof record === 'object' && record?.dossier === id && record.field !== erasedField;
}

/** Why a store refused, in the words of Report. */
export function reasonOf(reason: unknown): string {
  const name = reason instanceof Error || reason instanceof DOMException ? reason.name : '';
  if (name === 'QuotaExceededError') return 'quota';
  if (name === 'InvalidStateError' || name === 'AbortError') return 'closed';
  return 'io';
}
