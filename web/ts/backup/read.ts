// Reads a back-up file that may come from anywhere: size, kind, version and checksums first, JSON only where the sum is right.
import { fromBase64 } from './base64.js';
import { backupVersion, largestBackup, sumOf, type BackupDossier, type BackupPin } from './format.js';
import { crc32c } from '../storage/crc32c.js';

/** A break inside a text is written as two signs, so each of these ends a line. */
const lineBreak = 10;

/** No part is shorter: a hostile file of millions of short lines costs no time. */
const shortestPart = 38;

/**
 * Why a file was not read. `large`: over 8 MB. `foreign`: no back-up of ours. `newer`: of a later version of the app.
 * `damaged`: ours, but no dossier in it is whole.
 */
export type Refusal = 'large' | 'foreign' | 'newer' | 'damaged';

/**
 * What was read. `whole` is false when anything in the file is not as it was made: then the person is told. What is given
 * is right all the same. `lost`: parts the file once held that could not be read; `made` is empty when it is not sure.
 */
export interface Backup {
  made: string;
  dossiers: BackupDossier[];
  pins: BackupPin[];
  whole: boolean;
  lost: number;
}

export type Reading = { ok: true; backup: Backup } | { ok: false; reason: Refusal };

/** Never throws and never gives a part whose checksum is wrong. */
export function readBackup(bytes: Uint8Array): Reading {
  if (bytes.length > largestBackup) return { ok: false, reason: 'large' };
  const version = versionOf(bytes);
  if (version === undefined) return { ok: false, reason: 'foreign' };
  if (version > backupVersion) return { ok: false, reason: 'newer' };
  const backup = readVersion1(bytes);
  return backup.whole || backup.dossiers.length ? { ok: true, backup } : { ok: false, reason: 'damaged' };
}

/** From the first bytes alone. */
function versionOf(bytes: Uint8Array): number | undefined {
  const found = /^\{"danloi":"backup","v":([1-9]\d{0,8}),/.exec(String.fromCharCode(...bytes.subarray(0, 34)));
  return found ? Number(found[1]) : undefined;
}

function readVersion1(bytes: Uint8Array): Backup {
  const dossiers: BackupDossier[] = [];
  const pins: BackupPin[] = [];
  for (const line of linesOf(bytes)) {
    const part = partOf(line);
    if (part && 'dossier' in part) dossiers.push(part.dossier);
    if (part && 'pin' in part) pins.push(part.pin);
  }
  const head = headOf(bytes);
  const lost = head ? Math.max(0, head.dossiers - dossiers.length) + Math.max(0, head.pins - pins.length) : 0;
  const whole = !!head && lost === 0 && endsRight(bytes);
  return { made: whole ? head.made : '', dossiers, pins, whole, lost };
}

/** What the first line says; nothing when it is damaged. */
function headOf(bytes: Uint8Array): { made: string; dossiers: number; pins: number } | undefined {
  const [first] = linesOf(bytes);
  const [, made, dossiers, pins] = /^\{"danloi":"backup","v":1,"made":"([\d-]{10})","dossiers":(\d{1,6}),"pins":(\d{1,6}),"parts":\[$/
    .exec(textOf(first ?? bytes) ?? '') ?? [];
  return made ? { made, dossiers: Number(dossiers), pins: Number(pins) } : undefined;
}

/** The last line names the length and the sum of all before it, and ends the file. */
function endsRight(bytes: Uint8Array): boolean {
  const body = bytes.subarray(0, bytes.lastIndexOf(lineBreak, -2) + 1);
  return textOf(bytes.subarray(body.length)) === `],"length":${body.length},"crc":${crc32c(body)}}\n`;
}

type Part = { dossier: BackupDossier } | { pin: BackupPin };

/** What a line holds; nothing when it holds none or is damaged. */
function partOf(line: Uint8Array): Part | undefined {
  if (line.length < shortestPart) return undefined;
  const [, sum, summed] = /^\{"crc":(\d{1,10}),(.+)\},?$/s.exec(textOf(line) ?? '') ?? [];
  if (!summed || Number(sum) !== sumOf(summed)) return undefined;
  try {
    const { dossier, pin } = JSON.parse(`{${summed}}`) as { dossier?: BackupDossier; pin?: { hash: string; bytes: string } };
    if (dossier) return isDossier(dossier) ? { dossier } : undefined;
    return typeof pin?.hash === 'string' && typeof pin.bytes === 'string' ? { pin: { hash: pin.hash, bytes: fromBase64(pin.bytes) } } : undefined;
  } catch {
    return undefined;
  }
}

function isDossier({ id, fields }: BackupDossier): boolean {
  return typeof id === 'string' && typeof fields === 'object' && fields !== null && !Array.isArray(fields) &&
    Object.values(fields).every((value) => typeof value === 'string');
}

/** The bytes between line breaks, one after the other: a hostile file may have millions of them. */
function* linesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let from = 0; from < bytes.length;) {
    const at = bytes.indexOf(lineBreak, from);
    const to = at < 0 ? bytes.length : at;
    yield bytes.subarray(from, to);
    from = to + 1;
  }
}

/** Nothing when the bytes are not UTF-8. A byte order mark stays: it would not be ours. */
function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
