// WebAssembly modules without glue code (core.wasm, finder.wasm): how they are compiled and what they are given.

interface Bare {
  memory: WebAssembly.Memory;
  _initialize?(): void;
}

/**
 * Compiles while the bytes are coming. Fails when they do not come or are no module. `missing` is called when the module calls
 * a function of its other half, by the function's place in the table, and gives what that function gives.
 */
export async function instantiate<Exports extends Bare>(response: Response, missing: Missing = fail): Promise<Exports> {
  const module = await compile(response);
  let wasm!: Exports;
  const instance = await WebAssembly.instantiate(module, importsFor(module, numbers(() => wasm.memory.buffer), missing));
  wasm = instance.exports as unknown as Exports;
  wasm._initialize?.();
  return wasm;
}

/** A server that gives the wrong type costs speed, not the app. */
export async function compile(response: Response): Promise<WebAssembly.Module> {
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  const isWasm = response.headers.get('Content-Type') === 'application/wasm';
  if (isWasm) return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
}

type Calls = Record<string, (...given: number[]) => number>;
type Missing = (place: number, given: number[]) => number;

/** The modules do no input and output: beside decimal numbers, whatever its library asks for is answered with "nothing". */
function importsFor(module: WebAssembly.Module, known: Calls, missing: Missing): WebAssembly.Imports {
  const imports: Record<string, Calls> = {};
  for (const { module: group, name, kind } of WebAssembly.Module.imports(module)) {
    if (kind !== 'function') continue;
    const nothing = /abort|exit/.test(name) ? fail : () => 0;
    (imports[group] ??= {})[name] = group === 'placeholder' ? (...given) => missing(Number(name), given) : known[name] ?? nothing;
  }
  return imports;
}

/** Decimal numbers are read and spelled here (web/core_numbers.cpp): JSON and its rules share this page's spelling. */
function numbers(memory: () => ArrayBuffer): Calls {
  const bytes = (at: number, size?: number): Uint8Array => new Uint8Array(memory(), at, size);
  return {
    dl_read_number: (text, size) => Number(String.fromCharCode(...bytes(text!, size))),
    dl_number_text: (number, text) => new TextEncoder().encodeInto(String(number), bytes(text!)).written,
  };
}

function fail(): never {
  throw new Error('module: aborted');
}
