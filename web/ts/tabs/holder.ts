// Which dossier this page works on, and the talk with other pages about it:
//   {ask: id}             a person wants to go on with it elsewhere
//   {given: id, records}  the page that had it has let go; these are its newest records, also those that no store took
import { Hold, type Around } from './hold.js';

/** A page that is frozen or dead says nothing: after this time the lock is taken from it. */
const patienceMs = 1000;

export class Holder {
  private hold: Hold | undefined;
  private readonly channel = new BroadcastChannel('danloi-hold');
  private onGiven: () => void = () => undefined;

  private left = { dossier: '', letGo: Promise.resolve() };

  constructor(private readonly around: Around) {
    this.channel.onmessage = ({ data }: MessageEvent<Record<string, unknown> | null>) => this.answer(data ?? {});
  }

  /** Settles when the core knows whose this page's dossier is. */
  get told(): Promise<void> { return this.hold?.told ?? Promise.resolve(); }

  /** This page works on that dossier now, or on none (''). */
  work(dossier: string): void {
    if (this.hold?.dossier === dossier) return;
    if (this.hold) this.left = { dossier: this.hold.dossier, letGo: this.hold.end() };
    const after = this.left.dossier === dossier ? this.left.letGo : Promise.resolve();
    this.hold = dossier ? new Hold(dossier, this.around, after) : undefined;
  }

  /** The person wants to go on here with the dossier that another page works on. */
  takeOver(dossier: string): void {
    if (this.hold?.dossier !== dossier) return;
    const given = new Promise<void>((resolve) => {
      this.onGiven = resolve;
      setTimeout(resolve, patienceMs);
    });
    void this.hold.takeOver(given);
    this.channel.postMessage({ ask: dossier });
  }

  private answer({ ask, given, records }: Record<string, unknown>): void {
    if (!this.hold || this.hold.dossier !== (ask ?? given)) return;
    if (Array.isArray(records)) this.around.journal.hear(records);
    if (given) return this.onGiven();
    const all = this.hold.give();
    if (all) this.channel.postMessage({ given: ask, records: all });
  }
}
