// What a back-up file holds against what this device holds: field by field, with nothing lost on either side.
import { erasedField, type StoredDossier } from '../storage/records.js';
import type { BackupDossier } from './format.js';

/**
 * `new`: not on this device. `same`: the device has all of it. `adds`: the file has fields that the device lacks.
 * `differs`: both have a field and mean different things. `newer`: a later version of the app has written here, so that it
 * is not ours to change.
 */
export type Standing = 'new' | 'same' | 'adds' | 'differs' | 'newer';

/** What becomes of a dossier that differs: the device's values, the file's, or the file's as a dossier of its own. */
export type Choice = 'here' | 'there' | 'both';

export interface Comparison {
  /** As it stands in the file. */
  there: BackupDossier;
  /** What the device has under the same id. */
  here: StoredDossier | undefined;
  standing: Standing;
  /** Names of fields that only the file has. */
  added: string[];
  /** Names of fields in which the two differ. */
  conflicts: string[];
  /** The id under which it is brought in as a dossier of its own. */
  ownId: string;
  /** The id under which this device has all of it already. */
  knownId: string | undefined;
}

/** What is to be written of one dossier, and what stood there; nothing stood there when the dossier is new. */
export interface Change {
  id: string;
  fields: Record<string, string>;
  before: Record<string, string> | undefined;
}

/** What the device holds. Under an id that was erased nothing can be kept again. */
export interface Held {
  dossiers: StoredDossier[];
  erased: Set<string>;
}

/** An empty text stands for nothing: it is written where a value was taken back. */
export const blank = '""';

/** Reckoned from the answers, or where somebody stopped: no difference to be asked about. */
const derived = new Set(['snapshot', 'step']);

/** Names the dossier that came before, as JSON text of its id: another id here may mean the same. */
const follows = 'follows';

/** Absence of this one says something, too: the dossier is not in the bin. */
const binned = 'binned';

/** Each dossier of the file against the device, in the order of the file. `newId` gives an id that was never used. */
export function compareAll(file: BackupDossier[], { dossiers, erased }: Held, newId: () => string): Comparison[] {
  const byId = new Map(dossiers.map((dossier) => [dossier.id, dossier]));
  // Not those that the same file may change: a likeness has to last.
  const inFile = new Set(file.map(({ id }) => id));
  const contents = new Map(dossiers.filter(({ id }) => !inFile.has(id)).map((dossier) => [contentOf(dossier), dossier.id]));
  const met = new Set<string>();
  return file.map(withoutErasure).filter(({ fields }) => Object.keys(fields).length).map((there) => {
    const here = byId.get(there.id);
    const taken = !!here || erased.has(there.id) || met.has(there.id);
    met.add(there.id);
    const knownId = taken ? contents.get(contentOf(there)) : undefined;
    return { ...compare(there, here, knownId !== undefined), ownId: taken ? newId() : there.id, knownId };
  });
}

/** What has to be written of all, each as `choice` says for its place. What follows one that gets another id follows it there. */
export function changesOf(comparisons: Comparison[], choice: (index: number) => Choice): Change[] {
  const changes = comparisons.map((comparison, index) => changeOf(comparison, choice(index)));
  const ids = new Map(comparisons.map(({ there, knownId }, index) => [there.id, changes[index]?.id ?? knownId ?? there.id]));
  const names = new Map([...ids].map((pair) => pair.map((id) => JSON.stringify(id)) as [string, string]));
  return changes.filter((change): change is Change => !!change).map((change) => withName(change, names));
}

function withName(change: Change, names: Map<string, string>): Change {
  const name = names.get(change.fields[follows] ?? '');
  return name ? { ...change, fields: { ...change.fields, [follows]: name } } : change;
}

