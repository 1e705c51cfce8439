// A dossier is one page's to write: the one that has its Web Lock. The others look on, wait for the lock, and may take it.
import type { Action } from '../screen.js';
import type { Journal } from '../storage/journal.js';
import type { StoredRecord } from '../storage/records.js';

/** Hands an Action of the page itself to the core. */
export type Dispatch = (action: Action) => void;

/** This page's part in one dossier, from coming to it until leaving it. */
export class Hold {
  private mine = false;
  private over = false;
  /** Another page has had the lock since this one came: what it wrote is read before anything is written here. */
  private behind = false;
  private letGo: () => void = () => undefined;
  private waiting = new AbortController();
  private answer: Promise<void> = Promise.resolve();

  constructor(readonly dossier: string, private readonly journal: Journal, private readonly dispatch: Dispatch, private readonly locks: LockManager) {
    void this.ask({ ifAvailable: true });
  }

  /** The person wants to go on here. `answer`: the other page has written and let go, or has had its time. */
  async takeOver(answer: Promise<void>): Promise<void> {
    this.answer = answer;
    await answer;
    if (this.mine || this.over) return;
    this.waiting.abort();
    void this.ask({ steal: true });
  }

  /** The person wants to go on in another page: gives what there is of the dossier. Nothing when the lock is not here. */
  give(): StoredRecord[] | undefined {
    return this.mine ? this.lose() : undefined;
  }

  /** This page goes on to something else. */
  end(): void {
    this.over = true;
    this.mine = false;
    this.waiting.abort();
    this.letGo();
    this.journal.enter(this.dossier);
  }

  /** Resolves when the lock is no longer asked for. Where locks are refused, everything goes on without them. */
  private async ask(options: LockOptions): Promise<void> {
    let refused = false;
    try {
      await this.locks.request(`danloi-dossier-${this.dossier}`, options, (lock) => {
        refused = !lock;
        return lock ? this.work() : undefined;
      });
    } catch {
      refused = this.mine; // taken from us; or waiting was given up, which says nothing
    }
    if (refused && !this.over) this.lose();
  }

  /** With the lock in hand; resolves when it is let go. */
  private work(): Promise<void> {
    if (this.over) return Promise.resolve();
    this.mine = true;
    const letGo = new Promise<void>((resolve) => { this.letGo = resolve; });
    void this.begin();
    return letGo;
  }

  private async begin(): Promise<void> {
    const mine = this.letGo;
    if (this.behind) {
      await this.answer;
      await this.journal.refresh();
    }
    if (!this.mine || this.letGo !== mine) return;
    this.journal.enter(this.dossier);
    this.tell(false);
  }

  private lose(): StoredRecord[] {
    this.mine = false;
    this.behind = true;
    this.tell(true);
    const all = this.journal.leave(this.dossier);
    this.letGo();
    this.waiting = new AbortController();
    void this.ask({ signal: this.waiting.signal });
    return all;
  }

  private tell(elsewhere: boolean): void {
    this.dispatch({ t: 'held', dossier: this.dossier, elsewhere });
  }
}
