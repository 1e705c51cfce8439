// The one place that is read out without having the focus. Polite: it waits until the reader has finished.

/** Says a sentence. The same sentence twice is heard twice. */
export function announce(sentence: string): void {
  const live = document.getElementById('live');
  if (!live) return;
  live.textContent = '';
  setTimeout(() => { live.textContent = sentence; }, 50);
}
