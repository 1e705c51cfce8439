// The core: WebAssembly without glue code. JSON and bytes go in, a Screen and Effects come out.
import type { Action, Reply } from './screen.js';
import { instantiate } from './wasm.js';

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

  /** Fails when the bytes do not come or are no module. */
  static async start(response: Response): Promise<Core> {
    return new Core(await instantiate<Exports>(response));
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

/** The device's own date and time: what the person sees on the clock is what the guide reckons with. */
function clock(): { today: string; now: string } {
  const now = new Date();
  const two = (value: number): string => String(value).padStart(2, '0');
  return {
    today: `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`,
    now: `${two(now.getHours())}:${two(now.getMinutes())}`,
  };
}

/** 128 random bits for the name of a new dossier, or of this page. */
export function freshId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
