// What the keys of the keyboard on the screen are called.

const words = {
  vi: {
    keyboard: 'Bàn phím tiếng Việt', shift: 'Chữ hoa', back: 'Xóa một chữ', space: 'Dấu cách', done: 'Xong', digits: 'Số và dấu', letters: 'Chữ cái',
    tones: ['sắc', 'huyền', 'hỏi', 'ngã', 'nặng', 'không'], tone: 'dấu {tone}', noTone: 'không dấu',
  },
  en: {
    keyboard: 'Vietnamese keyboard', shift: 'Capitals', back: 'Delete one letter', space: 'Space', done: 'Done', digits: 'Digits and signs', letters: 'Letters',
    tones: ['sắc', 'huyền', 'hỏi', 'ngã', 'nặng', 'none'], tone: 'tone {tone}', noTone: 'no tone',
  },
};

export type Words = typeof words.vi;

/** In the language of the page. */
export function keyWords(): Words {
  return words[document.documentElement.lang === 'en' ? 'en' : 'vi'];
}
