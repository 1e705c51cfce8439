// A list of what the page has said is saved, to be held against what is there after the fault.
//  - acknowledged: what had been entered when the page showed "saved on this device"
//  - lost: an acknowledged answer whose value is now neither that nor one that was entered later

/** What was entered and acknowledged, over all lives of the page. */
export class Ledger {
  entries = [];
  acknowledged = 0;
  alarms = 0;
  /** What the page said last: "saved" or "failed", and when. */
  said = { t: '', n: 0, at: 0 };
  planned = new Set();
  base = 0;
  /** When the page was ended, by the clock of the machine. */
  endedAt = Infinity;

  hear = (what) => {
    if (what.t === 'begun') this.begin();
    if (what.t === 'entered') this.entries.push({ ...what, n: this.base + what.n });
    // Before anything is entered "saved" speaks of what was read, which may be less than the former life had entered.
    if (what.t === 'saved' && what.n > 0) this.acknowledged = Math.max(this.acknowledged, this.base + what.n);
    if (what.t === 'failed' && this.said.t !== 'failed') this.alarms++;
    if (what.t === 'saved' || what.t === 'failed') this.said = what;
  };

  /** Another page: it has said nothing yet, and counts from nothing. */
  begin() {
    this.base = this.entries.length;
    this.said = { t: '', n: 0, at: 0 };
  }

  /** Acknowledged questions whose value in `answers` is older than acknowledged; and how old the oldest missing keystroke is. */
  compare(answers, endedAt = Infinity) {
    const lost = [];
    let missingFor = 0;
    for (const id of new Set(this.entries.map((entry) => entry.question))) {
      const mine = this.entries.filter((entry) => entry.question === id);
      const held = answers[id];
      const at = mine.findLastIndex(({ value }) => sameValue(value, held));
      const sure = mine.findLastIndex(({ n }) => n <= this.acknowledged);
      const unheard = at < 0 && this.planned.has(held);
      if (at < sure && !unheard) lost.push({ question: id, acknowledged: mine[sure].value, held });
      const missing = unheard ? undefined : mine[at + 1];
      if (missing && Number.isFinite(endedAt)) missingFor = Math.max(missingFor, endedAt - missing.at);
    }
    return { lost, missingFor };
  }

  /** How many questions have an acknowledged answer. */
  get sure() {
    return new Set(this.entries.filter(({ n }) => n <= this.acknowledged).map((entry) => entry.question)).size;
  }

  /** After a fault: what is there now is where the next life starts. */
  settle(answers) {
    this.entries = Object.entries(answers).map(([id, value], index) => ({ n: index + 1, question: id, value, at: 0 }));
    this.acknowledged = this.entries.length;
    this.begin();
  }
}

/** A choice is told as the page sends it, and kept as the core reads it. */
function sameValue(entered, held) {
  return entered === held || (asKept.has(entered) && asKept.get(entered) === held);
}

const asKept = new Map([['yes', true], ['no', false], ['?', null], ['', undefined]]);
