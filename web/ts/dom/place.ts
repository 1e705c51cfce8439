// The canvas view: puts each element where the painter has drawn it. Places are custom properties, used by the style
// sheet on screens only, so that the plain view and the printer never notice them.

/** Where one element stands, css px, as the painter's layout gives it. */
export interface Box {
  k: string;
  x: number;
  y: number;
  w: number;
  h: number;
  /** In the fixed foot: y counts from the foot's top. */
  f?: boolean;
  /** Some sign is not in the painter's font: the browser shows the text. */
  o?: boolean;
  align?: 'center' | 'right';
  px?: number;
  py?: number;
  lines?: string[];
  size?: number;
  leading?: number;
  weight?: number;
}

export interface Layout {
  height: number;
  foot: number;
  boxes: Box[];
}

/** The place given last, so that an element that stays where it is costs nothing. */
const given = new WeakMap<HTMLElement, string>();

/** Puts all elements of the stage in their places; one that has none is hidden from the eye only. `view`: height of the drawing. */
export function placeAll(layout: Layout, view: number): void {
  const boxes = new Map(layout.boxes.map((box) => [box.k, box]));
  const stage = document.getElementById('stage') as HTMLElement;
  stage.style.setProperty('--stage', `${layout.height}px`);
  document.documentElement.style.setProperty('--view', `${view}px`);
  document.documentElement.style.setProperty('--foot', `${layout.foot}px`);
  document.documentElement.toggleAttribute('data-foot', layout.foot > 0);
  for (const element of stage.querySelectorAll<HTMLElement>('[data-k]')) {
    const box = boxes.get(element.dataset['k'] ?? '');
    if (box) place(element, box, boxes);
    else element.removeAttribute('data-p');
  }
}

/** Takes the line breaks out again; the places themselves do no harm. */
export function clearPlaces(plainText: (element: Element) => string): void {
  for (const element of document.querySelectorAll<HTMLElement>('#stage [data-p]')) {
    element.removeAttribute('data-p');
    if (isText(element) && element.textContent !== plainText(element)) element.textContent = plainText(element);
  }
}

function place(element: HTMLElement, box: Box, boxes: Map<string, Box>): void {
  element.dataset['p'] = box.o ? 'shown' : '';
  const outer = outerBox(element, boxes);
  const style = `--x:${box.x - (outer?.x ?? 0)}px;--y:${box.y - (outer?.y ?? 0)}px;--w:${box.w}px;--h:${box.h}px;` +
    `--px:${box.px ?? 0}px;--py:${box.py ?? 0}px;--size:${box.size ?? 0}px;--leading:${box.leading ?? 0}px;` +
    `--weight:${box.weight ?? 400};--align:${box.align ?? 'left'}`;
  if (given.get(element) !== style) {
    element.style.cssText = style;
    given.set(element, style);
  }
  if (box.lines && isText(element)) breakLines(element, box.lines);
}

/** An element inside another one with a place is placed within it. */
function outerBox(element: HTMLElement, boxes: Map<string, Box>): Box | undefined {
  let outer = element.parentElement?.closest<HTMLElement>('[data-k]');
  while (outer) {
    const box = boxes.get(outer.dataset['k'] ?? '');
    if (box) return box;
    outer = outer.parentElement?.closest<HTMLElement>('[data-k]');
  }
  return undefined;
}

function isText(element: HTMLElement): boolean {
  return element.childElementCount === 0 && element.localName !== 'input' && element.localName !== 'progress';
}

function breakLines(element: HTMLElement, lines: string[]): void {
  const text = lines.join('\n');
  if (element.textContent !== text) element.textContent = text;
}
