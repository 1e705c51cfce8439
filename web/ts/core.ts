// The core: WebAssembly without glue code. JSON and bytes go in, a Screen and Effects come out.
import type { Action, Reply } from './screen.js';

interface Exports {
  memory: WebAssembly.Memory;
  dl_input(size: number): number;
  dl_call(actionLength: number, blobLength: number): number;
  dl_output(): number;
  dl_output_size(): number;
  _initialize?(): void;
}

/** The core has given up for good (a trap); nothing it says can be trusted from here on. */
export class CoreStopped extends Error {}

export class Core {
  private readonly encoder = new TextEncoder();
  private readonly decoder = new TextDecoder();

  private constructor(private readonly wasm: Exports) {}

  /** Compiles while the bytes are coming. Fails when they do not come or are no module. */
  static async start(response: Response): Promise<Core> {
    const module = await compile(response);
    let wasm!: Exports;
    const instance = await WebAssembly.instantiate(module, importsFor(module, numbers(() => wasm.memory.buffer)));
    wasm = instance.exports as unknown as Exports;
    wasm._initialize?.();
    return new Core(wasm);
  }

  /**
   * What is to be shown and done after `action`; nothing when the core does not know the action.
   * Throws CoreStopped on a trap.
   */
  call(action: Action, blob: Uint8Array = new Uint8Array()): Reply | undefined {
    const envelope = this.encoder.encode(JSON.stringify({ ...clock(), fresh: freshId(), action }));
    try {
      return this.exchange(envelope, blob);
    } catch (reason) {
      throw new CoreStopped(String(reason));
    }
  }

  private exchange(envelope: Uint8Array, blob: Uint8Array): Reply | undefined {
    const { wasm } = this;
    const input = wasm.dl_input(envelope.length + blob.length);
    const memory = new Uint8Array(wasm.memory.buffer);
    memory.set(envelope, input);
    memory.set(blob, input + envelope.length);
    const status = wasm.dl_call(envelope.length, blob.length);
    if (status !== 0) return undefined;
    const output = new Uint8Array(wasm.memory.buffer, wasm.dl_output(), wasm.dl_output_size());
    return JSON.parse(this.decoder.decode(output)) as Reply;
  }
}

/** A server that gives the wrong type costs speed, not the app. */
async function compile(response: Response): Promise<WebAssembly.Module> {
  if (!response.ok) throw new Error(`core: ${response.status}`);
  const isWasm = response.headers.get('Content-Type') === 'application/wasm';
  if (isWasm) return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
}

type Calls = Record<string, (...given: number[]) => number>;

/** The core does no input and output: beside decimal numbers, whatever its library asks for is answered with "nothing". */
function importsFor(module: WebAssembly.Module, known: Calls): WebAssembly.Imports {
  const imports: Record<string, Calls> = {};
  for (const { module: group, name, kind } of WebAssembly.Module.imports(module)) {
    if (kind === 'function') (imports[group] ??= {})[name] = known[name] ?? (/abort|exit/.test(name) ? fail : () => 0);
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
  throw new Error('core: aborted');
}

/** The device's own date and time: what the person sees on the clock is what the guide reckons with. */
function clock(): { today: string; now: string } {
  const now = new Date();
  const two = (value: number): string => String(value).padStart(2, '0');
  return {
    today: `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`,
    now: `${two(now.getHours())}:${two(now.getMinutes())}`,
  };
}

/** 128 random bits for the name of a new dossier. */
function freshId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
