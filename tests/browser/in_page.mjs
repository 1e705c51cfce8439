// Functions that run inside the page: before its own scripts, or to read what it keeps. Each is self-contained.

/** The clock stands still at `now` (milliseconds); timers and frames go on. */
export function fixDate(now) {
  const Real = Date;
  globalThis.Date = class extends Real {
    constructor(...parts) {
      if (parts.length) super(...parts);
      else super(now);
    }
    static now() { return now; }
  };
}

/** Chooses the view once, as the settings do, and counts what the tests ask for, in `globalThis.seen`. */
export function watchPage({ view, origin }) {
  if (location.origin !== origin) return;
  const seen = { taps: 0, frames: 0, draws: 0, prints: 0, breaches: [], views: [], drawing: false, moved: -Infinity };
  globalThis.seen = seen;
  try {
    if (!localStorage.getItem('danloi.view')) localStorage.setItem('danloi.view', view);
  } catch { /* storage may be refused */ }
  addEventListener('securitypolicyviolation', (event) => seen.breaches.push(`${event.violatedDirective} ${event.blockedURI}`));
  new MutationObserver(() => seen.views.push(document.documentElement.dataset.view))
    .observe(document, { attributes: true, subtree: true, attributeFilter: ['data-view'] });
  for (const type of ['scroll', 'touchmove', 'wheel', 'input']) {
    addEventListener(type, () => { seen.moved = performance.now(); }, { passive: true, capture: true });
  }
  addEventListener('pointerup', () => { seen.taps++; }, { passive: true, capture: true });
  window.print = () => { seen.prints++; };
  const frame = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (then) => frame((time) => { seen.frames++; then(time); });
  const context = HTMLCanvasElement.prototype.getContext;
  HTMLCanvasElement.prototype.getContext = function (...rest) {
    const given = context.apply(this, rest);
    if (this.id === 'canvas' && given) seen.drawing = true;
    return given;
  };
  for (const kind of [globalThis.WebGLRenderingContext, globalThis.WebGL2RenderingContext]) {
    if (!kind) continue;
    for (const name of ['drawElements', 'drawArrays', 'clear']) {
      const draw = kind.prototype[name];
      kind.prototype[name] = function (...rest) { seen.draws++; return draw.apply(this, rest); };
    }
  }
}

/** Everything in every database of the page: {store: [values]}. */
export async function readDatabase() {
  const kept = {};
  const promised = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  for (const { name } of await indexedDB.databases()) {
    const database = await promised(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      const values = await promised(database.transaction(store).objectStore(store).getAll());
      kept[store] = values.map((value) => (value instanceof Uint8Array || value?.bytes ? 'bytes' : value));
    }
    database.close();
  }
  return kept;
}

/** Frames asked for and draw calls made within `ms` milliseconds in which nobody does anything. */
export function countFrames(ms) {
  const { frames, draws } = globalThis.seen;
  return new Promise((resolve) => {
    setTimeout(() => resolve({ frames: globalThis.seen.frames - frames, draws: globalThis.seen.draws - draws }), ms);
  });
}

/** Hands the app a core whose next turn traps for real once `globalThis.trap` is set: the module is two lines of WebAssembly. */
export function makeTrappable() {
  const unreachable = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11]);
  const instantiate = WebAssembly.instantiate;
  WebAssembly.instantiate = async (module, imports) => {
    const instance = await instantiate(module, imports);
    if (!instance.exports?.dl_call) return instance;
    const trap = new WebAssembly.Instance(new WebAssembly.Module(unreachable)).exports.f;
    return { exports: { ...instance.exports, dl_call: (...given) => (globalThis.trap ? trap() : instance.exports.dl_call(...given)) } };
  };
}

/** The trap is set by the press on the next control: a turn of the core before it would leave the person with other controls than expected. */
export function trapAtPress() {
  addEventListener('click', () => { globalThis.trap = true; }, { capture: true, once: true });
}
