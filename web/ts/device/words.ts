// A stored field in words: labels and answers from the definition a dossier was begun with, as far as there is one.
// Nothing stored is trusted to have the right shape; what cannot be put in words is shown as it is stored.
import type { BackupDossier } from '../backup/format.js';
import { blank, valueOf } from '../backup/merge.js';
import { day } from '../rescue/describe.js';
import { parsed } from '../rescue/readers.js';
import { say, type TextName } from '../rescue/texts.js';

/** What is read of a definition. */
export interface Definition {
  questions?: { id?: unknown; text?: unknown; options?: { value?: unknown; label?: unknown }[] }[];
  documents?: { id?: unknown; name?: unknown }[];
}

const paperStates = new Map<unknown, TextName>([
  ['undecided', 'device.state.undecided'], ['have', 'device.state.have'], ['on_the_way', 'device.state.on_the_way'],
  ['missing', 'device.state.missing'], ['not_needed', 'device.state.not_needed'],
]);

const otherLabels = new Map<string, TextName>([['meta', 'device.field.meta'], ['place', 'device.field.place'], ['binned', 'device.field.binned']]);

/** The definition in these bytes; nothing when there is none. */
export function definitionIn(bytes: Uint8Array): Definition | undefined {
  const value = parsed(new TextDecoder().decode(bytes));
  return typeof value === 'object' && value !== null ? value : undefined;
}

/** What a field is called: the question, the paper, or its own name. */
export function labelOf(field: string, definition: Definition | undefined): string {
  const [kind, id] = parted(field);
  const known = kind === 'answer' ? questionOf(definition, id)?.text : kind === 'paper' ? paperOf(definition, id)?.name : undefined;
  const other = otherLabels.get(field);
  return localized(known) || (other ? say(other) : id || field);
}

/** What a field says in this dossier. */
export function valueIn(field: string, dossier: BackupDossier, definition: Definition | undefined): string {
  const text = valueOf(dossier, field);
  const [kind, id] = parted(field);
  const value = parsed(text);
  if (field === 'binned') return text === blank ? say('device.binned.no') : say('device.binned.yes', { date: day(value) || text });
  if (text === blank) return say('device.blank');
  if (field === 'meta') return metaText(value) || text;
  if (field === 'place') return placeText(dossier, value) || text;
  if (kind === 'answer') return answerText(value, questionOf(definition, id)?.options) || text;
  const state = kind === 'paper' || kind === 'shared' ? paperStates.get(value) : undefined;
  return state ? say(state) : localized(value) || (typeof value === 'string' ? value : text);
}

/** "answer.birthDate" as its kind and its id. */
function parted(field: string): [string, string] {
  const at = field.indexOf('.');
  return at < 0 ? [field, ''] : [field.slice(0, at), field.slice(at + 1)];
}

function questionOf(definition: Definition | undefined, id: string): NonNullable<Definition['questions']>[number] | undefined {
  return listOf(definition?.questions).find((question) => question?.id === id);
}

function paperOf(definition: Definition | undefined, id: string): NonNullable<Definition['documents']>[number] | undefined {
  return listOf(definition?.documents).find((paper) => paper?.id === id);
}

function answerText(value: unknown, options: { value?: unknown; label?: unknown }[] | undefined): string {
  if (value === null) return say('device.unknown');
  if (typeof value === 'boolean') return say(value ? 'device.yes' : 'device.no');
  if (Array.isArray(value)) return value.map((one) => answerText(one, options)).join(', ');
  const option = listOf(options).find((one) => one?.value === value);
  return localized(option?.label) || day(value) || (typeof value === 'object' ? '' : String(value));
}

function metaText(value: unknown): string {
  const { version, created } = (value ?? {}) as { version?: unknown; created?: unknown };
  return typeof version === 'string' ? say('device.meta', { version: day(version) || version, begun: day(created) || '?' }) : '';
}

/** The name that was kept beside the code of a place. */
function placeText(dossier: BackupDossier, code: unknown): string {
  return localized(parsed(valueOf(dossier, `name.${String(code)}`)));
}

function localized(text: unknown): string {
  const said = (text as Record<string, unknown> | null | undefined)?.[document.documentElement.lang === 'en' ? 'en' : 'vi'];
  return typeof said === 'string' ? said : '';
}

function listOf<T>(value: T[] | undefined): T[] {
  return Array.isArray(value) ? value : [];
}
