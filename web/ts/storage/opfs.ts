// The log in its worker, as the journal sees it.
import { workerUrl } from '../trusted.js';
import type { StoredRecord } from './records.js';
import type { Store } from './store.js';

interface Answer { id: number; result?: unknown; fault?: string }

export class LogStore implements Store {
  private worker: Worker | undefined;
  private readonly open = new Map<number, { resolve(value: unknown): void; reject(reason: unknown): void }>();
  private last = 0;

  /** `address`: the worker's script. */
  constructor(private readonly address: string) {}

  readAll(): Promise<unknown[]> { return this.ask('readAll') as Promise<unknown[]>; }
  probe(): Promise<void> { return this.ask('probe') as Promise<void>; }
  append(records: StoredRecord[]): Promise<void> { return this.ask('append', records) as Promise<void>; }
  setAside(values: unknown[]): Promise<void> { return this.ask('setAside', values) as Promise<void>; }
  erase(dossier: string): Promise<void> { return this.ask('erase', dossier) as Promise<void>; }
  putPin(hash: string, bytes: Uint8Array): Promise<void> { return this.ask('putPin', hash, bytes) as Promise<void>; }
  getPin(hash: string): Promise<Uint8Array | undefined> { return this.ask('getPin', hash) as Promise<Uint8Array | undefined>; }

  close(): void {
    this.worker?.terminate();
    this.worker = undefined;
  }

  private ask(call: string, ...given: unknown[]): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const id = ++this.last;
      this.open.set(id, { resolve, reject });
      try {
        this.worker ??= this.start();
        this.worker.postMessage({ id, call, given });
      } catch (reason) {
        this.open.delete(id);
        reject(reason);
      }
    });
  }

  private start(): Worker {
    const worker = new Worker(workerUrl(this.address), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      const { resolve, reject } = this.open.get(data.id) ?? {};
      this.open.delete(data.id);
      if (data.fault) reject?.(new DOMException('journal log', data.fault));
      else resolve?.(data.result);
    };
    // A worker that cannot be had answers nobody; the next call tries a new one.
    worker.onerror = () => {
      this.worker = undefined;
      for (const { reject } of this.open.values()) reject(new DOMException('journal log', 'InvalidStateError'));
      this.open.clear();
    };
    return worker;
  }
}
