// A dossier in words, from what was stored with it: needs neither core nor definition. Nothing stored is trusted to have
// the right shape.
import type { StoredDossier } from '../storage/records.js';
import { metaOf, parsed } from './readers.js';
import { say, type TextName } from './texts.js';

/** A label and what it says. */
export type Pair = [string, string];

export interface Description {
  title: string;
  facts: Pair[];
  answers: Pair[];
  papers: Pair[];
  notices: TextName[];
}

/** The snapshot that the core keeps beside the answers (app/core/snapshot.cpp). */
interface Snapshot {
  title: string;
  answers: Pair[];
  papers: Pair[];
  [more: string]: unknown;
}

export function describe(dossier: StoredDossier): Description {
  const { procedure, created } = metaOf(dossier);
  const snapshot = readSnapshot(parsed(dossier.fields['snapshot']));
  const notices: TextName[] = [];
  if (dossier.readonly) notices.push('rescue.newer');
  if (!snapshot) notices.push('rescue.summary.failed');
  return {
    title: snapshot?.title || procedure || say('rescue.untitled'),
    facts: [...fact('rescue.begun', day(created)), ...snapshot ? snapshotFacts(snapshot) : []],
    answers: snapshot?.answers ?? rawAnswers(dossier),
    papers: snapshot?.papers ?? [],
    notices,
  };
}

function readSnapshot(value: unknown): Snapshot | undefined {
  const { title, answers, papers } = (value ?? {}) as Partial<Snapshot>;
  if (typeof title !== 'string' || !isPairs(answers) || !isPairs(papers)) return undefined;
  return { ...value as Snapshot, title, answers, papers };
}

function isPairs(value: unknown): value is Pair[] {
  return Array.isArray(value) && value.every((pair) => Array.isArray(pair) && pair.length === 2 && pair.every((one) => typeof one === 'string'));
}

function snapshotFacts({ asked, answered, needed, have, deadline }: Snapshot): Pair[] {
  return [...fact('rescue.answered', share(answered, asked)), ...fact('rescue.have', share(have, needed)), ...fact('rescue.deadline', day(deadline))];
}

function fact(name: TextName, value: string): Pair[] {
  return value ? [[say(name), value]] : [];
}

function share(n: unknown, total: unknown): string {
  return typeof n === 'number' && typeof total === 'number' ? say('rescue.of', { n, total }) : '';
}

/** "2026-11-22" as 22/11/2026; nothing for anything else. */
export function day(iso: unknown): string {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(String(iso)) ?? [];
  return year ? `${date}/${month}/${year}` : '';
}

/** Without a snapshot: names of questions and values as they are stored. */
function rawAnswers({ fields }: StoredDossier): Pair[] {
  const prefix = 'answer.';
  return Object.keys(fields).filter((name) => name.startsWith(prefix)).sort()
    .map((name) => [name.slice(prefix.length), rawText(fields[name] as string)]);
}

function rawText(json: string): string {
  const value = parsed(json);
  if (Array.isArray(value)) return value.join(', ');
  return typeof value === 'string' ? value : json;
}
