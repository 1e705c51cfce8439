// Definitions that only one store has, or that are damaged in one: reading them gives them to the other.
import { metaOf } from '../rescue/readers.js';
import type { Journal } from './journal.js';

/** Reads what dossiers need, one after the other. For when the page has nothing better to do: it is as much as all of them. */
export async function mendPins(journal: Pick<Journal, 'dossiers' | 'pinned'>): Promise<void> {
  const hashes = new Set(journal.dossiers.map((dossier) => metaOf(dossier).hash).filter(Boolean));
  for (const hash of hashes) await journal.pinned(hash);
}
