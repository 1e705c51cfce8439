// The keyboard on the screen: Vietnamese letters and tones to press, for machines without a way to type them.
//  - usable by touch, mouse, keyboard and switch; the field keeps the focus when a key is pressed by hand
//  - it stands below everything; the page is as much lower (--keys), and keeps the field in sight (web/ts/dom/hold.ts)
//  - it has the page's main button as a key, since that button may be further down
import { deleteBefore, putBefore, textBefore, textField } from './field.js';
import { sheet } from './style.js';
import { typeKey, withTone } from './telex.js';
import { keyWords } from './words.js';

const letters = 'aăâbcdđeêghiklmnoôơpqrstuưvxy';
const others = '1234567890/.,-:()@+fjwz';
const toneMarks = ['\u0301', '\u0300', '\u0309', '\u0303', '\u0323', ''];

const root = document.documentElement;

export class Keyboard {
  private readonly box = document.createElement('div');
  private high = 0;
  private field: HTMLInputElement | undefined;
  private shifted = false;
  private inDigits = false;
  /** The field gets its focus back from "done": that alone does not open the keyboard again. */
  private closing = false;

  constructor() {
    this.box.id = 'keys';
    this.box.hidden = true;
    this.box.setAttribute('role', 'group');
    this.box.setAttribute('aria-label', keyWords().keyboard);
    this.box.addEventListener('mousedown', (event) => event.preventDefault());
    this.box.addEventListener('click', (event) => this.onPress(event));
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet()];
  }

  private readonly onFocus = ({ target, type }: Event): void => {
    const field = textField(target);
    // Tab selects everything; a key of the screen that is pressed afterwards must not take it away.
    if (field && type === 'focusin' && isAllSelected(field)) field.setSelectionRange(field.value.length, field.value.length);
    if (field && !this.closing) this.open(field);
    else if (!this.field?.isConnected) this.close();
  };

  private readonly onResize = (): void => this.fit();

  switchOn(): void {
    document.body.append(this.box);
    for (const type of ['focusin', 'click']) document.addEventListener(type, this.onFocus);
    addEventListener('resize', this.onResize);
    const field = textField(document.activeElement);
    if (field) this.open(field);
  }

  switchOff(): void {
    this.close();
    this.box.remove();
    for (const type of ['focusin', 'click']) document.removeEventListener(type, this.onFocus);
    removeEventListener('resize', this.onResize);
  }

  private open(field: HTMLInputElement): void {
    const opened = this.box.hidden;
    this.field = field;
    this.box.hidden = false;
    if (opened) this.draw();
    this.fit();
  }

  private close(): void {
    this.box.hidden = true;
    this.field = undefined;
    this.fit();
  }

  /** The page ends where the keyboard begins: for it, that is a window of another size. */
  private fit(): void {
    const high = this.box.hidden ? 0 : this.box.getBoundingClientRect().height;
    if (high === this.high) return;
    this.high = high;
    root.style.setProperty('--keys', `${high}px`);
    root.toggleAttribute('data-keys', high > 0);
    dispatchEvent(new Event('resize'));
  }

  private draw(): void {
    const words = keyWords();
    const signs = [...(this.inDigits ? others : letters)].map((sign) => this.key('letter', this.cased(sign)));
    const tones = toneMarks.map((mark, index) => {
      const name = words.tones[index] ?? '';
      return this.key('tone', name, mark ? words.tone.replace('{tone}', name) : words.noTone, mark);
    });
    const shift = this.key('shift', '⇧', words.shift);
    shift.setAttribute('aria-pressed', String(this.shifted));
    this.box.replaceChildren(...signs, ...(this.inDigits ? [] : tones), shift, this.key('page', this.inDigits ? 'abc' : '123',
      this.inDigits ? words.letters : words.digits), this.key('back', '⌫', words.back), this.key('space', '␣', words.space), this.key('done', words.done), ...this.goKey());
  }

  private goKey(): HTMLButtonElement[] {
    const label = mainButton()?.textContent?.replace(/\s+/g, ' ');
    return label ? [this.key('go', label)] : [];
  }

  private cased(sign: string): string {
    return this.shifted ? sign.toUpperCase() : sign;
  }

  private key(kind: string, shown: string, name = shown, value = shown): HTMLButtonElement {
    const key = document.createElement('button');
    key.type = 'button';
    key.textContent = shown;
    key.value = value;
    key.dataset['kind'] = kind;
    if (name !== shown) key.setAttribute('aria-label', name);
    return key;
  }

  private onPress({ target }: Event): void {
    const key = target instanceof Element ? target.closest('button') : null;
    const field = this.field;
    if (!key || !field?.isConnected) return;
    switch (key.dataset['kind']) {
      case 'letter': return this.type(field, key.value);
      case 'tone': {
        const after = withTone(textBefore(field), key.value);
        return after === undefined ? undefined : putBefore(field, after);
      }
      case 'space': return putBefore(field, `${textBefore(field)} `);
      case 'back': return deleteBefore(field);
      case 'shift': return this.change(() => { this.shifted = !this.shifted; });
      case 'page': return this.change(() => { this.inDigits = !this.inDigits; });
      case 'go': return this.goOn();
      default: return this.finish(field);
    }
  }

  /** A letter may move the tone of its syllable; digits stay digits. One capital at a time. */
  private type(field: HTMLInputElement, sign: string): void {
    const before = textBefore(field);
    putBefore(field, /\p{L}/u.test(sign) ? typeKey(before, sign, 'vni') : before + sign);
    if (this.shifted) this.change(() => { this.shifted = false; });
  }

  /** The keys change; whoever stood on one of them stays at its place. */
  private change(what: () => void): void {
    const at = [...this.box.children].indexOf(document.activeElement ?? this.box);
    const kind = document.activeElement instanceof HTMLElement ? document.activeElement.dataset['kind'] : undefined;
    what();
    this.draw();
    this.fit();
    const same = kind && kind !== 'letter' ? this.box.querySelector<HTMLElement>(`[data-kind=${kind}]`) : this.box.children[at];
    if (at >= 0 && same instanceof HTMLElement) same.focus({ preventScroll: true });
  }

  /** What is to be mended, if anything, comes into sight with the field. */
  private goOn(): void {
    mainButton()?.click();
    dispatchEvent(new Event('resize'));
  }

  private finish(field: HTMLInputElement): void {
    this.close();
    this.closing = true;
    field.focus({ preventScroll: true });
    this.closing = false;
  }
}

function mainButton(): HTMLElement | null {
  return document.querySelector<HTMLElement>('#foot .primary');
}

function isAllSelected({ selectionStart, selectionEnd, value }: HTMLInputElement): boolean {
  return selectionStart === 0 && selectionEnd === value.length;
}
