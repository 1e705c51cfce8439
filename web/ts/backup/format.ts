// The back-up file: dossiers and the definitions they were begun with, as a file a person keeps. Decision 0015.
// Readers of every released version stay for good (tests/web/frozen/).
//
// Version 1 is one JSON text in UTF-8, with these line breaks and no others:
//
//   {"danloi":"backup","v":1,"made":"2026-11-22","dossiers":1,"pins":1,"parts":[
//   {"crc":C,"dossier":{"id":"...","fields":{"meta":"JSON text","answer.x":"JSON text"}}},
//   {"crc":C,"pin":{"hash":"...","bytes":"base64"}}
//   ],"length":L,"crc":W}
//
//   made           day on which it was made, of the device's calendar
//   dossiers, pins how many of each there are
//   C              CRC-32C of the text between its comma and the last brace of its line
//   L, W           number of bytes before the last line, and their CRC-32C
//
// Every part is a line with a checksum of its own, so that damage costs one part and not the file. Dossiers are ordered
// by id, fields by name, definitions by hash, all by code unit: the same content gives the same bytes.
// The checksums tell accidents, not forgery: whatever is read here is still what somebody else may have written.
import { crc32c } from '../storage/crc32c.js';

export const backupVersion = 1;

/** A file that is larger is neither made nor read. Ask for the size of a file before reading it. */
export const largestBackup = 8 * 1024 * 1024;

/** What is kept of a dossier: names of fields and their JSON text (storage/records.ts). */
export interface BackupDossier {
  id: string;
  fields: Record<string, string>;
}

/** Bytes of a definition under their hash. */
export interface BackupPin {
  hash: string;
  bytes: Uint8Array;
}

/** CRC-32C of a text's UTF-8 bytes. */
export function sumOf(text: string): number {
  return crc32c(new TextEncoder().encode(text));
}
