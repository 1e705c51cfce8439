// The record: the one format in which every store keeps what people entered. Readers of a version stay for good.
//
// {v, seq, dossier, field, value, crc, key}
//   v        format version, 1
//   seq      counter of the device, one higher for each record; order is by this counter, never by a clock
//   dossier  id of the dossier
//   field    "meta", "answer.<question>", "paper.<document>", "snapshot", ...; "erased" says that the dossier is gone for good
//   value    JSON text
//   key      id of the key the value is sealed with; 0 = plain
//   crc      CRC-32C of the canonical bytes: v, seq, dossier, field, value, key in this order, each written as a
//            netstring: number of UTF-8 bytes in decimal, ":", the bytes, ",". Numbers are written in decimal.
import { crc32c } from './crc32c.js';

export const recordVersion = 1;

/** So many values of one field are kept, for the case that the newest is damaged. */
export const keptValues = 3;

/** The field of the record that is left of a dossier that was erased: no store may bring it back. */
export const erasedField = 'erased';

export interface StoredRecord {
  v: number;
  seq: number;
  dossier: string;
  field: string;
  value: string;
  crc: number;
  key: number;
}

/** What is to be recorded, before it has its place in the order. */
export interface Entry {
  dossier: string;
  field: string;
  value: string;
}

export function makeRecord(entry: Entry, seq: number): StoredRecord {
  const record = { v: recordVersion, seq, ...entry, crc: 0, key: 0 };
  return { ...record, crc: crc32c(canonicalBytes(record)) };
}

/** The bytes that the checksum covers. */
export function canonicalBytes(record: StoredRecord): Uint8Array {
  const encoder = new TextEncoder();
  const parts = [record.v, record.seq, record.dossier, record.field, record.value, record.key].map(String);
  return encoder.encode(parts.map((part) => `${encoder.encode(part).length}:${part},`).join(''));
}

export type Verdict = 'sound' | 'newer' | 'damaged';

/** `newer`: written by a later version of the app, whose checksum we may not know how to reckon. */
export function judge(value: unknown): Verdict {
  const record = value as Partial<StoredRecord> | null;
  if (typeof record !== 'object' || record === null || typeof record.dossier !== 'string') return 'damaged';
  if (Number.isSafeInteger(record.v) && (record.v as number) > recordVersion) return 'newer';
  return hasShape(record) && record.crc === crc32c(canonicalBytes(record)) ? 'sound' : 'damaged';
}

function hasShape(record: Partial<StoredRecord>): record is StoredRecord {
  return record.v === recordVersion && Number.isSafeInteger(record.seq) && record.key === 0 &&
    typeof record.dossier === 'string' && typeof record.field === 'string' && typeof record.value === 'string';
}

/** A dossier as the core takes it: field name to JSON text. */
export interface StoredDossier {
  id: string;
  fields: Record<string, string>;
  /** True when a newer version of the app has written to it: then it is shown and never changed. */
  readonly: boolean;
}

export interface Folded {
  dossiers: StoredDossier[];
  /** The newest sound record of each field. */
  newest: StoredRecord[];
  /** Ids of dossiers that were erased. */
  erased: Set<string>;
  /** The highest number given so far. */
  last: number;
}

/** What several stores hold, together: the newest sound value of each field. What is damaged is passed over. */
export function fold(values: unknown[]): Folded {
  const newer = new Set<string>();
  const newest = new Map<string, StoredRecord>();
  let last = 0;
  for (const value of values) {
    const verdict = judge(value);
    if (verdict === 'damaged') continue;
    const record = value as StoredRecord;
    if (Number.isSafeInteger(record.seq)) last = Math.max(last, record.seq);
    if (verdict === 'newer') newer.add(record.dossier);
    else if (comesAfter(record, newest.get(nameOf(record)))) newest.set(nameOf(record), record);
  }
  const erased = new Set([...newest.values()].filter(({ field }) => field === erasedField).map(({ dossier }) => dossier));
  return { dossiers: dossiersOf([...newest.values()], newer, erased), newest: [...newest.values()], erased, last };
}

/** The same number twice comes of two tabs at one moment: the sum decides, so that every tab decides alike. */
function comesAfter(record: StoredRecord, other: StoredRecord | undefined): boolean {
  return !other || record.seq > other.seq || (record.seq === other.seq && record.crc > other.crc);
}

/** A field of a dossier, as the key of a map. */
export function nameOf({ dossier, field }: Entry): string {
  return JSON.stringify([dossier, field]);
}

function dossiersOf(newest: StoredRecord[], newer: Set<string>, erased: Set<string>): StoredDossier[] {
  const fields = new Map<string, Map<string, string>>();
  for (const id of newer) fields.set(id, new Map());
  for (const { dossier, field, value } of newest) {
    if (!fields.has(dossier)) fields.set(dossier, new Map());
    fields.get(dossier)?.set(field, value);
  }
  return [...fields].filter(([id]) => !erased.has(id)).map(([id, values]) =>
    ({ id, fields: Object.fromEntries(values), readonly: newer.has(id) }));
}
