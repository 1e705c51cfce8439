// How the page looks and how people type on it. Kept in localStorage, which holds nothing that a person entered.

export interface Preferences {
  /** Per cent, "80" to "200". */
  textScale: string;
  /** "system", "light", "dark" or "contrast". */
  theme: string;
  /** "canvas" or "plain". */
  view: string;
  /** "vi" or "en"; empty until the person has chosen. */
  language: string;
  /** How keys make Vietnamese letters: "off", "telex" or "vni". */
  typing: string;
  /** The keyboard on the screen: "on" or "off". */
  keyboard: string;
  /** Large print, "on" or "off": goes before text size and colours, which stay as they were chosen. */
  easy: string;
  /** Plain words beside hard ones: "on" or "off". */
  plainWords: string;
}

const defaults: Preferences = { textScale: '100', theme: 'system', view: 'canvas', language: '', typing: 'off', keyboard: 'off', easy: 'off', plainWords: 'off' };
/** Per cent, of large print; whoever had chosen a larger text keeps it. */
const easyScale = 150;
const prefix = 'danloi.';

/** Whatever storage says, the result can be used: a missing or odd value is the usual one. */
export function readPreferences(): Preferences {
  const read = { ...defaults };
  for (const key of Object.keys(defaults) as (keyof Preferences)[]) read[key] = stored(key) ?? defaults[key];
  return read;
}

/** Whether the person, or what the device is able to, has settled this one. */
export function isChosen(key: keyof Preferences): boolean {
  return stored(key) !== null;
}

/** Keeps one preference and shows it at once. Unknown names are not kept. */
export function setPreference(key: string, value: string): void {
  if (!(key in defaults)) return;
  try {
    localStorage.setItem(prefix + key, value);
  } catch { /* storage may be refused: the choice then holds for this page only */ }
  applyPreferences({ ...readPreferences(), [key]: value });
}

function stored(key: string): string | null {
  try {
    return localStorage.getItem(prefix + key);
  } catch {
    return null;
  }
}

/** Text size and colours go onto the root element; the style sheet does the rest. */
export function applyPreferences(preferences: Preferences): void {
  const root = document.documentElement;
  const easy = preferences.easy === 'on';
  const scale = Math.max(clampScale(Number(preferences.textScale)), easy ? easyScale : 0);
  const theme = easy ? 'contrast' : preferences.theme;
  root.style.setProperty('--scale', String(scale / 100));
  root.toggleAttribute('data-large', scale > 140);
  root.toggleAttribute('data-easy', easy);
  if (/^(light|dark|contrast)$/.test(theme)) root.dataset['theme'] = theme;
  else delete root.dataset['theme'];
}

function clampScale(percent: number): number {
  return percent >= 80 && percent <= 200 ? percent : 100;
}
