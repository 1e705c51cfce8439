// The core: WebAssembly without glue code. JSON and bytes go in, a Screen and Effects come out.
import { LateHalf } from './late_half.js';
import { portions } from './portions.js';
import type { Action, Reply } from './screen.js';
import type { StoredDossier } from './storage/records.js';
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

/** What the first half does alone: showing a page, and answering its questions. */
const early = new Set(['start', 'loaded', 'choose', 'check', 'type', 'continue']);

export class Core {
  private readonly encoder = new TextEncoder();
  private readonly decoder = new TextDecoder();

  private constructor(private readonly wasm: Exports, private readonly late: LateHalf) {}

  /** Fails when the bytes do not come or are no module. `lateHalf`: where the rest of it lies, if it is apart. */
  static async start(response: Response, lateHalf = ''): Promise<Core> {
    let wasm!: Exports;
    const late = new LateHalf(() => wasm, lateHalf);
    wasm = await instantiate<Exports>(response, (place, given) => late.call(place, given));
    return new Core(wasm, late);
  }

  /** Gives the core what the device keeps, and gives back how many dossiers it does not take. */
  take(dossiers: StoredDossier[]): number {
    const refused = (portion: StoredDossier[]): boolean => !this.call({ t: 'changed', dossiers: portion, erased: [] });
    const suspects = portions(dossiers).filter(refused).flat();
    return suspects.filter((one) => refused([one])).length;
  }

  /** Whether what `action` takes is here. */
  takes({ t, ok }: Action): boolean {
    return this.late.isHere || early.has(t) || (t === 'saved' && ok === true);
  }

  /** Settles when any action can be taken; fails without a network, and may be tried again. */
  complete(): Promise<void> {
    return this.late.load();
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
