// The canvas view: painter.wasm behind Emscripten's glue code gives rectangles and line breaks and draws into #canvas; the
// elements of the page are put in their places. A file of its own, fetched after the first screen can be used.
import { asset, type AssetName } from './assets.js';
import { clearPlaces, placeAll, type Layout } from './dom/place.js';
import type { Screen } from './screen.js';

/** What the layout depends on beside the screen; css px, `scale` 1 is body text of 20 px. */
export interface Look {
  width: number;
  height: number;
  scale: number;
  dpr: number;
  theme: string;
  /** Large print. */
  easy: boolean;
}

export interface Painter {
  /** Reckons where everything stands and puts the elements there. Throws when the painter cannot tell. */
  layout(screen: Screen, look: Look): void;
  /** Draws the last layout as far as it is in the window. Throws when it cannot. */
  paint(): void;
  /** Gives the elements back to the browser's own layout. */
  clear(): void;
}

/** The text of an element as the screen has it, without line breaks of ours. */
export type PlainText = (element: Element) => string;

/** The exports of web/painter_module.cpp. */
interface Module {
  HEAPU8: Uint8Array;
  _malloc(size: number): number;
  _free(pointer: number): void;
  _painter_start(font400: number, size400: number, font600: number, size600: number, icons: number, iconsSize: number): number;
  _painter_layout(json: number, size: number): number;
  _painter_layout_size(): number;
  _painter_paint(scroll: number): number;
  _painter_restore(): number;
}

type Factory = (options: {
  instantiateWasm(imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void): object;
  onAbort(): void;
}) => Promise<Module>;

export interface PainterEvents {
  /** It cannot draw at present: the browser has taken its graphics context away. */
  onPause(): void;
  /** It can draw again. */
  onResume(): void;
  /** It will not draw again. */
  onLost(): void;
}

/** Fetches and starts it; the drawings (shell/icons.json) are the ones of the elements. Fails when anything is missing: then there is no canvas view. */
export async function startPainter(events: PainterEvents, plainText: PlainText, icons: object): Promise<Painter> {
  const names: AssetName[] = ['font400', 'font600'];
  const code = import(need('painter')) as Promise<{ default: Factory }>;
  const wasm = fetchBytes('painterWasm', true);
  const [{ default: factory }, compiled, ...files] = await Promise.all([
    code, wasm.then((response) => WebAssembly.compileStreaming(response)),
    ...names.map(async (name) => new Uint8Array(await (await fetchBytes(name)).arrayBuffer())),
  ]);
  const module = await factory({
    instantiateWasm(imports, done) {
      void WebAssembly.instantiate(compiled, imports).then((instance) => done(instance, compiled));
      return {};
    },
    onAbort: events.onLost,
  });
  watchContext(module, events);
  const drawings = new TextEncoder().encode(JSON.stringify(icons));
  return wrap(module, [...files, drawings] as [Uint8Array, Uint8Array, Uint8Array], plainText);
}

function watchContext(module: Module, events: PainterEvents): void {
  const canvas = document.getElementById('canvas');
  canvas?.addEventListener('webglcontextlost', (event) => {
    event.preventDefault(); // asks for the context back
    events.onPause();
  });
  canvas?.addEventListener('webglcontextrestored', () => {
    if (module._painter_restore()) events.onResume();
    else events.onLost();
  });
}

function wrap(module: Module, [font400, font600, icons]: [Uint8Array, Uint8Array, Uint8Array], plainText: PlainText): Painter {
  // The painter keeps the bytes of the fonts for as long as it lives.
  const parts = [font400, font600, icons].flatMap((bytes) => [copyIn(module, bytes), bytes.length]) as
    [number, number, number, number, number, number];
  const started = module._painter_start(...parts);
  module._free(parts[4]);
  if (!started) throw new Error('painter: no start');
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  return {
    layout(screen, look) {
      const text = encoder.encode(JSON.stringify({ screen, ...look }));
      const input = copyIn(module, text);
      const output = module._painter_layout(input, text.length);
      module._free(input);
      if (!output) throw new Error('painter: no layout');
      const bytes = module.HEAPU8.subarray(output, output + module._painter_layout_size());
      placeAll(JSON.parse(decoder.decode(bytes)) as Layout, look.height);
    },
    paint() {
      if (!module._painter_paint(scrolled())) throw new Error('painter: no frame');
    },
    clear: () => clearPlaces(plainText),
  };
}

/** How far the stage has gone up behind the drawing: whatever stands above it on the page counts. */
function scrolled(): number {
  const [drawing, stage] = ['canvas', 'stage'].map((id) => document.getElementById(id)?.getBoundingClientRect().top ?? 0) as [number, number];
  return drawing - stage;
}

function copyIn(module: Module, bytes: Uint8Array): number {
  const pointer = module._malloc(bytes.length);
  module.HEAPU8.set(bytes, pointer);
  return pointer;
}

function need(name: AssetName): string {
  const address = asset(name);
  if (!address) throw new Error(`painter: no ${name}`);
  return address;
}

async function fetchBytes(name: AssetName, first = false): Promise<Response> {
  const response = await fetch(need(name), { priority: first ? 'auto' : 'low' } as RequestInit);
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return response;
}
