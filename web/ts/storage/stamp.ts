// Two fields that the journal itself writes with everything a page enters into a dossier, so that the next start can say up
// to when it is kept if this page should end without being closed (tabs/ended.ts).
//   at    JSON text of the device's local time, "2026-11-22T14:05"
//   page  JSON text of the page's own random name, which is also that of a lock it holds while it lives
import type { StoredRecord } from './records.js';

const atField = 'at';
const pageField = 'page';

/** The last thing that was entered on this device. */
export interface Work {
  /** Its place in the order. */
  seq: number;
  at: string;
  page: string;
}

/** What is entered, with the stamp of the page. A page without a name enters nothing by itself: it leaves no stamp. */
export function stamped(fields: Record<string, string>, page: string, lastPage: string | undefined): Record<string, string> {
  const entered = unstamped(fields); // of a dossier from elsewhere, a stamp says nothing here
  if (!page) return entered;
  const name = JSON.stringify(page);
  return { ...entered, ...name === lastPage ? {} : { [pageField]: name }, [atField]: JSON.stringify(localMinute(new Date())) };
}

/** What people entered, without the stamp. */
export function unstamped(fields: Record<string, string>): Record<string, string> {
  const { [atField]: at, [pageField]: page, ...entered } = fields;
  return entered;
}

/** What was entered last of everything that these records say. */
export function lastWork(records: StoredRecord[]): Work | undefined {
  const at = records.filter(({ field }) => field === atField).sort((a, b) => a.seq - b.seq).at(-1);
  const page = records.find(({ dossier, field }) => field === pageField && dossier === at?.dossier);
  return at && page && { seq: at.seq, at: textOf(at), page: textOf(page) };
}

function textOf({ value }: StoredRecord): string {
  try {
    return String(JSON.parse(value));
  } catch {
    return '';
  }
}

function localMinute(now: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}T${two(now.getHours())}:${two(now.getMinutes())}`;
}
