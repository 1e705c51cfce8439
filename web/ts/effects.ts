// Does what the core asks for. One function an effect; what comes of it goes back to the core as an Action.
import { asset } from './assets.js';
import type { BackupDossier } from './backup/format.js';
import { bridge } from './bridge.js';
import { announce } from './dom/live.js';
import { find } from './finder.js';
import { saveBackup, takeOver, workOn } from './late.js';
import { setPreference } from './preferences.js';
import type { Action, Effect } from './screen.js';
import type { Journal } from './storage/journal.js';
import { text } from './texts.js';

/** What effects need of the app around them. */
export interface Surroundings {
  journal: Journal;
  /** Hands an Action of the page itself to the core. */
  dispatch(action: Action, blob?: Uint8Array): void;
  /** A preference was changed that the view has to know of. */
  onPreference(key: string, value: string): void;
}

type Perform = (effect: Effect, around: Surroundings, typed: boolean) => Promise<void> | void;

/** Bytes of the definitions read so far by hash: `pin` keeps exactly the bytes that were shown. */
const definitions = new Map<string, Uint8Array>();

const performers: Record<string, Perform> = {
  fetch: (effect, around) => fetchFor(effect, around),
  find: (effect, around) => void look(effect, around),
  save: (effect, { journal }, typed) =>
    journal.save(member(effect, 'dossier'), effect['fields'] as Record<string, string>, typed),
  erase: (effect, { journal }) => void journal.erase(member(effect, 'dossier')),
  hold: (effect) => workOn(member(effect, 'dossier')),
  take_over: (effect) => takeOver(member(effect, 'dossier')),
  // Definitions from memory first: when storage is broken, that is where they are.
  backup: (effect, { journal }) => void saveBackup(effect['dossiers'] as BackupDossier[], async (hash) => definitions.get(hash) ?? journal.pinned(hash))
    .then(announce, () => announce(text('unloaded'))),
  pin: (effect, { journal }) => {
    const bytes = definitions.get(member(effect, 'hash'));
    if (bytes) void journal.pin(member(effect, 'hash'), bytes);
  },
  url: (effect) => {
    const replace = effect['replace'] === true;
    const state = { route: effect['route'], depth: replace ? depth() : depth() + 1 };
    if (replace) history.replaceState(state, '', member(effect, 'path'));
    else history.pushState(state, '', member(effect, 'path'));
  },
  // The browser's own Back where the app made the entry before this one; a page opened by its address has none.
  back: (effect, { dispatch }) => {
    if (depth() > 0) return history.back();
    bridge().back = true;
    history.replaceState({ route: effect['route'], depth: 0 }, '', member(effect, 'path'));
    dispatch({ t: 'go', route: effect['route'] });
  },
  clear_fragment: () => history.replaceState(history.state, '', location.pathname + location.search),
  visit: (effect) => location.assign(member(effect, 'href')),
  // After the screen is in the page, and outside the handler, so that the page is not frozen half changed.
  print: () => void setTimeout(() => print()),
  copy: (effect) => void copy(member(effect, 'text')),
  share: (effect) => void share(effect),
  announce: (effect) => announce(member(effect, 'text')),
  listen: (effect, { dispatch }) => void import('./listen.js').then(({ listen }) => listen(effect['on'] === true, dispatch), () => { announce(text('unread')); dispatch({ t: 'listened', state: 'off' }); }),
  pref: (effect, around) => {
    setPreference(member(effect, 'key'), member(effect, 'value'));
    around.onPreference(member(effect, 'key'), member(effect, 'value'));
  },
};

/** An effect that this version does not know is passed over. Gives a promise when there is something to wait for. */
export function perform(effect: Effect, around: Surroundings, typed: boolean): Promise<void> | void {
  return performers[effect.e]?.(effect, around, typed);
}

/** How many entries of the history before this one are the app's own. */
function depth(): number {
  return (history.state as { depth?: number } | null)?.depth ?? 0;
}

function member(effect: Effect, name: string): string {
  const value = effect[name];
  return typeof value === 'string' ? value : '';
}

async function fetchFor(effect: Effect, { journal, dispatch }: Surroundings): Promise<void> {
  const [what, id, hash, url] = ['what', 'id', 'hash', 'url'].map((name) => member(effect, name)) as [string, string, string, string];
  const kept = what === 'pinned' ? await journal.pinned(hash) : undefined;
  let result = kept ?? await bytesAt(url);
  // A dossier's own definition is kept with it, also when it is the newest.
  if (typeof result === 'string' && hash) result = await journal.pinned(hash) ?? result;
  if (typeof result === 'string') return dispatch({ t: 'failed', what, id, reason: result });
  if (hash) definitions.set(hash, result);
  dispatch({ t: 'loaded', what, id, hash }, result);
}

/** Asks the finder. What is typed meanwhile is asked for later, so only the answer to the last question is handed on. */
let lastQuestion: Effect | undefined;
async function look(effect: Effect, around: Surroundings): Promise<void> {
  const [what, query, url] = [member(effect, 'what'), member(effect, 'query'), member(effect, 'url')];
  if (what !== 'unit') lastQuestion = effect;
  const isLast = (): boolean => what === 'unit' || lastQuestion === effect;
  try {
    const found = await find({ what, query, url }, document.documentElement.lang, () => { if (query && isLast()) void look(effect, around); });
    if (found && isLast()) around.dispatch(found);
  } catch {
    if (query && isLast()) around.dispatch({ t: 'failed', what: 'find', id: what, reason: 'network' });
  }
}

/** The bytes at an address of this site, or why there are none: "missing" or "network". */
async function bytesAt(url: string): Promise<Uint8Array | 'missing' | 'network'> {
  if (!url) return 'missing';
  try {
    const response = await (takeEarly(url) ?? fetch(url));
    if (!response.ok) return response.status === 404 ? 'missing' : 'network';
    return new Uint8Array(await response.arrayBuffer());
  } catch {
    return 'network';
  }
}

/** What the page shows at once was asked for together with the app; it can be read once. */
function takeEarly(url: string): Promise<Response> | undefined {
  const { early } = bridge();
  const name = (['procedure', 'catalogue'] as const).find((one) => asset(one) === url);
  const response = name && early.get(name);
  if (name) early.delete(name);
  return response;
}

async function copy(content: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(content);
  } catch {
    copyBySelection(content);
  }
}

/** For browsers without the clipboard interface: a field that is on the page for one moment. */
function copyBySelection(content: string): void {
  const field = document.createElement('textarea');
  const before = document.activeElement;
  field.value = content;
  field.className = 'hidden';
  document.body.append(field);
  field.select();
  document.execCommand('copy');
  field.remove();
  if (before instanceof HTMLElement) before.focus({ preventScroll: true });
}

/** Without a way to share, the link is copied and the person is told so. */
async function share(effect: Effect): Promise<void> {
  const content = { title: member(effect, 'title'), text: member(effect, 'text'), url: member(effect, 'url') };
  if (typeof navigator.share === 'function') {
    await navigator.share(content).catch(() => undefined); // closed by the person: nothing to report
    return;
  }
  await copy(content.url);
  announce(text('copied'));
}
