// The file a person chooses: asked for its size first, known by its content, never by its name.
import { largestBackup } from '../backup/format.js';
import { readBackup, type Backup, type Refusal } from '../backup/read.js';
import type { TextName } from '../rescue/texts.js';

const refusals: Record<Refusal, TextName> = {
  large: 'device.bring.large.failed', foreign: 'device.bring.foreign.failed', newer: 'device.bring.newer.failed', damaged: 'device.bring.damaged.failed',
};

/** What is in the file, or the name of the sentence that says why it cannot be brought in. */
export async function openBackup(file: File): Promise<Backup | TextName> {
  if (file.size > largestBackup) return refusals.large;
  if (!file.size) return 'device.bring.empty.failed';
  try {
    const reading = readBackup(new Uint8Array(await file.arrayBuffer()));
    return reading.ok ? reading.backup : refusals[reading.reason];
  } catch {
    return 'device.bring.unreadable.failed'; // moved away meanwhile, or on a stick that is gone
  }
}
