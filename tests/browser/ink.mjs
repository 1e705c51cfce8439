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
