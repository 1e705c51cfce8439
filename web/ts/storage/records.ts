// The record: the one format in which every store keeps what people entered. Readers of a version stay for good.
//
// {v, seq, dossier, field, value, crc, key}
//   v        format version, 1
//   seq      counter, one higher for each record of a store; order is by this counter, never by a clock
//   dossier  id of the dossier
//   field    "meta", "answer.<question>", "paper.<document>", "snapshot", ...
//   value    JSON text
//   key      id of the key the value is sealed with; 0 = plain
//   crc      CRC-32C of the canonical bytes: v, seq, dossier, field, value, key in this order, each written as a
//            netstring: number of UTF-8 bytes in decimal, ":", the bytes, ",". Numbers are written in decimal.
import { crc32c } from './crc32c.js';

export const recordVersion = 1;

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
  damaged: unknown[];
}

/** The newest sound value of each field; what is not sound is handed back to be set aside. */
export function fold(values: unknown[]): Folded {
  const damaged: unknown[] = [];
  const sound: StoredRecord[] = [];
  const newer = new Set<string>();
  for (const value of values) {
    const verdict = judge(value);
    if (verdict === 'sound') sound.push(value as StoredRecord);
    else if (verdict === 'newer') newer.add((value as StoredRecord).dossier);
    else damaged.push(value);
  }
  sound.sort((a, b) => a.seq - b.seq);
  const fields = new Map<string, Map<string, string>>();
  for (const id of newer) fields.set(id, new Map());
  for (const { dossier, field, value } of sound) {
    if (!fields.has(dossier)) fields.set(dossier, new Map());
    fields.get(dossier)?.set(field, value);
  }
  const dossiers = [...fields].map(([id, values]) =>
    ({ id, fields: Object.fromEntries(values), readonly: newer.has(id) }));
  return { dossiers, damaged };
}
