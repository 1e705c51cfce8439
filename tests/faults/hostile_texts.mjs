// Texts that have broken other programs. `typed` is what a field is given, `kept` what it must hold after a reload where that differs.
const long = (unit, times) => unit.repeat(times);

export const hostileTexts = {
  'Vietnamese, composed': 'Nguyễn Thị Hoàng Ngọc Ánh, phường Thủ Đức',
  'Vietnamese, decomposed': 'Nguyễn Thị Hoàng Ngọc Ánh'.normalize('NFD'),
  'tone mark before vowel mark': 'e\u0323\u0302 e\u0302\u0323 \u1eb9\u0302',
  'Windows-1258 order': 'Ti\u00ea\u0301ng Vi\u00ea\u0323t',
  'a hundred marks on one letter': `a${long('\u0301', 100)}b`,
  'marks with no letter': '\u0301\u0323',
  'right to left': 'שלום العربية 123',
  'bidi override and isolates': 'a\u202eb\u202dc\u202cd\u2066e\u2067f\u2068g\u2069h\u200e\u200f\u061c',
  'invisible letters': 'a\u200b\u200c\u200d\u2060\ufeff\u00ad\u180e\u034fb',
  'a byte order mark alone': '\ufeff',
  'a byte order mark in front': '\ufeffx',
  'every control letter but line ends': [...Array(32).keys()].filter((code) => ![0, 10, 13].includes(code)).map((code) => String.fromCharCode(code)).join(''),
  'delete and C1 controls': 'a\u007f\u0080\u0085\u009fb',
  'line and paragraph separators': 'a\u2028b\u2029c',
  'spaces of all widths': '\u00a0\u1680\u2000\u2007\u2009\u202f\u205f\u3000x ',
  'blank before and behind': '  x  ',
  'emoji with joiners and tones': '👩🏽‍🚒👨‍👩‍👧‍👦🏳️‍🌈🇻🇳1️⃣',
  'tags': '\u{e0001}\u{e0041}\u{e007f}',
  'beyond the first plane': '𠜎𠜱𡃁\u{10ffff}\u{1fffe}',
  'non-characters and private use': '\ufffe\uffff\ufdd0\ue000\u{f0000}',
  'replacement mark': '\ufffd',
  'markup': '<script>alert(1)</script><img src=x onerror=alert(1)>&lt;&#x3c;',
  'quotes and backslashes': '"\\"\'`\\u0000\\n\\\\',
  'JSON': '{"v":9,"seq":1e999,"__proto__":null}',
  'format and template': '%s%n%d ${7*7} {{7*7}} {name}',
  'ImGui labels': 'a##b###c\td',
  'formula': '=HYPERLINK("x")\u0009@SUM(1)',
  'names of objects': '__proto__ constructor toString',
  'numbers': '-0 NaN 1e309 0x10 ١٢٣ ₫ ½ 0.1+0.2',
  'as long as may be': long('x', 2000),
  'as long as may be, three bytes a letter': long('ế', 2000),
  'as long as may be, four bytes a letter': long('👍', 2000),
  'decomposed and long': long('e\u0302\u0301 ', 500),
};

/** Half a pair, and NUL, become the replacement mark and eat no neighbour; what is too long is cut where it can be seen. */
export const mended = {
  'too long': [long('ế', 70_000), long('ế', 2000)], 'one letter too long': [long('👍', 2001), long('👍', 2000)],
  'NUL in the middle': ['a\u0000b\u0000', 'a\ufffdb\ufffd'],
  'high half before a letter': ['a\ud800b', 'a\ufffdb'], 'low half before a letter': ['a\udc00b', 'a\ufffdb'], 'high half at the end': ['ab\ud83d', 'ab\ufffd'],
  'halves in the wrong order': ['a\udc00\ud800b', 'a\ufffd\ufffdb'], 'half beside a whole pair': ['\ud83d👍\udc4d', '\ufffd👍\ufffd'],
};
