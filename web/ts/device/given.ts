// What the parts of the page need of the list above them.
import type { Reader } from '../rescue/readers.js';

export interface Given {
  /** Every place where records are kept, to read from. */
  readers: Reader[];
  /** Address of the log's worker. */
  log: string;
  /** Reads the list again, after something was written. */
  refresh(): Promise<void>;
}
