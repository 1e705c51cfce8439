// Elements of the rescue page. Every text goes in as text.
import type { Pair } from './describe.js';

/** Colours of a message: something went well, is worth knowing, or has gone wrong. */
export type Tone = 'ok' | 'info' | 'warning';

export function make(tag: string, attributes: Record<string, string>, content: string | (Node | string)[] = []): HTMLElement {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...typeof content === 'string' ? [content] : content);
  return made;
}

export function paragraph(text: string): HTMLElement {
  return make('p', {}, text);
}

export function notice(tone: Tone, text: string): HTMLElement {
  return make('div', { class: 'notice', 'data-tone': tone }, [paragraph(text)]);
}

export function button(kind: 'primary' | 'secondary', label: string, onPress: () => void): HTMLButtonElement {
  const made = make('button', { type: 'button', class: `button ${kind}` }, label) as HTMLButtonElement;
  made.addEventListener('click', onPress);
  return made;
}

export function pairs(kind: string, content: Pair[]): HTMLElement {
  return make('dl', { class: kind }, content.map(([term, value]) => make('div', {}, [make('dt', {}, term), make('dd', {}, value)])));
}

export function list(content: Pair[]): HTMLElement {
  return make('ul', { class: 'list', role: 'list' }, content.map(([name, state]) => make('li', {}, `${name}: ${state}`)));
}

/** A part of the page: a heading, a first sentence, and what stands under them. */
export function section(id: string, title: string, lead: string, content: Node[]): HTMLElement {
  return make('section', { id, 'aria-labelledby': `${id}-title` }, [make('h2', { id: `${id}-title` }, title), paragraph(lead), ...content]);
}
