// Where text stands: the rectangles of the page's own text, and the ink that is seen in a picture of the screen.

/**
 * Sides of the text of `target`, css px: `wanted` by the page's own layout, `drawn` by the ink in a screenshot. The page
 * is stopped in no way; what is seen is what a person sees.
 */
export async function inkOf(person, target) {
  const wanted = await target.evaluate((element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    const all = [...range.getClientRects()].filter(({ width }) => width > 0);
    return {
      left: Math.min(...all.map(({ left }) => left)), right: Math.max(...all.map(({ right }) => right)),
      top: Math.min(...all.map(({ top }) => top)), bottom: Math.max(...all.map(({ bottom }) => bottom)),
    };
  });
  const margin = 10;
  const clip = {
    x: Math.max(0, wanted.left - margin), y: Math.max(0, wanted.top), width: wanted.right - wanted.left + 2 * margin,
    height: wanted.bottom - wanted.top,
  };
  const picture = await person.page.screenshot({ clip, scale: 'css' });
  const ink = await sidesOfInk(person, picture);
  return {
    wanted,
    drawn: { left: clip.x + ink.left, right: clip.x + ink.right, top: clip.y + ink.top, bottom: clip.y + ink.bottom },
  };
}

/** Pictures are read by a page of another browser context, without the policy of the site. */
const readers = new WeakMap();

async function sidesOfInk(person, picture) {
  const reader = readers.get(person) ?? await person.context.newPage();
  readers.set(person, reader);
  await person.page.bringToFront();
  return reader.evaluate(async (encoded) => {
    const bytes = Uint8Array.from(atob(encoded), (sign) => sign.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(image.width, image.height);
    const drawing = canvas.getContext('2d');
    drawing.drawImage(image, 0, 0);
    const { data } = drawing.getImageData(0, 0, image.width, image.height);
    const at = (x, y) => data.slice((y * image.width + x) * 4, (y * image.width + x) * 4 + 3);
    const paper = at(image.width - 1, 0);
    const sides = { left: image.width, right: 0, top: image.height, bottom: 0 };
    for (let y = 0; y < image.height; y++) {
      for (let x = 0; x < image.width; x++) {
        const difference = at(x, y).reduce((sum, value, index) => sum + Math.abs(value - paper[index]), 0);
        if (difference < 150) continue;
        sides.left = Math.min(sides.left, x);
        sides.right = Math.max(sides.right, x + 1);
        sides.top = Math.min(sides.top, y);
        sides.bottom = Math.max(sides.bottom, y + 1);
      }
    }
    return sides;
  }, picture.toString('base64'));
}

/** Runs in the page: the rectangles of the texts that are drawn and wholly in sight, css px. Links are underlined in the drawing only. */
function textsInSight() {
  const foot = document.documentElement.hasAttribute('data-foot') ? document.getElementById('foot').getBoundingClientRect().top : innerHeight;
  return [...document.querySelectorAll('#stage [data-p=""]')].filter((one) => one.childElementCount === 0 && one.textContent.trim()).map((one) => {
    const range = document.createRange();
    range.selectNodeContents(one);
    const { left, top, right, bottom } = range.getBoundingClientRect();
    const underlined = !!one.closest('a.link:not(.pill, .row, .back, #bar *)');
    return { text: one.textContent, left, top, right, bottom, underlined, end: one.closest('#foot') ? innerHeight : foot };
  }).filter(({ top, bottom, left, right, end }) => top >= 0 && bottom <= end && left < right);
}

/** Runs in the reader: where the ink of each rectangle is, in css px, in each picture. Paper is the most frequent colour of the rectangle. */
async function inkIn({ pictures, rects, density }) {
  const looked = [];
  for (const encoded of pictures) {
    const image = await createImageBitmap(new Blob([Uint8Array.from(atob(encoded), (sign) => sign.charCodeAt(0))], { type: 'image/png' }));
    const drawing = new OffscreenCanvas(image.width, image.height).getContext('2d', { willReadFrequently: true });
    drawing.drawImage(image, 0, 0);
    looked.push(rects.map(({ left, top, right, bottom }) => {
      const [x, y] = [Math.max(0, Math.floor((left - 2) * density)), Math.floor(top * density)];
      const { data, width } = drawing.getImageData(x, y, Math.ceil((right + 2) * density) - x, Math.ceil(bottom * density) - y);
      const counts = new Map();
      const colour = (at) => data[at] << 16 | data[at + 1] << 8 | data[at + 2];
      for (let at = 0; at < data.length; at += 4) counts.set(colour(at), (counts.get(colour(at)) ?? 0) + 1);
      const paper = [...counts].sort((a, b) => b[1] - a[1])[0][0];
      const far = (at) => Math.abs(data[at] - (paper >> 16)) + Math.abs(data[at + 1] - (paper >> 8 & 255)) + Math.abs(data[at + 2] - (paper & 255)) > 200;
      const sides = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
      for (let at = 0; at < data.length; at += 4) {
        if (!far(at)) continue;
        const [column, row] = [x + (at / 4) % width, y + Math.floor(at / 4 / width)];
        sides.left = Math.min(sides.left, column / density);
        sides.right = Math.max(sides.right, (column + 1) / density);
        sides.top = Math.min(sides.top, row / density);
        sides.bottom = Math.max(sides.bottom, (row + 1) / density);
      }
      return sides;
    }));
  }
  return looked;
}

/**
 * The texts in sight with the ink of the drawing and the ink of the same text set by the browser in the same place: as it is shown while
 * a graphics context that was lost is waited for.
 */
export async function bothInks(person) {
  const texts = await person.page.evaluate(textsInSight);
  const density = await person.page.evaluate(() => devicePixelRatio);
  const picture = async () => (await person.page.screenshot({ scale: 'device' })).toString('base64');
  const drawn = await picture();
  await person.page.evaluate(() => { document.documentElement.dataset.paused = ''; });
  const set = await picture();
  await person.page.evaluate(() => { delete document.documentElement.dataset.paused; });
  const reader = readers.get(person) ?? await person.context.newPage();
  readers.set(person, reader);
  const [ofDrawing, ofPage] = await reader.evaluate(inkIn, { pictures: [drawn, set], rects: texts, density });
  await person.page.bringToFront();
  return texts.map(({ text, underlined }, index) => ({ text, underlined, drawn: ofDrawing[index], set: ofPage[index] }));
}
