// What the first small script (boot.ts) and the rest of the app share. They are two files, loaded one after the
// other, so they meet in one object on the page.
import type { Action } from './screen.js';

export interface Done {
  action: Action;
  /** True for a keystroke, which may be saved a moment later; any other action is saved at once. */
  typed: boolean;
  /** When the person did it, in the clock of performance.now(). */
  at: number;
}

interface Bridge {
  /** What was done before the core was up, oldest first. */
  queue: Done[];
  /** Takes each action once the core is up. */
  send?: (done: Done) => void;
  /** True when the core cannot go on: links are then plain links again. */
  stopped: boolean;
  /** Key of the control used last. */
  control: string;
  /** The last move was a move back: a back link or the browser's own Back. */
  back: boolean;
  /** Requests begun together with the app's own file, by name. */
  early: Map<string, Promise<Response>>;
  /** The page's one policy for addresses of workers (trusted.ts): it outlives a failed try to load the app. */
  workers?: { createScriptURL(path: string): unknown };
}

declare global {
  // eslint-disable-next-line no-var
  var danloi: Bridge | undefined;
}

export function bridge(): Bridge {
  globalThis.danloi ??= { queue: [], stopped: false, control: '', back: false, early: new Map() };
  return globalThis.danloi;
}

export function lastControl(): string {
  return bridge().control;
}

export function wentBack(): boolean {
  return bridge().back;
}
