// Makes the back-up file. See format.ts for its bytes.
import { toBase64 } from './base64.js';
import { backupVersion, largestBackup, sumOf, type BackupDossier, type BackupPin } from './format.js';
import { crc32c } from '../storage/crc32c.js';

/** Nothing when the file would be larger than one that is read: then less has to go into it. `made`: "2026-11-22". */
export function makeBackup(dossiers: BackupDossier[], pins: BackupPin[], made: string): Uint8Array | undefined {
  const parts = [
    ...sorted(dossiers, ({ id }) => id).map((dossier) => part('dossier', dossierText(dossier))),
    ...sorted(pins, ({ hash }) => hash).map((pin) => part('pin', pinText(pin))),
  ];
  const head = `{"danloi":"backup","v":${backupVersion},"made":${JSON.stringify(made)},"dossiers":${dossiers.length},"pins":${pins.length},"parts":[`;
  const body = new TextEncoder().encode(`${head}\n${parts.join(',\n')}${parts.length ? '\n' : ''}`);
  const end = new TextEncoder().encode(`],"length":${body.length},"crc":${crc32c(body)}}\n`);
  return body.length + end.length > largestBackup ? undefined : joined(body, end);
}

/** Name of the file: the day only, nothing about the person or the matter. */
export function backupName(made: string): string {
  return `dan-loi-${made}.json`;
}

function part(kind: 'dossier' | 'pin', text: string): string {
  const summed = `"${kind}":${text}`;
  return `{"crc":${sumOf(summed)},${summed}}`;
}

/** Written by hand: an object would put names that look like numbers before all others. */
function dossierText({ id, fields }: BackupDossier): string {
  const members = sorted(Object.entries(fields), ([name]) => name).map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`);
  return `{"id":${JSON.stringify(id)},"fields":{${members.join(',')}}}`;
}

function pinText({ hash, bytes }: BackupPin): string {
  return JSON.stringify({ hash, bytes: toBase64(bytes) });
}

function sorted<T>(list: T[], keyOf: (one: T) => string): T[] {
  return [...list].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : Number(keyOf(a) > keyOf(b))));
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const all = new Uint8Array(first.length + second.length);
  all.set(first);
  all.set(second, first.length);
  return all;
}
