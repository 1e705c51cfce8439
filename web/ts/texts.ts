// The few sentences that the page itself must say when the core cannot. All others come from content/.

const texts = {
  vi: {
    stopped: 'Xin lỗi bạn, phần hỏi đáp vừa gặp trục trặc. Những gì đã lưu vẫn còn trên máy này. Mời bạn bấm tải lại trang. Cảm ơn bạn.',
    reload: 'Tải lại trang',
    rescue: 'Xem, in hoặc tải về những gì đã lưu',
    untaken: 'Xin lỗi bạn, có việc đã lưu mà trang này chưa mở được. Không có gì bị xóa. Mời bạn xem và tải về ở trang dưới đây. Cảm ơn bạn.',
    copied: 'Đã chép.',
    unread: 'Chưa đọc được vì chưa có mạng. Mời bạn thử lại khi có mạng. Cảm ơn bạn.',
    unloaded: 'Chưa làm được bản sao. Những gì bạn đã điền vẫn còn ở đây. Mời bạn thử lại khi có mạng.',
  },
  en: {
    stopped: 'Sorry, the questions have run into a problem. What was saved is still on this device. Please reload the page. Thank you.',
    reload: 'Reload the page',
    rescue: 'See, print or download what was saved',
    untaken: 'Sorry, something that was saved cannot be opened by this page. Nothing was deleted. Please see and download it on the page below. Thank you.',
    copied: 'Copied.',
    unread: 'This page cannot be read out without a network yet. Please try again when there is one. Thank you.',
    unloaded: 'The copy could not be made. What you have filled in is still here. Please try again when there is a network.',
  },
};

export type TextName = keyof typeof texts.vi;

/** A sentence in the language of the page. */
export function text(name: TextName): string {
  return texts[document.documentElement.lang === 'en' ? 'en' : 'vi'][name];
}
