// The files of a release that are not needed to start: fetched one by one, followed and paused by whoever likes to.
import type { Kept } from './kept.js';
import { Mismatch, type Listed } from './release.js';

/** Files fetched side by side in the background. */
const lanes = 3;
/** After so many files that do not come as listed the rest waits for the next start. */
const patience = 3;

/**
 * How much of the release is on the device; `of` is 0 when nobody can tell. `working`: files are being fetched. `why` it
 * stopped before the end: "network", "full" (no room on the device), "changed" (the server has other files by now) or
 * "paused" by a person.
 */
export interface Progress {
  files: number;
  of: number;
  bytes: number;
  ofBytes: number;
  working: boolean;
  why: '' | 'network' | 'full' | 'changed' | 'paused';
}

type Follower = (progress: Progress) => void;

export class Rest {
  private running: Promise<void> | undefined;
  private readonly followers = new Set<Follower>();
  private paused = false;

  constructor(private readonly kept: Kept) {}

  /** Fetches what is still missing; another call goes on where this one stopped. `follow` hears of each file. Never fails. */
  async fetch(follow?: Follower): Promise<void> {
    if (follow) this.followers.add(follow);
    this.paused = false;
    this.running ??= this.run().finally(() => { this.running = undefined; });
    await this.running;
    if (follow) this.followers.delete(follow);
  }

  /** The files that are on their way are the last ones. */
  pause(): void {
    this.paused = true;
  }

  /** What is here now, counted. */
  async progress(): Promise<Progress> {
    try {
      const { here, missing } = await this.kept.sorted();
      return { ...countOf(here, missing), working: !!this.running, why: '' };
    } catch {
      return { ...countOf([], []), working: false, why: 'network' }; // not even the list is to be had
    }
  }

  private async run(): Promise<void> {
    const { missing } = await this.kept.sorted().catch(() => ({ missing: [] }));
    const now: Progress = { ...await this.progress(), working: true };
    let failures = 0;
    const lane = async (): Promise<void> => {
      for (let file = missing.shift(); file && failures < patience && !this.paused; file = missing.shift()) {
        try {
          await this.kept.keep(file);
          now.files++;
          now.bytes += file.bytes;
        } catch (reason) {
          now.why = whyOf(reason);
          failures += now.why === 'full' ? patience : 1;
        }
        this.tell(now);
      }
    };
    this.tell(now);
    await Promise.all(Array.from({ length: lanes }, lane));
    const short = now.files < now.of && this.paused;
    this.tell({ ...now, working: false, why: short ? 'paused' : now.why });
  }

  private tell(progress: Progress): void {
    for (const follow of this.followers) follow({ ...progress });
  }
}

function countOf(here: Listed[], missing: Listed[]): Pick<Progress, 'files' | 'of' | 'bytes' | 'ofBytes'> {
  const bytes = sumOf(here);
  return { files: here.length, of: here.length + missing.length, bytes, ofBytes: bytes + sumOf(missing) };
}

function sumOf(files: Listed[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}

function whyOf(reason: unknown): Progress['why'] {
  if (reason instanceof Mismatch) return 'changed';
  return (reason as { name?: string } | null)?.name === 'QuotaExceededError' ? 'full' : 'network';
}
