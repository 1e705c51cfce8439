// A wanted piece of the page, written as plain data. One patcher (patch.ts) turns it into elements, and the
// static pages are written from the same shape in C++ (app/tool/screen_html.cpp): keep the two alike.

/** Attributes; `undefined`, `false` and the empty string leave the attribute out, `true` writes it empty. */
export type Attributes = Record<string, string | number | boolean | undefined>;

export interface Wanted {
  tag: string;
  attributes: Attributes;
  /** The whole text of the element, or its children: never both. */
  content: string | Wanted[];
}

/** Pieces that do not apply are given as `false` or `undefined` and dropped. */
export type Piece = Wanted | false | undefined;

export function el(tag: string, attributes: Attributes = {}, content: string | Piece[] = []): Wanted {
  return { tag, attributes, content: typeof content === 'string' ? content : content.filter(isWanted) };
}

function isWanted(piece: Piece): piece is Wanted {
  return typeof piece === 'object';
}

/** The name by which an element is found again among its brothers: its own rectangle's key or its block's id. */
export function keyOf(attributes: Attributes): string {
  return String(attributes['data-k'] ?? attributes['data-b'] ?? '');
}

/** Element ids come from keys, with a prefix so that no content can shadow a name of the page. */
export function idOf(key: string): string {
  return 'k:' + key;
}
