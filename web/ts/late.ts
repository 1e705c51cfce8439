// What the first screen does without: this page among others (tabs.ts), the back-up file (keep.ts)
// and help with typing (typing.ts), each a file of its own.
// When one does not come, the rest goes on as if there were no other page.
import type { BackupDossier } from './backup/format.js';
import type { Preferences } from './preferences.js';
import type { Journal } from './storage/journal.js';
import type { Dispatch } from './tabs/hold.js';
import type { Holder } from './tabs/holder.js';

let working = '';
let holder: Holder | undefined;
let started: Promise<void> | undefined;
let mend: (() => Promise<void>) | undefined;
let helping = false;

/** No browser takes longer to say who holds a lock; one that does is not waited for. */
const patienceMs = 1000;

/**
 * Once, when the page has nothing better to do, or at the start of one that has dossiers. Settles when the core has heard what
 * other pages do; never fails. Called again when there is nothing better to do, it mends what only one store has.
 */
export function startLate(journal: Journal, dispatch: Dispatch): Promise<void> {
  void mend?.();
  started ??= tellOfOthers(journal, dispatch).catch(() => undefined);
  return Promise.race([started, new Promise<void>((resolve) => { setTimeout(resolve, patienceMs); })]);
}

async function tellOfOthers(journal: Journal, dispatch: Dispatch): Promise<void> {
  const { startTabs } = await import('./tabs.js');
  const tabs = startTabs(journal, dispatch);
  ({ holder, mend } = tabs);
  holder?.work(working);
  await Promise.all([tabs.told, holder?.told]);
}

/** This page works on that dossier now, or on none (''). */
export function workOn(dossier: string): void {
  working = dossier;
  holder?.work(dossier);
}

/** The person wants to go on here with what another page works on. */
export function takeOver(dossier: string): void {
  holder?.takeOver(dossier);
}

export async function askToPersist(dispatch: Dispatch): Promise<void> {
  await (await import('./tabs.js')).askToPersist(dispatch);
}

/**
 * Letters with marks for machines that have none: fetched once somebody has switched it on. When the keyboard on the screen
 * does not come, it is switched off: the fields then ask for the device's own.
 */
export async function helpTyping({ typing, keyboard }: Preferences, dispatch: Dispatch): Promise<void> {
  if (typing === 'off' && keyboard === 'off' && !helping) return;
  helping = true;
  await import('./typing.js').then(({ applyTyping }) => applyTyping(typing, keyboard), () => {
    if (keyboard === 'on') dispatch({ t: 'pref', key: 'keyboard', value: 'off' });
  });
}

/** Gives the sentence that says what became of it. */
export async function saveBackup(dossiers: BackupDossier[], getPin: (hash: string) => Promise<Uint8Array | undefined>): Promise<string> {
  return (await import('./keep.js')).saveBackup(dossiers, getPin);
}
