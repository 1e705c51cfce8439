// Functions that run inside the page: they report what the person entered and when the page said that it is saved, and read or
// write what both stores hold. Each is self-contained.

/** Tells `globalThis.witness(what)` of each answer, and each time the page says `saved` or `failed`, in the order of events. */
export function watchSaving({ origin, saved, failed }) {
  if (location.origin !== origin) return;
  const tell = (what) => globalThis.witness(what).catch(() => undefined);
  const now = () => performance.timeOrigin + performance.now();
  let entries = 0;
  let before = '';
  tell({ t: 'begun' });
  const enter = ({ target }) => {
    const action = target instanceof HTMLInputElement && JSON.parse(target.dataset.action ?? 'null');
    if (action?.t !== 'type' && action?.t !== 'choose') return;
    const value = action.t === 'type' ? target.value : action.v;
    tell({ t: 'entered', n: ++entries, question: action.q, value, at: now() });
  };
  addEventListener('input', (event) => { if (!/radio|checkbox/.test(event.target.type)) enter(event); }, true);
  addEventListener('change', (event) => { if (/radio|checkbox/.test(event.target.type)) enter(event); }, true);
  const look = () => {
    const text = document.getElementById('main')?.textContent ?? '';
    const says = text.includes(failed) ? 'failed' : text.includes(saved) ? 'saved' : '';
    const what = `${says} ${entries}`;
    if (what !== before && says) tell({ t: says, n: entries, at: now() });
    before = what;
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
}

/** What both stores hold, unjudged: {database, log}; a store that cannot be read holds nothing. Nothing is made on an empty device. */
export async function readStores() {
  const promised = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  async function readDatabase() {
    const found = await indexedDB.databases();
    if (!found.some(({ name }) => name === 'danloi')) return [];
    const open = await promised(indexedDB.open('danloi'));
    try {
      return open.objectStoreNames.contains('records') ? await promised(open.transaction('records').objectStore('records').getAll()) : [];
    } finally {
      open.close();
    }
  }
  async function readLog() {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle('journal').catch(() => undefined);
    const lines = [];
    if (folder) for await (const file of folder.values()) lines.push(...(await (await file.getFile()).text()).split('\n').filter(Boolean));
    return lines.map((line) => { try { return JSON.parse(line); } catch { return line; } });
  }
  const [database, log] = await Promise.all([readDatabase(), readLog()].map((reading) => reading.catch(() => [])));
  return { database, log };
}

/** Runs inside a page of the site on which the app does not run: writes both stores as version 1 of them was laid out. */
async function writeStores({ database, log, pins = [] }) {
  const request = indexedDB.open('danloi', 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore('records', { keyPath: ['dossier', 'field', 'seq'] });
    request.result.createObjectStore('damaged', { autoIncrement: true });
    request.result.createObjectStore('pins');
    request.result.createObjectStore('probe');
  };
  await new Promise((resolve) => { request.onsuccess = resolve; });
  const tx = request.result.transaction(['records', 'pins'], 'readwrite');
  for (const record of database) tx.objectStore('records').put(record);
  for (const [hash, bytes] of pins) tx.objectStore('pins').put(new Uint8Array(bytes), hash);
  await new Promise((resolve) => { tx.oncomplete = resolve; });
  request.result.close();
  const root = await navigator.storage.getDirectory();
  const write = async (folder, name, content) => {
    const file = await (await root.getDirectoryHandle(folder, { create: true })).getFileHandle(name, { create: true });
    const writer = await file.createWritable();
    await writer.write(content);
    await writer.close();
  };
  await write('journal', 'frozen.log', log.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join(''));
  for (const [hash, bytes] of pins) await write('pins', hash, new Uint8Array(bytes));
}

/** Writes both stores of a person who has not been on the site yet. */
export async function fill(person, stores) {
  await person.page.goto(`${person.url}/app.webmanifest`);
  await person.page.evaluate(writeStores, stores);
  person.faults.list.length = 0; // a bare file has no icon
}
