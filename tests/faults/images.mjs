// A disk of its own for a profile: an ext4 image behind a loop device, that can be cut off, filled and freed.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { constants } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const run = (command, ...args) => execFileSync(command, args, { stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8' });

/** Calls `use` with a disk of so many MB; gives why, as a sentence, when this machine refuses to mount one. */
export async function withDisk(megabytes, use) {
  const folder = mkdtempSync(join(tmpdir(), 'danloi-disk-'));
  const disk = new Disk(folder);
  try {
    const refusal = disk.make(megabytes);
    if (refusal) return refusal;
    await use(disk);
    return undefined;
  } finally {
    disk.unmount();
    rmSync(folder, { recursive: true, force: true });
  }
}

class Disk {
  mounted = false;

  constructor(folder) {
    this.image = join(folder, 'disk.img');
    this.copy = join(folder, 'copy.img');
    this.root = join(folder, 'root');
    this.profile = join(this.root, 'profile');
  }

  make(megabytes) {
    try {
      run('truncate', '-s', `${megabytes}M`, this.image);
      run('mkfs.ext4', '-q', '-m', '0', this.image);
      mkdirSync(this.root);
      this.mount();
      mkdirSync(this.profile);
      return undefined;
    } catch (reason) {
      return `mounting an image is refused: ${String(reason.stderr || reason.message).trim().split('\n')[0]}`;
    }
  }

  mount() {
    run('mount', '-o', 'loop', this.image, this.root);
    this.mounted = true;
  }

  /** Killed processes let go of their files a moment after the signal: up to 5 s are given to them. */
  unmount() {
    for (let left = 50; this.mounted; left--) {
      try {
        run('umount', this.root);
        this.mounted = false;
      } catch (reason) {
        if (left === 0 || !/busy/.test(reason.stderr)) throw reason;
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
      }
    }
  }

  /** What has reached the device so far, as after a power cut: what the system still had in memory is not in it. */
  cut() {
    copyFileSync(this.image, this.copy, constants.COPYFILE_FICLONE);
  }

  /** The machine starts again with what was on the device at the cut. */
  restart() {
    this.unmount();
    copyFileSync(this.copy, this.image, constants.COPYFILE_FICLONE);
    this.mount();
  }

  /** Fills the disk to its last byte. */
  fill() {
    try {
      run('dd', 'if=/dev/zero', `of=${join(this.root, 'filler')}`, 'bs=64K');
    } catch (reason) {
      if (!/No space left/.test(reason.stderr)) throw reason;
    }
    try {
      for (let part = 0; ; part++) writeFileSync(join(this.root, `filler-${part}`), Buffer.alloc(1024));
    } catch (reason) {
      if (reason.code !== 'ENOSPC') throw reason;
    }
  }

  free() {
    run('sh', '-c', `rm -f "${this.root}"/filler*`);
  }
}
