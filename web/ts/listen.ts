// Reads the page out, sentence by sentence, with a voice that the device itself has: no text leaves it. The sentence that is
// being read is marked, without a change of the elements. Fetched when somebody asks for it.
import type { Action } from './screen.js';

/** Some browsers name their voices only a moment after the first question. */
const voicesMs = 1500;
const mark = 'listening';
/** Up to a mark that ends it, before a space: the point of “1.500.000” ends nothing. */
const sentence = /\S[^]*?(?:[.!?…](?=\s|$)|$)/g;

interface Sentence {
  text: string;
  range: Range;
}

let left: Sentence[] = [];
/** Each time somebody asks or leaves: a voice that is found later than that has nothing to read. */
let times = 0;
let dispatch: (action: Action) => void = () => undefined;

/** Begins, or stops; what becomes of it is told to the core. */
export async function listen(on: boolean, tell: (action: Action) => void): Promise<void> {
  dispatch = tell;
  const time = ++times;
  if (!on) return stop();
  const voice = await voiceOf(document.documentElement.lang);
  if (time !== times) return;
  if (!voice) return dispatch({ t: 'listened', state: 'no_voice' });
  speechSynthesis.cancel();
  left = sentencesOf(document.getElementById('main'));
  addEventListener('pagehide', stop, { once: true });
  dispatch({ t: 'listened', state: 'reading' });
  next(voice);
}

function stop(): void {
  left = [];
  speechSynthesis.cancel();
  show(undefined);
  dispatch({ t: 'listened', state: 'off' });
}

function next(voice: SpeechSynthesisVoice): void {
  const sentence = left.shift();
  if (!sentence) return stop();
  const speech = Object.assign(new SpeechSynthesisUtterance(sentence.text), { voice, lang: voice.lang });
  const waiting = left;
  speech.onstart = () => show(sentence.range);
  speech.onend = () => { if (waiting === left) next(voice); };
  speech.onerror = () => { if (waiting === left) stop(); };
  speechSynthesis.speak(speech);
}

/** Only a voice of the device: others send the text to somebody's server. */
async function voiceOf(lang: string): Promise<SpeechSynthesisVoice | undefined> {
  if (!('speechSynthesis' in globalThis)) return undefined;
  const find = (): SpeechSynthesisVoice | undefined =>
    speechSynthesis.getVoices().find((voice) => voice.localService && voice.lang.toLowerCase().split(/[-_]/)[0] === lang);
  if (speechSynthesis.getVoices().length) return find();
  await new Promise<void>((resolve) => {
    speechSynthesis.addEventListener('voiceschanged', () => resolve(), { once: true });
    setTimeout(resolve, voicesMs);
  });
  return find();
}

/** The sentences of what is shown, in the order of reading. What only a screen reader needs is left out, and so is the button that reads. */
export function sentencesOf(main: HTMLElement | null): Sentence[] {
  const found: Sentence[] = [];
  const walker = document.createTreeWalker(main ?? document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const element = node.parentElement;
    if (element?.getClientRects().length && !element.closest('.hidden, [aria-hidden=true], svg, [data-k=listen]')) found.push(...split(node));
  }
  return found;
}

function split(node: Text): Sentence[] {
  return [...node.data.matchAll(sentence)].filter(([found]) => /[\p{L}\p{N}]/u.test(found)).map(({ 0: found, index }) => {
    const range = document.createRange();
    range.setStart(node, index);
    range.setEnd(node, index + found.length);
    return { text: found.replace(/\s+/g, ' '), range };
  });
}

function show(range: Range | undefined): void {
  if (!('highlights' in CSS)) return; // it reads all the same
  if (!range) return void CSS.highlights.delete(mark);
  CSS.highlights.set(mark, new Highlight(range));
  range.startContainer.parentElement?.scrollIntoView({ block: 'nearest' });
}
