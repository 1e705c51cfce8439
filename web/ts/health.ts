// Whether the drawing is worth having on this device.

/** Fewer than 20 frames a second, */
const slowMs = 50;
/** so many times one after the other. */
const mostSlow = 10;

const lossesMs = 60_000;
/** So many times within that time the browser may take the graphics context away. */
const mostLosses = 3;

export class Health {
  private slow = 0;
  private losses: number[] = [];

  /** From a frame to the next it took `ms`. True when the drawing does not keep up. */
  isTooSlow(ms: number): boolean {
    this.slow = ms > slowMs ? this.slow + 1 : 0;
    return this.slow >= mostSlow;
  }

  /** The context was taken away at `now`, in milliseconds. True when that happens too often. */
  isTooFrail(now: number): boolean {
    this.losses = [...this.losses.filter((at) => now - at < lossesMs), now];
    return this.losses.length >= mostLosses;
  }
}
