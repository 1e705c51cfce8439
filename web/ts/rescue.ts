// The rescue page: shows, prints and saves what is kept, without the core and without the app.
//  [x] every store that can be read, also those that can no longer be written
//  [x] records that are damaged or of a later version, as a file of their own
//  [x] after the list, from a script of its own (device.ts): bringing a back-up in, and what else concerns this device
import { backupName, makeBackup } from './backup/make.js';
import { guard } from './guard.js';
import { applyPreferences, readPreferences } from './preferences.js';
import { notice } from './rescue/elements.js';
import { KeptDatabase } from './rescue/kept_database.js';
import { report, show } from './rescue/page.js';
import { gather, pinsOf, type Reader } from './rescue/readers.js';
import { saveFile, today, unreadFile, unreadName } from './rescue/save.js';
import { say } from './rescue/texts.js';
import { LogStore } from './storage/opfs.js';
import type { StoredDossier } from './storage/records.js';

/** Every place where records are kept. */
const log = document.querySelector<HTMLElement>('script[data-log]')?.dataset['log'] ?? '';
const readers: Reader[] = [new KeptDatabase(), new LogStore(log)];
const parts = document.getElementById('parts') as HTMLElement;

guard([]);
applyPreferences(readPreferences());
// Kept by the browser while the person was elsewhere: what is shown may be old.
addEventListener('pageshow', (event) => { if (event.persisted) location.reload(); });
report(say('rescue.reading'));
void showList().then(() => import('./device.js')).then(({ addParts }) => addParts(parts, { readers, log, refresh: showList }))
  .catch(() => parts.replaceChildren(notice('info', say('device.parts.failed'))));

async function showList(): Promise<void> {
  show(await gather(readers), readers.length, { save, saveUnread });
}

async function save(dossiers: StoredDossier[]): Promise<void> {
  const made = today();
  const bytes = makeBackup(dossiers, await pinsOf(dossiers, readers), made);
  if (!bytes) return report(say('rescue.large.failed'));
  hand(backupName(made), bytes);
}

function saveUnread(values: unknown[]): void {
  hand(unreadName(today()), unreadFile(values, today()));
}

function hand(name: string, content: Uint8Array | string): void {
  saveFile(name, content);
  report(say('rescue.saved', { name }));
}
