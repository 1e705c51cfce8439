// The log on a disk that runs full in the middle of a write: what is cut short is refused, and nothing is lost by it.
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { load } from './load.mjs';

const [{ Log }, { makeRecord }] = await Promise.all(['storage/log.ts', 'storage/records.ts'].map(load));
const decode = (bytes) => new TextDecoder().decode(bytes);
const encode = (text) => new TextEncoder().encode(text);

/** A disk in memory, as a worker sees it. `room`: bytes that it still takes; a write takes as many and says so. */
class Disk {
  room = Infinity;
  /** Set: the files that are open can no longer be written. */
  dead = false;
  /** Set: taking back what was cut short fails, too. */
  stuck = false;
  folders = new Map();

  async getDirectoryHandle(name) {
    if (!this.folders.has(name)) this.folders.set(name, new Map());
    const files = this.folders.get(name);
    return {
      values: async function* () { for (const [file, content] of [...files]) yield { name: file, kind: 'file', ...content.handle }; },
      getFileHandle: async (file, { create } = {}) => {
        if (!files.has(file) && !create) throw new DOMException('none', 'NotFoundError');
        if (!files.has(file)) files.set(file, this.#file());
        return files.get(file).handle;
      },
      removeEntry: async (file) => { files.delete(file); },
    };
  }

  /** What the files of a folder hold. */
  texts(folder) { return [...this.folders.get(folder)?.values() ?? []].map(({ bytes }) => decode(bytes)); }

  linesIn(folder) { return this.texts(folder).join('').split('\n').filter(Boolean); }

  #file() {
    const disk = this;
    const file = { bytes: new Uint8Array(), open: false, writes: 0 };
    const sync = {
      read: (into) => into.set(file.bytes),
      write(bytes, { at }) {
        if (disk.dead) throw new DOMException('closed', 'InvalidStateError');
        const taken = Math.min(bytes.length, disk.room);
        const all = new Uint8Array(Math.max(file.bytes.length, at + taken));
        all.set(file.bytes);
        all.set(bytes.subarray(0, taken), at);
        Object.assign(file, { bytes: all, writes: file.writes + 1 });
        return taken;
      },
      truncate(size) {
        if (disk.stuck) throw new DOMException('gone', 'InvalidStateError');
        file.bytes = file.bytes.slice(0, size);
      },
      getSize: () => file.bytes.length,
      flush: () => undefined,
      close: () => { file.open = false; },
    };
    file.handle = {
      getFile: async () => ({ text: async () => decode(file.bytes), arrayBuffer: async () => file.bytes.slice().buffer }),
      createSyncAccessHandle: async () => {
        if (file.open) throw new DOMException('held', 'NoModificationAllowedError');
        file.open = true;
        return sync;
      },
    };
    return file;
  }
}

let disk;
let log;
beforeEach(() => {
  disk = new Disk();
  Object.defineProperty(globalThis, 'navigator', { value: { storage: { getDirectory: async () => disk } }, configurable: true });
  log = new Log();
});

const full = { name: 'QuotaExceededError' };
let last = 0;
const record = (value, dossier = 'd') => makeRecord({ dossier, field: `f${value}`, value: String(value) }, ++last);
const kept = async () => (await new Log().readAll()).map((value) => value.value ?? value);

test('records that are cut short are refused, and the next ones stand whole', async () => {
  await log.append([record(1)]);
  const whole = disk.texts('journal');
  disk.room = 20;
  await assert.rejects(log.append([record(2), record(3)]), full);
  assert.deepEqual(disk.texts('journal'), whole);
  disk.room = Infinity;
  await log.append([record(4)]);
  assert.deepEqual(await kept(), ['1', '4']);
});

test('half a record that cannot be taken back does not spoil the next one', async () => {
  await log.append([record(1)]);
  Object.assign(disk, { room: 20, stuck: true });
  await assert.rejects(log.append([record(2)]));
  Object.assign(disk, { room: Infinity, stuck: false });
  await log.append([record(3)]);
  const values = await kept();
  assert.deepEqual([values.length, values[0], values[2]], [3, '1', '3']);
});

test('a file that can no longer be written is left, and the next try has a new one', async () => {
  await log.append([record(1)]);
  disk.dead = true;
  await assert.rejects(log.append([record(2)]), { name: 'InvalidStateError' });
  disk.dead = false;
  await log.append([record(3)]);
  assert.equal(disk.texts('journal').length, 2);
  assert.deepEqual(await kept(), ['1', '3']);
});

test('a definition that is cut short is refused, and no half of one is left', async () => {
  disk.room = 3;
  await assert.rejects(log.putPin('ab12', encode('{"id":"mẫu"}')), full);
  assert.deepEqual(disk.texts('pins'), ['']);
  disk.room = Infinity;
  await log.putPin('ab12', encode('{"id":"mẫu"}'));
  assert.equal(decode(await log.getPin('ab12')), '{"id":"mẫu"}');
});

test('a definition that is there is not written again, so that a full disk cannot take it', async () => {
  await log.putPin('ab12', encode('{}'));
  disk.room = 0;
  await log.putPin('ab12', encode('{}'));
  await assert.rejects(log.putPin('ab12', encode('[]')), full);
  assert.equal(disk.folders.get('pins').get('ab12').writes, 2);
});

test('damaged lines that cannot be set aside stay where they are', async () => {
  await log.append([record(1), { ...record(2), crc: 1 }]);
  const values = await log.readAll();
  disk.room = 20;
  await assert.rejects(log.setAside(values.slice(1)), full);
  assert.equal(disk.linesIn('journal').length, 2);
  assert.deepEqual(disk.linesIn('damaged'), []);
  disk.room = Infinity;
  await log.setAside(values.slice(1));
  assert.deepEqual([disk.linesIn('journal').length, disk.linesIn('damaged').length], [1, 1]);
});

test('a dossier is erased from what is set aside only when the others are written anew', async () => {
  const [gone, stays] = [{ ...record(1, 'gone'), crc: 1 }, { ...record(2, 'stays'), crc: 1 }];
  await log.append([gone, stays]);
  await log.setAside([gone, stays]);
  disk.room = 20;
  await assert.rejects(log.erase('gone'), full);
  assert.deepEqual(disk.linesIn('damaged').map((line) => JSON.parse(line)), [gone, stays]);
  disk.room = Infinity;
  await log.erase('gone');
  assert.deepEqual(disk.linesIn('damaged').map((line) => JSON.parse(line)), [stays]);
});

test('gathering that finds no room leaves the file of a tab that is gone, and lets go of it', async () => {
  await log.append([record(1)]);
  const files = () => [...disk.folders.get('journal').values()];
  for (const file of files()) file.open = false; // the tab is gone
  disk.room = 20;
  await assert.rejects(new Log().erase('nobody'), full);
  assert.deepEqual(await kept(), ['1']);
  assert.ok(files().every(({ open }) => !open));
});
