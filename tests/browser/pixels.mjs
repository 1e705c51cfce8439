// What is really seen, in either view: colours are read from pictures of the screen, by a page of another context.

const readers = new WeakMap();

/** A page without the policy of the site, which may decode pictures. */
async function readerOf(person) {
  if (!readers.has(person.context)) readers.set(person.context, await person.context.newPage());
  await person.page.bringToFront();
  return readers.get(person.context);
}

/** Runs in the reader: the contrast of each wish in the picture. See `contrastsIn`. */
async function measure({ encoded, wishes, dpr }) {
  const bytes = Uint8Array.from(atob(encoded), (sign) => sign.charCodeAt(0));
  const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const drawing = new OffscreenCanvas(image.width, image.height).getContext('2d', { willReadFrequently: true });
  drawing.drawImage(image, 0, 0);
  const { data } = drawing.getImageData(0, 0, image.width, image.height);
  const part = (value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
  const brightness = (colour) => 0.2126 * part(colour >> 16) + 0.7152 * part(colour >> 8 & 255) + 0.0722 * part(colour & 255);
  const contrast = (one, other) => {
    const [a, b] = [brightness(one), brightness(other)];
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  };
  const at = (x, y) => {
    const from = (Math.round(y) * image.width + Math.round(x)) * 4;
    return data[from] << 16 | data[from + 1] << 8 | data[from + 2];
  };
  const strongest = ({ x, y, width, height }) => {
    const counts = new Map();
    for (let row = y * dpr; row < (y + height) * dpr; row++) {
      for (let column = x * dpr; column < (x + width) * dpr; column++) counts.set(at(column, row), (counts.get(at(column, row)) ?? 0) + 1);
    }
    const [paper] = [...counts].sort((a, b) => b[1] - a[1])[0];
    return Math.max(...[...counts.keys()].map((colour) => contrast(colour, paper)));
  };
  return wishes.map((wish) => (wish.against ? contrast(at(wish.x * dpr, wish.y * dpr), at(wish.against.x * dpr, wish.against.y * dpr)) : strongest(wish)));
}

/**
 * Contrast ratios in a picture of the window as it is seen now. A wish {x, y, width, height}, css px: the ink that differs most from the
 * most frequent colour there; {x, y, against: {x, y}}: of two points.
 */
export async function contrastsIn(person, wishes) {
  if (!wishes.length) return [];
  const dpr = await person.page.evaluate(() => devicePixelRatio);
  const encoded = (await person.page.screenshot({ scale: 'device' })).toString('base64');
  return (await readerOf(person)).evaluate(measure, { encoded, wishes, dpr });
}

/** Everything of a turn has been drawn. */
export function drawn(person) {
  return person.page.evaluate(() => new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(() => resolve())); }));
}
