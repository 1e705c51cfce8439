// Files of the origin's private file system that a worker holds open, so that a write can be flushed to the disk.

/** What a worker has and a page has not; the types of pages do not name it. */
declare global {
  interface FileSystemSyncAccessHandle {
    read(into: Uint8Array, options: { at: number }): number;
    write(bytes: Uint8Array, options: { at: number }): number;
    truncate(size: number): void;
    getSize(): number;
    flush(): void;
    close(): void;
  }
  interface FileSystemFileHandle {
    createSyncAccessHandle(): Promise<FileSystemSyncAccessHandle>;
  }
}

/** A file that nobody else can open as long as it is held. */
export interface HeldFile {
  name: string;
  handle: FileSystemSyncAccessHandle;
}

/** Files of tabs that are gone, held by us from here on. */
export async function idleFiles(folder: FileSystemDirectoryHandle, own: string | undefined): Promise<HeldFile[]> {
  const found: HeldFile[] = [];
  for await (const file of folder.values()) {
    if (file.kind !== 'file' || file.name === own) continue;
    const handle = await (file as FileSystemFileHandle).createSyncAccessHandle().catch(() => undefined);
    if (handle) found.push({ name: file.name, handle });
  }
  return found;
}

/** A file that was not there before. */
export async function openNew(folder: FileSystemDirectoryHandle): Promise<HeldFile> {
  const name = `${crypto.randomUUID()}.log`;
  const file = await folder.getFileHandle(name, { create: true });
  return { name, handle: await file.createSyncAccessHandle() };
}

/** A file with these bytes and no others. */
export async function writeFile(folder: FileSystemDirectoryHandle, name: string, bytes: Uint8Array): Promise<void> {
  const handle = await (await folder.getFileHandle(name, { create: true })).createSyncAccessHandle();
  try {
    handle.truncate(0);
    write(handle, 0, bytes);
  } finally {
    handle.close();
  }
}

/** All of it at the end of a file or nothing: what a full disk has cut short is taken back. */
export function write(handle: FileSystemSyncAccessHandle, end: number, bytes: Uint8Array): void {
  try {
    if (handle.write(bytes, { at: end }) !== bytes.length) throw new DOMException('cut short', 'QuotaExceededError');
    handle.flush();
  } catch (reason) {
    handle.truncate(end);
    throw reason;
  }
}

export async function textOf(file: FileSystemFileHandle): Promise<string> {
  return (await file.getFile()).text();
}

export function textIn(handle: FileSystemSyncAccessHandle): string {
  const bytes = new Uint8Array(handle.getSize());
  handle.read(bytes, { at: 0 });
  return new TextDecoder().decode(bytes);
}
