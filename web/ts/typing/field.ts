// Changes the text of a field as if it had been typed: the caret stays behind it, and whoever listens for `input` hears of it.

/** Fields that take text; boxes and buttons do not. */
export function textField(target: EventTarget | null): HTMLInputElement | undefined {
  return target instanceof HTMLInputElement && /^(text|search)$/.test(target.type) && target.closest('#stage') ? target : undefined;
}

/** The text before the caret, or before what is selected. */
export function textBefore(field: HTMLInputElement): string {
  return field.value.slice(0, field.selectionStart ?? field.value.length);
}

/** Makes `after` stand before the caret; what was selected goes. */
export function putBefore(field: HTMLInputElement, after: string): void {
  const before = textBefore(field);
  const end = field.selectionEnd ?? before.length;
  let same = 0;
  while (same < before.length && before[same] === after[same]) same++;
  field.setRangeText(after.slice(same), same, end, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }));
}

/** Takes away what is selected, else the letter before the caret with its marks. */
export function deleteBefore(field: HTMLInputElement): void {
  const before = textBefore(field);
  const selected = field.selectionStart !== field.selectionEnd;
  putBefore(field, selected ? before : before.replace(/\P{M}?\p{M}*$/u, ''));
}
