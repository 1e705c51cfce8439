// The finder: procedures and places by name. It is fetched when somebody begins to search, its data piece by piece.
import { asset } from './assets.js';
import type { Action } from './screen.js';
import { instantiate } from './wasm.js';

interface Exports {
  memory: WebAssembly.Memory;
  df_input(size: number): number;
  df_load(kind: number): number;
  df_find(): void;
  df_output(): number;
  df_output_size(): number;
  _initialize?(): void;
}

/** Data by the number that finder.wasm knows it by. */
type Data = 'catalogue' | 'provinces' | 'communes' | 'old_units';
const kinds: Data[] = ['catalogue', 'provinces', 'communes', 'old_units'];
const addresses: Record<Data, string> = {
  catalogue: '', provinces: '/data/places/units.json', communes: '/data/places/communes.json', old_units: '/data/places/old-units.json',
};

/** What the core asks; `url`: where the catalogue lies that procedures are searched in. */
export interface Question { what: string; query: string; url: string }

let wasm: Promise<Exports> | undefined;
const loaded = new Map<Data, Promise<void>>();
const complete = new Set<Data>();
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * The Action that answers a `find` effect; nothing for an empty query, which only gets the data ready. Old names of places
 * come after the new ones: what is found is answered at once and, when they have come, once more through `again`.
 */
export async function find({ what, query, url }: Question, lang: string, again: () => void): Promise<Action | undefined> {
  const exports = await get();
  addresses.catalogue = url;
  if (what === 'procedure') await load(exports, 'catalogue');
  else {
    await load(exports, 'provinces');
    await load(exports, 'communes');
    if (what === 'place' && !complete.has('old_units')) load(exports, 'old_units').then(again, () => undefined);
  }
  if (!query) return undefined;
  put(exports, encoder.encode(JSON.stringify({ what, query, lang })));
  exports.df_find();
  return JSON.parse(decoder.decode(new Uint8Array(exports.memory.buffer, exports.df_output(), exports.df_output_size()))) as Action;
}

/** Fetched once; after a failure the next search tries again. */
function get(): Promise<Exports> {
  wasm ??= fetch(asset('finder') ?? '').then((response) => instantiate<Exports>(response));
  wasm.catch(() => { wasm = undefined; });
  return wasm;
}

function load(exports: Exports, data: Data): Promise<void> {
  const running = loaded.get(data) ?? bytesOf(data).then((bytes) => {
    put(exports, bytes);
    if (exports.df_load(kinds.indexOf(data)) !== 0) throw new Error(`finder: ${data} cannot be read`);
    complete.add(data);
  });
  loaded.set(data, running);
  running.catch(() => loaded.delete(data));
  return running;
}

async function bytesOf(data: Data): Promise<Uint8Array> {
  const response = await fetch(addresses[data]);
  if (!response.ok) throw new Error(`${data}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

function put(exports: Exports, bytes: Uint8Array): void {
  const at = exports.df_input(bytes.length);
  new Uint8Array(exports.memory.buffer).set(bytes, at);
}
