// The few sentences that the page itself must say when the core cannot. All others come from content/.

const texts = {
  vi: {
    stopped: 'Xin lỗi bạn, phần hỏi đáp vừa gặp trục trặc. Những gì đã lưu vẫn còn trên máy này. Mời bạn bấm tải lại trang. Cảm ơn bạn.',
    reload: 'Tải lại trang',
    rescue: 'Xem, in hoặc tải về những gì đã lưu',
    copied: 'Đã chép.',
    unloaded: 'Chưa tải được phần làm bản sao. Những gì bạn đã điền vẫn còn trên trang này. Mời bạn thử lại khi có mạng. Cảm ơn bạn.',
  },
  en: {
    stopped: 'Sorry, the questions have run into a problem. What was saved is still on this device. Please reload the page. Thank you.',
    reload: 'Reload the page',
    rescue: 'See, print or download what was saved',
    copied: 'Copied.',
    unloaded: 'The part that makes the copy could not be loaded. What you have filled in is still on this page. Please try again when there is a network. Thank you.',
  },
};

export type TextName = keyof typeof texts.vi;

/** A sentence in the language of the page. */
export function text(name: TextName): string {
  return texts[document.documentElement.lang === 'en' ? 'en' : 'vi'][name];
}
