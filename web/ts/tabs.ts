// This page among other pages of the same browser, and what the browser promises. Loaded after the first screen.
import type { Journal } from './storage/journal.js';
import { endedAt, noteClosing } from './tabs/ended.js';
import type { Dispatch } from './tabs/hold.js';
import { Holder } from './tabs/holder.js';

/** Tells the core what other pages do, and gives the one that keeps its dossiers apart; a browser without locks has none. */
export function startTabs(journal: Journal, dispatch: Dispatch): Holder | undefined {
  const { locks } = navigator as Partial<Navigator>;
  journal.follow((changed) => dispatch({ t: 'changed', ...changed }));
  noteClosing(journal);
  void endedAt(journal, (page) => isAlive(page, locks)).then((at) => { if (at) dispatch({ t: 'recovered', at }); });
  if (!locks) return undefined;
  void locks.request(lockOf(journal.page), () => new Promise(() => undefined)).catch(() => undefined); // until the page is gone
  return typeof BroadcastChannel === 'function' ? new Holder({ journal, dispatch, locks }) : undefined;
}

/** What the browser says when it is asked to keep the data for good. */
export async function askToPersist(dispatch: Dispatch): Promise<void> {
  const { storage } = navigator as Partial<Navigator>;
  const ok = await storage?.persisted?.().then((already) => already || storage.persist()).catch(() => false);
  dispatch({ t: 'persisted', ok: ok === true });
}

async function isAlive(page: string, locks: LockManager | undefined): Promise<boolean> {
  const { held = [] } = await locks?.query().catch(() => undefined) ?? {};
  return held.some(({ name }) => name === lockOf(page));
}

function lockOf(page: string): string {
  return `danloi-page-${page}`;
}
