// Which release each open tab belongs to. Written when a release takes over while tabs of the former one are open, and
// kept, because browsers stop and start a worker as they like.
import { cacheName, isRelease } from './kept.js';

interface Noted {
  /** The release in use. */
  current: string;
  /** Tabs that belong to another one, by client id. Ids are never used twice. */
  others: Record<string, string>;
}

/** A tab whose page came from the server because this release had none: all its files come from there, too. */
export const fromServer = 'server';

const notebook = 'danloi-tabs';
const entry = '/danloi-tabs';

export class Tabs {
  private noted: Promise<Noted> | undefined;

  constructor(private readonly own: string) {}

  /** The release of this tab. */
  async releaseOf(client: string): Promise<string> {
    return (await this.read()).others[client] ?? this.own;
  }

  /** This release is in use from now on; the tabs that are open stay with theirs. */
  async takeOver(open: string[]): Promise<void> {
    const { current, others } = await this.read();
    const stay = open.map((client) => [client, others[client] ?? current] as const);
    await this.write({ current: this.own, others: Object.fromEntries(stay) });
  }

  /** This tab shows a page of the server's release. */
  async leave(client: string): Promise<void> {
    const noted = await this.read();
    noted.others[client] = fromServer;
    await this.write(noted);
  }

  /** Deletes the caches of releases that no open tab belongs to. */
  async tidy(open: string[]): Promise<void> {
    const used = await Promise.all(open.map((client) => this.releaseOf(client)));
    const keep = new Set([this.own, ...used].map(cacheName));
    const names = (await caches.keys()).filter((name) => isRelease(name) && !keep.has(name));
    await Promise.all(names.map((name) => caches.delete(name)));
  }

  private read(): Promise<Noted> {
    this.noted ??= this.readNotebook();
    return this.noted;
  }

  private async readNotebook(): Promise<Noted> {
    const found = await (await caches.open(notebook)).match(entry).catch(() => undefined);
    return found ? await found.json() as Noted : { current: this.own, others: {} };
  }

  /** A full device does not stop a release from being used; the note then lasts as long as the worker does. */
  private async write(noted: Noted): Promise<void> {
    this.noted = Promise.resolve(noted);
    await (await caches.open(notebook)).put(entry, new Response(JSON.stringify(noted))).catch(() => undefined);
  }
}
