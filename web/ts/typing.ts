// Vietnamese for machines that cannot type it: Telex or VNI made by the page, and a keyboard on the screen. Fetched when somebody
// has switched one of them on (docs/decisions/0022). A device's own way of typing is left alone: nothing is done in a composition.
import { putBefore, textBefore, textField } from './typing/field.js';
import { Keyboard } from './typing/keyboard.js';
import { typeKey, type Method } from './typing/telex.js';

let method: Method | undefined;
let keyboard: Keyboard | undefined;
let isOn = false;

/** As the person likes it: "off", "telex" or "vni"; "on" or "off". */
export function applyTyping(typing: string, onScreen: string): void {
  method = typing === 'telex' || typing === 'vni' ? typing : undefined;
  const wanted = onScreen === 'on';
  if (wanted === isOn) return;
  isOn = wanted;
  keyboard ??= new Keyboard();
  if (wanted) keyboard.switchOn();
  else keyboard.switchOff();
}

document.addEventListener('beforeinput', (event) => {
  const field = textField(event.target);
  const key = event.data ?? '';
  if (!method || !field || event.isComposing || event.inputType !== 'insertText' || !/^[a-z0-9]$/i.test(key)) return;
  const before = textBefore(field);
  const after = typeKey(before, key, method);
  if (after === before + key) return;
  event.preventDefault();
  putBefore(field, after);
});
