// Bringing a back-up file in: chosen, shown, written when the person says so, taken back while the page is open.
//  - nothing is written before the button is pressed, and "brought in" is said only after the commit
//  - what changed on the device since it was shown is shown again first
import type { Backup } from '../backup/read.js';
import { day } from '../rescue/describe.js';
import { button, make, notice, paragraph, section } from '../rescue/elements.js';
import { pinsOf } from '../rescue/readers.js';
import { say, type TextName } from '../rescue/texts.js';
import type { Report } from '../storage/writer.js';
import { openBackup } from './choose_file.js';
import type { Given } from './given.js';
import { Preview } from './preview.js';
import { definitionIn, type Definition } from './words.js';
import { compareNow, isSame, lackingPins, storesOf, Writing } from './write.js';

const reasons: Record<string, TextName> = { missing: 'device.write.missing.failed', quota: 'device.write.quota.failed' };

/** The part of the page. */
export function bringIn(given: Given): HTMLElement {
  return new BringIn(given).element;
}

class BringIn {
  /** Its label is the button that is seen: the browser's own would speak the browser's language. */
  private readonly input = make('input', { type: 'file', id: 'tep', class: 'hidden', autocomplete: 'off' }) as HTMLInputElement;
  private readonly shown = make('div', {});
  private readonly said = make('div', { role: 'status', tabindex: '-1' });
  readonly element = section('dua-tep', say('device.bring.title'), say('device.bring.lead'),
    [make('div', {}, [this.input, make('label', { for: 'tep', class: 'button secondary' }, say('device.bring.file'))]), this.shown, this.said]);

  constructor(private readonly given: Given) {
    this.input.addEventListener('change', () => {
      const [file] = this.input.files ?? [];
      if (file) void this.open(file);
    });
  }

  private async open(file: File): Promise<void> {
    this.shown.replaceChildren();
    this.say(paragraph(say('device.bring.reading')));
    const opened = await openBackup(file);
    this.input.value = ''; // the same file may be chosen again
    if (typeof opened === 'string') return this.say(notice('warning', say(opened)));
    this.say();
    await this.preview(opened);
  }

  /** `first`: what has to be known before anything else. */
  private async preview(backup: Backup, ...first: Node[]): Promise<void> {
    const comparisons = await compareNow(backup.dossiers, this.given.readers);
    if (!comparisons) return this.say(notice('warning', say('device.bring.blind.failed')));
    const preview = new Preview(comparisons, await this.definitions(backup, comparisons));
    const lacking = (await lackingPins(backup.pins, comparisons, this.given.readers)).length > 0;
    const idle = !lacking && comparisons.every(({ standing }) => standing === 'same' || standing === 'newer');
    const heading = make('h3', { tabindex: '-1' }, comparisons.length ? say('device.bring.preview', { n: comparisons.length }) : say('device.bring.nothing'));
    if (!backup.whole) first.push(notice('warning', say('device.bring.part.failed')));
    const all = comparisons.length && comparisons.every(({ standing }) => standing === 'same');
    if (lacking) first.push(notice('info', say('device.bring.pins')));
    else if (all) first.push(notice('ok', say('device.bring.all_same')));
    const made = backup.made ? [paragraph(say('device.bring.made', { date: day(backup.made) }))] : [];
    const buttons = idle ? [] : [
      button('primary', say('device.bring.do'), () => void this.write(backup, preview)),
      button('secondary', say('device.bring.leave'), () => this.close(paragraph(say('device.bring.left')))),
    ];
    this.shown.replaceChildren(heading, ...made, ...first, ...preview.cards, ...buttons);
    heading.focus();
  }

  private async definitions({ pins }: Backup, comparisons: Preview['comparisons']): Promise<Map<string, Definition>> {
    const mine = await pinsOf(comparisons.flatMap(({ here }) => here ?? []), this.given.readers);
    const read = [...pins, ...mine].map(({ hash, bytes }) => [hash, definitionIn(bytes)] as const);
    return new Map(read.filter((pair): pair is [string, Definition] => !!pair[1]));
  }

  private async write(backup: Backup, preview: Preview): Promise<void> {
    this.lock(true);
    this.say(paragraph(say('device.bring.writing')));
    const now = await compareNow(backup.dossiers, this.given.readers);
    if (!now || !isSame(now, preview.comparisons)) {
      this.say();
      return this.preview(backup, notice('warning', say('device.bring.changed')));
    }
    const done = (): void => {
      void this.given.refresh();
      if (!writing.changed) return this.close(notice('ok', say('device.bring.pins.done')));
      this.close(notice('ok', say('device.bring.done', { n: writing.changed })), button('secondary', say('device.bring.undo'), () => void this.undo(writing)));
    };
    const writing = this.writing(done);
    const begun = await writing.start(preview, backup.pins);
    if (!begun) this.close(paragraph(say('device.bring.left'))); // the device keeps what it has, and the file has nothing more
  }

  private async undo(writing: Writing): Promise<void> {
    this.say(paragraph(say('device.bring.writing')));
    let kept = 0;
    const done = (): void => {
      void this.given.refresh();
      this.close(notice(kept ? 'info' : 'ok', kept ? say('device.bring.undone.kept', { n: kept }) : say('device.bring.undone')));
    };
    this.onSaved = done;
    const result = await writing.undo(this.given.readers);
    kept = result.kept;
    if (!result.back) done();
  }

  /** What is to be done at the next commit. */
  private onSaved = (): void => undefined;

  private writing(onSaved: () => void): Writing {
    this.onSaved = onSaved;
    const report: Report = (ok, reason = '') => (ok ? this.onSaved() : this.refuse(writing, reason));
    const writing = new Writing(storesOf(this.given.log), report);
    return writing;
  }

  /** Nothing is lost: the file is there, what was shown stays, and the journal goes on trying where it can. */
  private refuse(writing: Writing, reason: string): void {
    const told = notice('warning', say(writing.lacksPins ? 'device.write.pins.failed' : reasons[reason] ?? 'device.write.io.failed'));
    if (reason === 'missing') this.lock(false);
    this.say(told, ...reason === 'missing' ? [] : [button('secondary', say('device.write.retry'), () => void writing.retry())]);
  }

  private lock(on: boolean): void {
    for (const control of this.shown.querySelectorAll<HTMLButtonElement | HTMLInputElement>('button, input')) control.disabled = on;
    this.input.disabled = on;
  }

  private close(...words: Node[]): void {
    this.shown.replaceChildren();
    this.input.disabled = false;
    this.say(...words);
    this.said.focus();
  }

  private say(...words: Node[]): void {
    this.said.replaceChildren(...words);
  }
}
