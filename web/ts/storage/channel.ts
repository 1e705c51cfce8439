// What the pages of one device tell each other: numbers they have given, and records that are on the disk. The number of a
// record is its place in the order of all pages; it only grows, so that no clock can turn it back.
import type { StoredRecord } from './records.js';

/** As it comes from another page, perhaps of another release. */
interface Message {
  reach?: unknown;
  records?: unknown;
}

export class Channel {
  private last = 0;
  private readonly others = typeof BroadcastChannel === 'function' ? new BroadcastChannel('danloi') : undefined;

  /** `onRecords` is handed what other pages have written. Nobody has looked at it yet. */
  constructor(onRecords: (values: unknown[]) => void) {
    if (!this.others) return;
    this.others.onmessage = ({ data }: MessageEvent<Message | null>) => {
      const { reach, records } = data ?? {};
      if (Number.isSafeInteger(reach)) this.reach(reach as number);
      if (Array.isArray(records)) onRecords(records);
    };
    (this.others as { unref?: () => void }).unref?.(); // Node would wait for it
  }

  /** Numbers up to this one have been given. */
  reach(number: number): void {
    this.last = Math.max(this.last, number);
  }

  /** The next number; the other pages go on after it. */
  next(): number {
    this.others?.postMessage({ reach: ++this.last });
    return this.last;
  }

  /** These are on the disk. */
  tell(records: StoredRecord[]): void {
    if (records.length) this.others?.postMessage({ records });
  }
}
