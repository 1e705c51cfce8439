// From what a person does to Actions. These listeners stay for good; before the core is up they fill the queue.
//  - a field is read on every `input`, but never in the middle of a composition (search alone may run ahead)
//  - a date is sent as it is typed: half a one is no answer yet, but it is not lost
//  - Enter in an input presses the primary button, as in a form (in a search: goes to the first that was found); nothing is
//    ever submitted
import { bridge, type Done } from './bridge.js';
import type { Action } from './screen.js';

/** As many letters as the core takes for one answer. */
const longest = 2000;

/** The value last sent of each field, so that leaving it after `input` says nothing twice. */
const sent = new WeakMap<HTMLInputElement, string>();

/** `onQueued` is called when an action has to wait for the core. */
export function listen(onQueued: () => void): void {
  const handle = (done: Done, element: Element): void => {
    const page = bridge();
    page.control = element.getAttribute('data-k') ?? element.id.slice(2);
    page.back = element.matches('.back');
    if (page.send) return page.send(done);
    enqueue(page.queue, done);
    onQueued();
  };
  const act = (element: Element, event: Event, more: Partial<Action> = {}, typed = false): void => {
    const action = actionOf(element);
    if (action && !bridge().stopped) handle({ action: { ...action, ...more }, typed, at: event.timeStamp }, element);
  };
  const type = (input: HTMLInputElement, event: Event): void => {
    const value = valueOf(input);
    if (!/^(input|compositionend)$/.test(event.type) && sent.get(input) === value) return;
    sent.set(input, value);
    act(input, event, { value }, true);
  };
  document.addEventListener('click', (event) => onClick(event, act));
  document.addEventListener('change', (event) => onChange(event, act, type));
  document.addEventListener('input', (event) => onInput(event, type));
  document.addEventListener('compositionend', (event) => onInput(event, type));
  document.addEventListener('keydown', (event) => onKey(event, type));
}

type Act = (element: Element, event: Event, more?: Partial<Action>) => void;
type Type = (input: HTMLInputElement, event: Event) => void;

function onClick(event: MouseEvent, act: Act): void {
  const element = event.target instanceof Element ? event.target.closest('[data-action],.skip') : null;
  if (!element || element instanceof HTMLInputElement || event.defaultPrevented) return;
  if (element.matches('.skip')) return skip(event);
  if (element instanceof HTMLAnchorElement && followsByItself(event)) return;
  event.preventDefault();
  act(element, event);
}

/** Links stay links: in a new tab when asked for, and as long as there is nothing to lose by leaving. */
function followsByItself(event: MouseEvent): boolean {
  const { queue, send, stopped } = bridge();
  const wantsTab = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button !== 0;
  return wantsTab || stopped || (!send && queue.length === 0);
}

/** The address keeps its fragment: that belongs to shared links. */
function skip(event: Event): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}

function onChange(event: Event, act: Act, type: Type): void {
  const input = inputOf(event);
  if (!input) return;
  if (input.type === 'radio') act(input, event);
  else if (input.type === 'checkbox') act(input, event, { on: input.checked });
  else type(input, event);
}

function onInput(event: Event, type: Type): void {
  const input = inputOf(event);
  if (!input || input.type === 'radio' || input.type === 'checkbox') return;
  const kind = input.dataset['kind'];
  if ((event as InputEvent).isComposing && kind !== 'search') return;
  type(input, event);
}

function onKey(event: KeyboardEvent, type: Type): void {
  const composing = event.isComposing || event.keyCode === 229;
  const input = inputOf(event);
  if (event.key !== 'Enter' || composing || !input) return;
  event.preventDefault();
  if (input.type !== 'radio' && input.type !== 'checkbox') type(input, event);
  const suggested = input.closest('.field')?.querySelector<HTMLElement>('.suggestions button');
  if (suggested) return suggested.focus();
  if (input.type === 'search') return document.querySelector<HTMLElement>('#main .link.row')?.focus();
  const near = input.closest('.card')?.querySelector<HTMLElement>('.primary');
  (near ?? document.querySelector<HTMLElement>('#foot .primary, #main > .primary'))?.click();
}

function inputOf(event: Event): HTMLInputElement | null {
  const target = event.target;
  return target instanceof HTMLInputElement && target.dataset['action'] ? target : null;
}

function actionOf(element: Element): Action | undefined {
  const text = element.getAttribute('data-action');
  return text ? JSON.parse(text) as Action : undefined;
}

/** Keystrokes in one field follow each other in the queue as the last of them only. */
function enqueue(queue: Done[], done: Done): void {
  const last = queue[queue.length - 1];
  const same = done.typed && last?.typed && sameField(last.action, done.action);
  if (same) queue.pop();
  queue.push(done);
}

function sameField(a: Action, b: Action): boolean {
  return JSON.stringify({ ...a, value: '' }) === JSON.stringify({ ...b, value: '' });
}

/** What the field holds. More than the core takes is cut off at once, where it is seen: the page must not call it saved. */
function valueOf(input: HTMLInputElement): string {
  const letters = [...wellFormed(input.value)];
  if (letters.length > longest) input.value = letters.slice(0, longest).join('');
  return letters.slice(0, longest).join('');
}

/** A lone half of a pair would be swallowed together with its neighbour on the way into the core, which refuses a NUL. */
function wellFormed(text: string): string {
  return text.replace(/[\0\p{Cs}]/gu, '\ufffd');
}
