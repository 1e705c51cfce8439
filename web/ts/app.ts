// The app: core, journal, page and view, put together. Loaded by boot.ts once the page has been painted.
import { asset } from './assets.js';
import { bridge, type Done } from './bridge.js';
import { Core, freshId } from './core.js';
import { show } from './dom/page.js';
import { bytesOf, early } from './early.js';
import { perform } from './effects.js';
import { loadFonts } from './fonts.js';
import { askToPersist, helpTyping, startLate } from './late.js';
import { hideNote, showNote } from './note.js';
import { readPreferences } from './preferences.js';
import type { Action, Effect, Reply, Screen } from './screen.js';
import { IndexedDbStore } from './storage/indexeddb.js';
import { Journal, type Opened } from './storage/journal.js';
import { LogStore } from './storage/opfs.js';
import { text } from './texts.js';
import { workerUrl } from './trusted.js';
import { View } from './view.js';

const root = document.documentElement;
const firstScreen = document.getElementById('stage')?.dataset['screen'];
const journal = new Journal([new IndexedDbStore(), new LogStore(asset('log') ?? '')], onSaved, freshId());
const view = new View(() => dispatch({ t: 'pref', key: 'view', value: 'plain' }));
const around = { journal, dispatch, onPreference };

let core: Core | undefined;
let shown: Screen | undefined;
/** While starting, screens are reckoned but not shown, and what the core asked for is waited for. */
let collecting = false;
const awaited: Promise<void>[] = [];
/** What may wait until the page has nothing better to do. */
const later: Effect[] = [];
/** What was done while the late half of the core was on its way, in order. */
const held: Parameters<typeof dispatch>[] = [];
let persistenceAsked = false;

/** Settles when the app has taken over; boot.ts offers another try when it fails. */
export const ready = start().catch((reason: unknown) => {
  journal.close();
  throw reason;
});

/** Reads everything that is needed side by side, hands it to the core in order, then what was done meanwhile. */
async function start(): Promise<void> {
  const opening = openJournal();
  const [started, content, opened] = await Promise.all([
    early('core').then((response) => Core.start(response, asset('coreLate'))), early('start').then(bytesOf), opening,
  ]);
  core = started;
  collecting = true;
  const action = startAction(opened.storage);
  const isFirst = isFirstVisit(action, opened.dossiers);
  if (!isFirst) await core.complete();
  const untaken = core.take(opened.dossiers);
  dispatch(action, content);
  // What other pages do is known before anything is shown: a notice that came later would push the page down under a hand.
  if (!isFirst) awaited.push(startLate(journal, dispatch));
  // The page stays as it was built until the definition it asks for is here: no flicker of an empty screen.
  while (awaited.length) await Promise.all(awaited.splice(0));
  takeOver();
  if (untaken) showNote(text('untaken'), text('reload'), () => location.reload(), toRescue());
}

function startAction(storage: Opened['storage']): Action {
  const { textScale, theme, view: chosen, typing, keyboard, plainWords } = readPreferences();
  return {
    t: 'start', lang: root.lang, origin: location.origin, route: (history.state as { route?: unknown } | null)?.route ?? null,
    path: location.pathname, fragment: location.hash.slice(1), prefs: { textScale, theme, view: chosen, typing, keyboard, plainWords }, storage, dossiers: [], definition: asset('procedure') ?? '',
  };
}

/** Nothing kept, nothing shared, nothing to go back to: what the first half of the core was made for. */
function isFirstVisit({ storage, fragment, route }: Action, dossiers: unknown[]): boolean {
  return storage === 'ok' && dossiers.length === 0 && !fragment && !route;
}

/** From here on controls speak to the core at once; first it hears what was done while it was on its way. */
function takeOver(): void {
  const page = bridge();
  // Answers to a first question that is not shown after all (a reload in the middle) must not change what was begun.
  const meant = shown?.id === firstScreen;
  for (const done of page.queue.splice(0)) if (meant) receive(done);
  collecting = false;
  page.send = receive;
  delete root.dataset['busy'];
  render();
  complete();
  whenIdle(() => {
    for (const effect of later.splice(0)) void perform(effect, around, false);
    loadFonts();
    void startLate(journal, dispatch);
    void helpTyping(readPreferences(), dispatch);
    void import('./offline.js').then(({ startOffline }) => startOffline(safe, workerUrl), () => undefined);
  });
  addEventListener('popstate', onPopState);
  addEventListener('hashchange', onHashChange);
  document.addEventListener('visibilitychange', () => { if (document.hidden) void journal.flush(); });
  document.addEventListener('focusout', () => void journal.flush());
  addEventListener('pagehide', () => void journal.flush());
}

