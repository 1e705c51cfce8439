// This page among other pages of the same browser, what the browser promises, and the last mending. Loaded after the first screen.
import { portions } from './portions.js';
import { answerOf } from './promises.js';
import type { Journal } from './storage/journal.js';
import { mendPins } from './storage/mend_pins.js';
import { endedAt, noteClosing } from './tabs/ended.js';
import type { Dispatch } from './tabs/hold.js';
import { Holder } from './tabs/holder.js';

interface Tabs {
  /** Keeps the dossiers of pages apart; a browser without locks has none. */
  holder: Holder | undefined;
  /** Settles when the core knows whether the last page ended by itself. */
  told: Promise<void>;
  /** Mends the definitions that dossiers need. */
  mend(): Promise<void>;
}

/** Tells the core what other pages do. */
export function startTabs(journal: Journal, dispatch: Dispatch): Tabs {
  const { locks } = navigator as Partial<Navigator>;
  journal.follow(({ dossiers, erased }) => {
    for (const portion of portions(dossiers)) dispatch({ t: 'changed', dossiers: portion, erased: [] });
    if (erased.length) dispatch({ t: 'changed', dossiers: [], erased });
  });
  noteClosing(journal);
  const told = endedAt(journal, (page) => isAlive(page, locks)).then((at) => { if (at) dispatch({ t: 'recovered', at }); });
  const mend = (): Promise<void> => mendPins(journal);
  if (!locks) return { holder: undefined, told, mend };
  void locks.request(lockOf(journal.page), () => new Promise(() => undefined)).catch(() => undefined); // until the page is gone
  return { holder: typeof BroadcastChannel === 'function' ? new Holder({ journal, dispatch, locks }) : undefined, told, mend };
}

/** What the browser says when it is asked to keep the data for good. */
export async function askToPersist(dispatch: Dispatch): Promise<void> {
  const ok = await answerOf('persisted') || await answerOf('persist');
  dispatch({ t: 'persisted', ok: ok === true });
}

async function isAlive(page: string, locks: LockManager | undefined): Promise<boolean> {
  const { held = [] } = await locks?.query().catch(() => undefined) ?? {};
  return held.some(({ name }) => name === lockOf(page));
}

function lockOf(page: string): string {
  return `danloi-page-${page}`;
}
