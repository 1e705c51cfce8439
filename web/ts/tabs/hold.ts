// A dossier is one page's to write: the one that has its Web Lock. The others look on, wait for the lock, and may take it.
import type { Action } from '../screen.js';
import type { Journal } from '../storage/journal.js';
import type { StoredRecord } from '../storage/records.js';

/** Hands an Action of the page itself to the core. */
export type Dispatch = (action: Action) => void;

/** What is held with. */
export interface Around {
  journal: Journal;
  dispatch: Dispatch;
  locks: LockManager;
}

/** This page's part in one dossier, from coming to it until leaving it. */
export class Hold {
  private mine = false;
  private over = false;
  private isTold = false;
  private letGo: () => void = () => undefined;
  private waiting = new AbortController();
  private answer: Promise<void> = Promise.resolve();
  private asking: Promise<void>;
  private onTold: () => void = () => undefined;

  /** Settles when the core has heard whose the dossier is. */
  readonly told = new Promise<void>((resolve) => { this.onTold = resolve; });

  /** `after`: this page has let go of this dossier before. */
  constructor(readonly dossier: string, private readonly around: Around, after: Promise<void>) {
    this.asking = after.then(() => {
      around.journal.come(dossier);
      return this.ask({ ifAvailable: true });
    });
  }

  /** The person wants to go on here. `answer`: the other page has written and let go, or has had its time. */
  async takeOver(answer: Promise<void>): Promise<void> {
    this.answer = answer;
    await answer;
    if (this.mine || this.over) return;
    this.waiting.abort();
    this.asking = this.ask({ steal: true });
  }

  /** The person wants to go on in another page: gives what there is of the dossier. Nothing when the lock is not here. */
  give(): StoredRecord[] | undefined {
    return this.mine ? this.lose() : undefined;
  }

  /** This page goes on to something else. Resolves when all is written and the lock is let go. */
  async end(): Promise<void> {
    this.over = true;
    this.mine = false;
    this.waiting.abort();
    if (this.isTold) this.around.journal.enter(this.dossier);
    await this.around.journal.flush();
    this.letGo();
    await this.asking;
  }

  /** Resolves when the lock is no longer asked for. Where locks are refused, everything goes on without them. */
  private async ask(options: LockOptions): Promise<void> {
    let refused = false;
    try {
      await this.around.locks.request(`danloi-dossier-${this.dossier}`, options, (lock) => {
        refused = !lock;
        return lock ? this.work() : undefined;
      });
    } catch {
      refused = this.mine; // taken from us; or waiting was given up, which says nothing
    }
    if (refused && !this.over) this.lose();
    else if (!this.isTold) this.around.journal.giveUp(this.dossier);
  }

  /** With the lock in hand; resolves when it is let go. */
  private work(): Promise<void> {
    if (this.over) return this.catchUp();
    this.mine = true;
    const letGo = new Promise<void>((resolve) => { this.letGo = resolve; });
    void this.begin();
    return letGo;
  }

  private async begin(): Promise<void> {
    const mine = this.letGo;
    await this.answer;
    await this.around.journal.refresh(); // another page may have written since the stores were read, and be gone
    if (!this.mine || this.letGo !== mine) return;
    this.around.journal.enter(this.dossier);
    this.tell(false);
  }

  /** The person went on before it was known whose the dossier was: it was nobody's, so what was entered here is the newest. */
  private async catchUp(): Promise<void> {
    if (this.isTold) return;
    await this.around.journal.refresh();
    this.around.journal.enter(this.dossier);
    await this.around.journal.flush();
  }

  private lose(): StoredRecord[] {
    this.mine = false;
    this.tell(true);
    const all = this.around.journal.leave(this.dossier);
    this.letGo();
    this.waiting = new AbortController();
    this.asking = this.ask({ signal: this.waiting.signal });
    return all;
  }

  private tell(elsewhere: boolean): void {
    this.around.dispatch({ t: 'held', dossier: this.dossier, elsewhere });
    this.isTold = true;
    this.onTold();
  }
}