/** What has to be written; nothing when there is nothing to do. */
export function changeOf({ there, here, standing, added, conflicts, ownId }: Comparison, choice: Choice): Change | undefined {
  if (standing === 'same' || standing === 'newer') return undefined;
  if (!here || (standing === 'differs' && choice === 'both')) return { id: ownId, fields: there.fields, before: undefined };
  const names = standing === 'differs' && choice === 'there' ? [...added, ...conflicts] : added;
  if (!names.length) return undefined;
  const written = names.map((name) => [name, valueOf(there, name)] as const);
  const snapshot = choice === 'there' ? joined(there, here) : joined(here, there);
  if (snapshot !== valueOf(here, 'snapshot')) written.push(['snapshot', snapshot]);
  const before = written.map(([name]) => [name, valueOf(here, name)] as const);
  return { id: here.id, fields: Object.fromEntries(written), before: Object.fromEntries(before) };
}

function compare(there: BackupDossier, here: StoredDossier | undefined, known: boolean): Omit<Comparison, 'ownId' | 'knownId'> {
  const names = entered(there.fields);
  if (here && !names.includes(binned)) names.push(binned);
  const added = names.filter((name) => here && name !== binned && isBlank(here, name) && !isBlank(there, name));
  const conflicts = names.filter((name) => here && differs(name, here, there));
  return { there, here, added, conflicts, standing: standingOf(here, added, conflicts, known) };
}

function standingOf(here: StoredDossier | undefined, added: string[], conflicts: string[], known: boolean): Standing {
  if (known) return 'same';
  if (!here) return 'new';
  if (!added.length && !conflicts.length) return 'same';
  if (here.readonly) return 'newer';
  return conflicts.length ? 'differs' : 'adds';
}

function differs(name: string, here: BackupDossier, there: BackupDossier): boolean {
  const [a, b] = [valueOf(here, name), valueOf(there, name)];
  return a !== b && name !== follows && (name === binned || (a !== blank && b !== blank));
}

function isBlank(dossier: BackupDossier, name: string): boolean {
  return valueOf(dossier, name) === blank;
}

/** What a field says, JSON text. Names come from a file: "constructor" is one of a field or of none. */
export function valueOf({ fields }: BackupDossier, name: string): string {
  return Object.hasOwn(fields, name) ? fields[name] as string : blank;
}

function entered(fields: Record<string, string>): string[] {
  return Object.keys(fields).filter((name) => !derived.has(name)).sort();
}

/** Everything entered in a dossier: two with the same are the same to the person, whatever their ids and those they follow. */
function contentOf({ fields }: BackupDossier): string {
  return JSON.stringify(entered(fields).filter((name) => name !== follows && fields[name] !== blank).map((name) => [name, fields[name]]));
}

/** A file that asks for erasure is none of ours. */
function withoutErasure({ id, fields }: BackupDossier): BackupDossier {
  return { id, fields: Object.fromEntries(Object.entries(fields).filter(([name]) => name !== erasedField)) };
}

interface Snapshot {
  title: string;
  asked: number;
  answered: number;
  answers: [string, string][];
  papers: [string, string][];
}

/** The summary of the first with what only the second says, until the app reckons it anew at the next answer. */
function joined(first: BackupDossier, second: BackupDossier): string {
  const [own, other] = [valueOf(first, 'snapshot'), valueOf(second, 'snapshot')];
  if (own === blank) return other;
  try {
    const [a, b] = [JSON.parse(own), JSON.parse(other)] as [Snapshot, Snapshot];
    if (a.title !== b.title) return own; // another language, or no summary: pairs would stand there twice
    const [answers, papers] = [union(a.answers, b.answers), union(a.papers, b.papers)];
    const answered = Math.max(a.answered, answers.length);
    return JSON.stringify({ ...a, answers, papers, answered, asked: Math.max(a.asked, answered) });
  } catch {
    return own;
  }
}

function union(own: [string, string][], other: [string, string][]): [string, string][] {
  const labels = new Set(own.map(([label]) => label));
  return [...own, ...other.filter(([label]) => !labels.has(label))];
}
