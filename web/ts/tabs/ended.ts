// Whether the last page that worked here was closed, or ended by itself: killed, crashed, cut off from power.
//  - each page enters its name and the time with everything it writes (storage/stamp.ts), and holds a lock of its name
//  - when it is hidden or closed it notes its last number: everything up to there was left in order
// The note is in localStorage because nothing else is sure to be written by a page that is being closed. Losing it costs a
// notice too many, which says that everything is kept. It is a number and says nothing about anybody.
import type { Work } from '../storage/stamp.js';

const key = 'danloi.closed';

interface Numbers {
  /** What was entered last before this page began. */
  before: Work | undefined;
  /** The highest number of this page. */
  readonly last: number;
}

/** Notes from here on when this page is left. */
export function noteClosing(numbers: Numbers): void {
  const note = (): void => noteUpTo(numbers.last);
  document.addEventListener('visibilitychange', () => { if (document.hidden) note(); });
  addEventListener('pagehide', note);
}

/** Up to when things were entered, if the page they were entered in has ended by itself. Said once. */
export async function endedAt({ before }: Numbers, isAlive: (page: string) => Promise<boolean>): Promise<string | undefined> {
  const noted = read();
  if (!before || noted === undefined || before.seq <= noted || await isAlive(before.page)) return undefined;
  noteUpTo(before.seq);
  return before.at;
}

function noteUpTo(number: number): void {
  const noted = read();
  if (noted === undefined || noted >= number) return;
  try {
    localStorage.setItem(key, String(number));
  } catch { /* full: a notice too many */ }
}

/** Nothing when the browser keeps no notes: then nothing is known. */
function read(): number | undefined {
  try {
    return Number(localStorage.getItem(key)) || 0;
  } catch {
    return undefined;
  }
}