function whenIdle(then: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(then, { timeout: 1000 });
  else setTimeout(then, 100);
}

function receive({ action, typed, at }: Done): void {
  dispatch(action, undefined, typed);
  measureAnswer(at);
}

/** One turn of the whole app. A trap ends it, with the page left as it is. */
function dispatch(action: Action, blob?: Uint8Array, typed = false): void {
  if (!core) return;
  if (held.length > 0 || !core.takes(action)) return hold(action, blob, typed);
  let reply: Reply | undefined;
  try {
    reply = core.call(action, blob);
  } catch {
    return stop();
  }
  if (!reply) return;
  const changed = shown?.id !== reply.screen.id;
  shown = reply.screen;
  // The address first: the new title then belongs to the new entry of the history.
  for (const effect of reply.effects) if (effect.e === 'url') perform(effect, around, false);
  if (!collecting) render();
  for (const effect of reply.effects) if (effect.e !== 'url') follow(effect, typed);
  if (changed) void journal.flush();
}

function hold(...one: (typeof held)[0]): void {
  held.push(one);
  root.dataset['busy'] = '';
}

/** Fetches what the core still lacks, and does what has waited for it. */
function complete(): void {
  core?.complete().then(() => {
    delete root.dataset['busy'];
    for (const one of held.splice(0)) dispatch(...one);
  }, () => showNote(asset('offline') ?? '', asset('retry') ?? '', () => {
    hideNote();
    complete();
  }));
}

function follow(effect: Effect, typed: boolean): void {
  if (effect['later'] === true) return void later.push(effect);
  const work = perform(effect, around, typed);
  if (work && collecting && effect['what'] !== 'units') awaited.push(work);
}

function render(): void {
  if (!shown) return;
  const screen = shown;
  view.show(screen, () => show(screen));
  if (shown.id !== firstScreen) markOnce('danloi:core');
}

function markOnce(name: string): void {
  if (!performance.getEntriesByName(name).length) performance.mark(name);
}

/** From the person's act to the frame that shows its answer. */
function measureAnswer(start: number): void {
  requestAnimationFrame(() => setTimeout(() => performance.measure('danloi:answer', { start })));
}

function onSaved(ok: boolean, reason?: string): void {
  dispatch(ok ? { t: 'saved', ok } : { t: 'saved', ok, reason });
  if (ok && !persistenceAsked) {
    persistenceAsked = true;
    void askToPersist(dispatch).catch(() => undefined);
  }
}

function onPreference(key: string, value: string): void {
  if (key === 'view') return view.choose(value);
  view.restyle();
  void helpTyping({ ...readPreferences(), [key]: value }, dispatch);
}

function onPopState(event: PopStateEvent): void {
  const route = (event.state as { route?: unknown } | null)?.route;
  if (!route) return;
  bridge().back = true;
  dispatch({ t: 'go', route });
}

/** A shared link pasted over this page's address: its state is read at the start only. */
function onHashChange(): void {
  if (location.hash.length > 1) location.reload();
}

/** The core is no longer to be trusted: what is shown stays, links are links, and the person is told. */
function stop(): void {
  core = undefined;
  const page = bridge();
  page.stopped = true;
  delete page.send;
  void journal.flush();
  // It speaks of what was saved before; what was done last has not reached the core.
  document.querySelector('#stage [data-k=saving]')?.remove();
  view.drop();
  showNote(text('stopped'), text('reload'), () => location.reload(), toRescue());
}

function toRescue(): { label: string; href: string } {
  return { label: text('rescue'), href: `/${root.lang}/cuu-ho/` };
}

/** Writes what is waiting; true when nothing would be lost with this page. */
async function safe(): Promise<boolean> {
  await journal.flush();
  return journal.safe;
}

/** Some browsers never answer when storage is broken: the app must not wait for them. */
function openJournal(): Promise<Opened> {
  const late = new Promise<Opened>((resolve) => {
    setTimeout(() => resolve({ storage: 'none', dossiers: [] }), 5000); // longer than the journal gives its stores
  });
  return Promise.race([journal.open(), late]);
}
