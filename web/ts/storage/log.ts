// The journal's second store: a log in the origin's private file system. It runs in a worker of its own (log_worker.ts), where
// a write can be flushed to the disk.
//   journal/<random>.log   one file a tab; a line is a record as JSON. Only its tab holds a file open and writes to it
//   damaged/<random>.txt   lines that are no sound records, as they were found
//   pins/<hash>            a definition
// Files that no tab holds are gathered into the tab's own one at the start and when a dossier is erased: the new lines are on
// the disk before the old files go, so that nothing is lost in between; read twice, a record is the same record.
import { idleFiles, openNew, textIn, textOf, write, writeFile, type HeldFile } from './files.js';
import { reasonOf } from './keeper.js';
import { erasedField, judge, keptValues, nameOf, type StoredRecord } from './records.js';
import type { Store } from './store.js';

/** Gathering costs a write of everything: a few files, or lines, that say nothing new are left alone. */
const mostFiles = 4;

export class Log implements Omit<Store, 'close'> {
  private own: HeldFile | undefined;
  /** There is more than is worth keeping. */
  private full = false;
  private readonly folders = new Map<string, Promise<FileSystemDirectoryHandle>>();

  async readAll(): Promise<unknown[]> {
    const folder = await this.folder('journal');
    const texts: string[] = [];
    for await (const file of folder.values()) if (file.kind === 'file') texts.push(await textOf(file as FileSystemFileHandle));
    const values = texts.flatMap(linesOf);
    this.full = texts.length > mostFiles || values.length > 2 * keptOf(values).length + 100;
    return values;
  }

  /** Creating this tab's own file is a real write. Not before anything has been read: gathering follows what was found. */
  async probe(): Promise<void> {
    await this.open();
    if (this.full) await this.gather(() => true);
    this.full = false;
  }

  async append(records: StoredRecord[]): Promise<void> {
    const handle = await this.open();
    try {
      write(handle, handle.getSize(), bytesOf(records.map((record) => JSON.stringify(record))));
    } catch (reason) {
      if (reasonOf(reason) !== 'quota') this.letGo();
      throw reason;
    }
  }

  async setAside(values: unknown[]): Promise<void> {
    const folder = await this.folder('damaged');
    await writeFile(folder, `${crypto.randomUUID()}.txt`, bytesOf(values.map(lineOf)));
    const gone = new Set(values.map(lineOf));
    await this.gather((value) => !gone.has(lineOf(value)));
  }

  async erase(dossier: string): Promise<void> {
    const goes = (value: unknown): boolean => {
      const record = value as Partial<StoredRecord> | null;
      return typeof record === 'object' && record?.dossier === dossier && record.field !== erasedField;
    };
    await this.gather((value) => !goes(value));
    const folder = await this.folder('damaged');
    for await (const file of folder.values()) {
      const lines = (await textOf(file as FileSystemFileHandle)).split('\n').filter(Boolean);
      const left = lines.filter((line) => !line.includes(JSON.stringify(dossier)));
      if (left.length === lines.length) continue;
      if (left.length) await writeFile(folder, `${crypto.randomUUID()}.txt`, bytesOf(left));
      await folder.removeEntry(file.name);
    }
  }

  async putPin(hash: string, bytes: Uint8Array): Promise<void> {
    const there = await this.getPin(hash).catch(() => undefined);
    if (there?.length === bytes.length && bytes.every((byte, index) => byte === there[index])) return;
    await writeFile(await this.folder('pins'), nameOfPin(hash), bytes);
  }

  async getPin(hash: string): Promise<Uint8Array | undefined> {
    const folder = await this.folder('pins');
    const file = await folder.getFileHandle(nameOfPin(hash)).catch(() => undefined);
    return file && new Uint8Array(await (await file.getFile()).arrayBuffer());
  }

  /** A file that cannot be written any more: the next try has a new one. What this one holds is gathered at the next start. */
  private letGo(): void {
    try {
      this.own?.handle.close();
    } finally {
      this.own = undefined;
    }
  }

  private folder(name: string): Promise<FileSystemDirectoryHandle> {
    const known = this.folders.get(name) ?? navigator.storage.getDirectory().then((root) => root.getDirectoryHandle(name, { create: true }));
    known.catch(() => this.folders.delete(name));
    this.folders.set(name, known);
    return known;
  }

  /** This tab's own file. */
  private async open(): Promise<FileSystemSyncAccessHandle> {
    this.own ??= await openNew(await this.folder('journal'));
    return this.own.handle;
  }

  /** Writes what is worth keeping of all files that no other tab holds into a new file and removes those files. */
  private async gather(stays: (value: unknown) => boolean): Promise<void> {
    const folder = await this.folder('journal');
    const before = this.own;
    const idle = await idleFiles(folder, before?.name);
    const held = before ? [before, ...idle] : [...idle];
    try {
      const fresh = await openNew(folder);
      idle.push(fresh);
      write(fresh.handle, 0, bytesOf(keptOf(held.flatMap(({ handle }) => linesOf(textIn(handle))).filter(stays)).map(lineOf)));
      this.own = fresh;
    } catch (reason) {
      for (const { handle } of idle) handle.close();
      if (reasonOf(reason) !== 'quota') this.letGo();
      throw reason;
    }
    for (const { name, handle } of held) {
      handle.close();
      await folder.removeEntry(name);
    }
  }
}

/** Lines begin with a break too: what could not be taken back stands in front of none of them. */
function bytesOf(lines: string[]): Uint8Array {
  return new TextEncoder().encode(['', ...lines, ''].join('\n'));
}

/** Records, and lines that are none as the text they are. */
function linesOf(text: string): unknown[] {
  return text.split('\n').filter(Boolean).map((line) => {
    try {
      return JSON.parse(line) as unknown;
    } catch {
      return line;
    }
  });
}

function lineOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The last few values of each field, and everything that this version cannot judge or finds damaged. */
function keptOf(values: unknown[]): unknown[] {
  const byField = new Map<string, Map<number, StoredRecord>>();
  const others = new Map<string, unknown>();
  for (const value of values) {
    if (judge(value) !== 'sound') {
      others.set(lineOf(value), value);
      continue;
    }
    const record = value as StoredRecord;
    const name = nameOf(record);
    if (!byField.has(name)) byField.set(name, new Map());
    byField.get(name)?.set(record.seq, record);
  }
  const kept = [...byField.values()].flatMap((records) => [...records.values()].sort((a, b) => a.seq - b.seq).slice(-keptValues));
  return [...kept, ...others.values()];
}

/** A hash is letters and digits; nothing else becomes a file's name. */
function nameOfPin(hash: string): string {
  return hash.replace(/[^0-9a-zA-Z]/g, '') || 'none';
}
