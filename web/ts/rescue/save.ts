// Files that the person takes away: the back-up, and what could not be read.
import { toBase64 } from '../backup/base64.js';

/** Long enough for the browser to have begun. */
const keptMs = 60_000;

/** Hands a file to the browser's downloads. */
export function saveFile(name: string, content: Uint8Array | string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content as BlobPart], { type: 'application/json' }));
  link.download = name;
  link.className = 'hidden';
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), keptMs);
}

/** Records as they were found, for somebody who knows the format. Bytes are written as {"base64"}. */
export function unreadFile(values: unknown[], made: string): string {
  const plain = (_: string, value: unknown): unknown => (value instanceof Uint8Array ? { base64: toBase64(value) } : value);
  return JSON.stringify({ danloi: 'unread', v: 1, made, values }, plain);
}

/** Name of that file: the day only. */
export function unreadName(made: string): string {
  return `dan-loi-chua-doc-duoc-${made}.json`;
}

/** The day on this device's calendar, "2026-11-22". */
export function today(): string {
  const now = new Date();
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
