// What the rescue page says: content/rescue.json, in the language of the page.
import content from '../../../content/rescue.json';

export type TextName = keyof typeof content.strings;

/** A sentence with its places filled. */
export function say(name: TextName, values: Record<string, string | number> = {}): string {
  const sentence = content.strings[name][document.documentElement.lang === 'en' ? 'en' : 'vi'];
  return sentence.replace(/\{(\w+)\}/g, (whole, place: string) => String(values[place] ?? whole));
}
