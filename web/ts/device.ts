// What the rescue page can do beyond its list: loaded after it, and no fault of it is a fault of the list.
//  [x] bringing a back-up file in, with a preview and an undo
//  [x] whether the browser has promised to keep the data, and how much room they take
//  [x] everything that is needed without a network
import { bringIn } from './device/bring_in.js';
import type { Given } from './device/given.js';
import { promise } from './device/promise.js';
import { release } from './device/release.js';

/** Adds the parts to `place`. One that cannot be made does not keep the others away. */
export function addParts(place: HTMLElement, given: Given): void {
  for (const part of [bringIn, promise, release]) {
    try {
      place.append(part(given));
    } catch { /* a browser without what this part is about */ }
  }
}
