// Dossiers on their way into the core, which takes so much at a time (app/core/limits.hpp): many of them go in portions.
import type { StoredDossier } from './storage/records.js';

/** Letters of one portion: in UTF-8 and as JSON well under the core's 2 MB and 200,000 values. */
const mostLetters = 300_000;

/** The field that sums a dossier up. The core reads its words and numbers, and makes its lists anew. */
const summary = 'snapshot';

/** In the same order; one that is larger than a portion goes alone. */
export function portions(dossiers: StoredDossier[]): StoredDossier[][] {
  const all: StoredDossier[][] = [];
  let letters = mostLetters;
  for (const dossier of dossiers.map(asRead)) {
    const size = Object.entries(dossier.fields).reduce((sum, [name, value]) => sum + name.length + value.length + 8, 0);
    letters += size;
    if (letters > mostLetters) {
      all.push([]);
      letters = size;
    }
    all.at(-1)?.push(dossier);
  }
  return all;
}

function asRead(dossier: StoredDossier): StoredDossier {
  const { [summary]: snapshot, ...fields } = dossier.fields;
  return snapshot === undefined ? dossier : { ...dossier, fields: { ...fields, [summary]: withoutLists(snapshot) } };
}

function withoutLists(json: string): string {
  try {
    const whole = JSON.parse(json) as object;
    return Array.isArray(whole) ? '{}' : JSON.stringify(whole, (name, value: unknown) => (name && typeof value === 'object' ? undefined : value));
  } catch {
    return '{}';
  }
}
