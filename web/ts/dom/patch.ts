// Makes the page equal to what is wanted, changing only what differs. Static pages are adopted in the same way.
//  - elements of a static page have no keys yet: they are taken by tag, in order
//  - a focused node is never taken out and put back: its brothers move around it
//  - a focused field is not written to, unless the person has come to another screen or what is typed is not taken
//  - text is set with textContent only; no markup is ever parsed
import { keyOf, type Wanted } from './node.js';

const svgNamespace = 'http://www.w3.org/2000/svg';

/** Set by the view and by arrival, not by blocks. */
const foreign = new Set(['style', 'tabindex', 'data-p']);

/** The text last wanted: the canvas view may have put line breaks into the element since. */
const wantedText = new WeakMap<Element, string>();

/** The text of an element as the screen has it, without the line breaks of the canvas view. */
export function plainText(element: Element): string {
  return wantedText.get(element) ?? element.textContent ?? '';
}

export interface PatchOptions {
  /** True on arrival at another screen, and where nothing typed is taken: then even a focused field gets its new value. */
  refilling: boolean;
}

/** Makes the children of `parent` equal to `wanted`, in order. */
export function patchChildren(parent: Element, wanted: Wanted[], options: PatchOptions): void {
  const pool = new Map<string, Element[]>();
  for (const child of [...parent.childNodes]) {
    if (child instanceof Element) addTo(pool, slotOf(child), child);
    else child.remove();
  }
  const kept = wanted.map((piece) => pool.get(slotFor(piece))?.shift() ?? pool.get(piece.tag + ' ')?.shift());
  for (const left of pool.values()) for (const child of left) child.remove();
  let cursor: Element | null = parent.firstElementChild;
  wanted.forEach((piece, index) => {
    const child = kept[index] ?? create(piece);
    if (child === cursor) cursor = cursor.nextElementSibling;
    else cursor = place(parent, child, cursor);
    patch(child, piece, options);
  });
}

function addTo(pool: Map<string, Element[]>, slot: string, child: Element): void {
  const list = pool.get(slot);
  if (list) list.push(child);
  else pool.set(slot, [child]);
}

function slotOf(child: Element): string {
  return child.localName + ' ' + (child.getAttribute('data-k') ?? child.getAttribute('data-b') ?? '');
}

function slotFor(piece: Wanted): string {
  return piece.tag + ' ' + keyOf(piece.attributes);
}

/** Puts `child` before `cursor` and gives the new cursor. A child that holds the focus stays; the others move. */
function place(parent: Element, child: Element, cursor: Element | null): Element | null {
  if (!child.contains(document.activeElement)) {
    parent.insertBefore(child, cursor);
    return cursor;
  }
  while (cursor && cursor !== child) {
    const next: Element | null = cursor.nextElementSibling;
    parent.append(cursor);
    cursor = next;
  }
  return child.nextElementSibling;
}

function create(piece: Wanted): Element {
  const drawn = piece.tag === 'svg' || piece.tag === 'path';
  return drawn ? document.createElementNS(svgNamespace, piece.tag) : document.createElement(piece.tag);
}

/** Makes one element equal to what is wanted; its tag is right already. */
export function patch(element: Element, wanted: Wanted, options: PatchOptions): void {
  patchAttributes(element, wanted);
  if (element instanceof HTMLInputElement) patchInput(element, wanted, options);
  if (typeof wanted.content === 'string') patchText(element, wanted.content);
  else patchChildren(element, wanted.content, options);
}

function patchText(element: Element, text: string): void {
  if (plainText(element) !== text) element.textContent = text;
  wantedText.set(element, text);
}

function patchAttributes(element: Element, wanted: Wanted): void {
  for (const name of element.getAttributeNames()) {
    if (!foreign.has(name) && attributeText(wanted.attributes[name]) === null) element.removeAttribute(name);
  }
  for (const [name, value] of Object.entries(wanted.attributes)) {
    const text = attributeText(value);
    if (text !== null && element.getAttribute(name) !== text) element.setAttribute(name, text);
  }
}

function attributeText(value: string | number | boolean | undefined): string | null {
  if (value === undefined || value === false || value === '') return null;
  return value === true ? '' : String(value);
}

/** What a person changed lives in properties, not in attributes: both must say what the screen says. */
function patchInput(input: HTMLInputElement, wanted: Wanted, options: PatchOptions): void {
  if (input.type === 'radio' || input.type === 'checkbox') {
    const checked = wanted.attributes['checked'] === true;
    if (input.checked !== checked) input.checked = checked;
    return;
  }
  const value = String(wanted.attributes['value'] ?? '');
  const inUse = document.activeElement === input && !options.refilling;
  if (!inUse && input.value !== value) input.value = value;
}
