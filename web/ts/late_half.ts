// The late half of the core (docs/decisions/0020): what the first questions do not take, in a file of its own that puts its
// functions into the core's table.
import { compile } from './wasm.js';

interface Table {
  get(place: number): (...given: number[]) => number;
}

export class LateHalf {
  /** Its functions are in the table. */
  isHere = false;
  private coming: Promise<void> | undefined;

  /** `exports` of the first half; `address` of this one, or '' when the core is whole. */
  constructor(private readonly exports: () => object, private readonly address: string) {
    this.isHere = !address;
  }

  /** Fetched once; after a failure the next call tries again. */
  load(): Promise<void> {
    if (this.isHere) return Promise.resolve();
    this.coming ??= fetch(this.address).then(compile).then((module) => this.fill(module));
    this.coming.catch(() => { this.coming = undefined; });
    return this.coming;
  }

  /** A call that nobody foresaw cannot wait: the half is fetched while the page stands still. Fails without a network. */
  call(place: number, given: number[]): number {
    if (!this.isHere) this.fill(new WebAssembly.Module(bytesNow(this.address)));
    const { __indirect_function_table: table } = this.exports() as { __indirect_function_table: Table };
    return table.get(place)(...given);
  }

  private fill(module: WebAssembly.Module): void {
    if (this.isHere) return;
    new WebAssembly.Instance(module, { primary: this.exports() as WebAssembly.ModuleImports });
    this.isHere = true;
  }
}

/** A request that does not return until it is answered gives text only: each byte is a letter of its own in this one. */
function bytesNow(address: string): Uint8Array<ArrayBuffer> {
  const request = new XMLHttpRequest();
  request.open('GET', address, false);
  request.overrideMimeType('text/plain; charset=x-user-defined');
  request.send();
  if (request.status !== 200) throw new Error(`${address}: ${request.status}`);
  return Uint8Array.from(request.responseText, (letter) => letter.charCodeAt(0));
}
