// The order of records: a number that only grows, the same for all tabs of the device. No clock can turn it back.

export class Counter {
  private last = 0;
  private readonly others = typeof BroadcastChannel === 'function' ? new BroadcastChannel('danloi-counter') : undefined;

  constructor() {
    if (!this.others) return;
    this.others.onmessage = ({ data }: MessageEvent<unknown>) => { if (Number.isSafeInteger(data)) this.reach(data as number); };
    (this.others as { unref?: () => void }).unref?.(); // Node would wait for it
  }

  /** Numbers up to this one have been given. */
  reach(number: number): void {
    this.last = Math.max(this.last, number);
  }

  /** The next number; the other tabs go on after it. */
  next(): number {
    this.others?.postMessage(++this.last);
    return this.last;
  }
}
