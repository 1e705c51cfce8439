// First script of every page, and the only one needed before a person can answer: it guards the page, shows it in
// the chosen size and colours, and takes answers into a queue. The rest is fetched when the page has been painted.
import { asset, type AssetName } from './assets.js';
import { bridge } from './bridge.js';
import { listen } from './events.js';
import { guard } from './guard.js';
import { hideNote, showNote } from './note.js';
import { applyPreferences, readPreferences } from './preferences.js';

const root = document.documentElement;
let attempt = 0;
let loading = false;

guard((asset('hosts') ?? '').split(' '));
applyPreferences(readPreferences());
listen(onQueued);
performance.mark('danloi:interactive');
whenPainted(() => whenIdle(load));

/** Somebody has answered already: show that it is being worked on, and stop waiting for a quiet moment. */
function onQueued(): void {
  root.dataset['busy'] = '';
  load();
}

function whenPainted(then: () => void): void {
  let waiting = true;
  const once = (): void => {
    if (waiting) then();
    waiting = false;
  };
  requestAnimationFrame(() => setTimeout(once));
  setTimeout(once, 1000); // a page in the background is never painted
}

function whenIdle(then: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(then, { timeout: 1000 });
  else setTimeout(then, 50);
}

/** Fetches the app and everything that it starts with side by side: one round trip, not three. Once is enough. */
function load(): void {
  const app = asset('app');
  if (loading || !app) return;
  loading = true;
  addStyleSheet();
  for (const name of ['core', 'start', 'procedure', 'catalogue'] as AssetName[]) fetchEarly(name);
  // A failed module is remembered by its address, so another try needs another address.
  const address = attempt++ ? `${app}?${attempt}` : app;
  import(address).then((app: { ready: Promise<void> }) => app.ready).then(onReady, onFailed);
}

/** What the app says when it has stopped at once stays. */
function onReady(): void {
  if (!bridge().stopped) hideNote();
}

function addStyleSheet(): void {
  const href = asset('css');
  if (!href || document.querySelector(`link[href="${href}"]`)) return;
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = href;
  document.head.append(link);
}

function fetchEarly(name: AssetName): void {
  const address = asset(name);
  if (!address) return;
  const response = fetch(address);
  response.catch(() => undefined); // whoever needs it hears of the failure
  bridge().early.set(name, response);
}

function onFailed(): void {
  loading = false;
  delete root.dataset['busy'];
  showNote(asset('offline') ?? '', asset('retry') ?? '', load);
}
