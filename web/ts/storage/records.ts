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
  if (!Number.isSafeInteger(record.v) || (record.v as number) <= recordVersion) return isSound(record) ? 'sound' : 'damaged';
  return isSound({ ...record, v: recordVersion }) ? 'damaged' : 'newer'; // one of ours whose version was damaged
}

function isSound(record: Partial<StoredRecord>): boolean {
  return hasShape(record) && record.crc === crc32c(canonicalBytes(record));
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

/** The same number twice comes of two pages at one moment: the sum decides, so that every page decides alike. */
export function comesAfter(record: StoredRecord, other: StoredRecord | undefined): boolean {
  return !other || record.seq > other.seq || (record.seq === other.seq && record.crc > other.crc);
}

/** A field of a dossier, as the key of a map. */
export function nameOf({ dossier, field }: Entry): string {
  return JSON.stringify([dossier, field]);
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
  const all = new Newest();
  for (const value of values) all.take(value);
  const newest = all.records();
  const erased = new Set(newest.filter(({ field }) => field === erasedField).map(({ dossier }) => dossier));
  return { dossiers: all.read(), newest, erased, last: all.last };
}

/** The newest sound value of each field, from records in whatever order: of stores, of other pages, of this page. */
export class Newest {
  /** The highest number seen so far. */
  last = 0;
  private readonly dossiers = new Map<string, Map<string, StoredRecord>>();
  private readonly newer = new Set<string>();

  /** True when the record changes something. What is damaged is passed over. */
  take(value: unknown): boolean {
    const verdict = judge(value);
    if (verdict === 'damaged') return false;
    const record = value as StoredRecord;
    if (Number.isSafeInteger(record.seq)) this.last = Math.max(this.last, record.seq);
    const fields = this.fieldsOf(record.dossier);
    if (verdict === 'newer') this.newer.add(record.dossier);
    else if (!fields.has(erasedField) && comesAfter(record, fields.get(record.field))) return put(fields, record);
    return false;
  }

  /** The newest record of each field; of an erased dossier, the one that says so. */
  records(): StoredRecord[] {
    return [...this.dossiers.values()].flatMap((fields) => [...fields.values()]);
  }

  recordsOf(dossier: string): StoredRecord[] {
    return [...this.dossiers.get(dossier)?.values() ?? []];
  }

  /** Those of these ids that are there and not erased. */
  read(ids: Iterable<string> = this.dossiers.keys()): StoredDossier[] {
    return [...ids].filter((id) => this.dossiers.has(id) && !this.isErased(id)).map((id) =>
      ({ id, fields: Object.fromEntries(this.recordsOf(id).map(({ field, value }) => [field, value])), readonly: this.isNewer(id) }));
  }

  /** JSON text of a field. */
  value(dossier: string, field: string): string | undefined {
    return this.dossiers.get(dossier)?.get(field)?.value;
  }

  /** Whether a dossier that is left was begun with the definition of this hash. */
  names(hash: string): boolean {
    return this.records().some(({ field, value }) => field === 'meta' && value.includes(JSON.stringify(hash)));
  }

  isErased(dossier: string): boolean {
    return this.dossiers.get(dossier)?.has(erasedField) === true;
  }

  /** Whether a later version of the app has written to it. */
  isNewer(dossier: string): boolean {
    return this.newer.has(dossier);
  }

  private fieldsOf(dossier: string): Map<string, StoredRecord> {
    const fields = this.dossiers.get(dossier) ?? new Map<string, StoredRecord>();
    this.dossiers.set(dossier, fields);
    return fields;
  }
}

function put(fields: Map<string, StoredRecord>, record: StoredRecord): true {
  if (record.field === erasedField) fields.clear();
  fields.set(record.field, record);
  return true;
}
