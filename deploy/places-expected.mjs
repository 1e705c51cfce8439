// What the published lists say about the units after Resolution 202/2025/QH15 (in force 1 July 2025); checked
// against the package by places.mjs. Name, kind, number of commune-level units, former provinces (if merged).
export const TOTAL = 3321;

export const PROVINCES = [
  ['Hà Nội', 'city', 126],
  ['Hải Phòng', 'city', 114, ['Hải Phòng', 'Hải Dương']],
  ['Huế', 'city', 40],
  ['Đà Nẵng', 'city', 94, ['Đà Nẵng', 'Quảng Nam']],
  ['Hồ Chí Minh', 'city', 168, ['Hồ Chí Minh', 'Bình Dương', 'Bà Rịa - Vũng Tàu']],
  ['Cần Thơ', 'city', 103, ['Cần Thơ', 'Hậu Giang', 'Sóc Trăng']],
  ['Cao Bằng', 'province', 56],
  ['Lạng Sơn', 'province', 65],
  ['Lai Châu', 'province', 38],
  ['Điện Biên', 'province', 45],
  ['Sơn La', 'province', 75],
  ['Tuyên Quang', 'province', 124, ['Tuyên Quang', 'Hà Giang']],
  ['Lào Cai', 'province', 99, ['Lào Cai', 'Yên Bái']],
  ['Thái Nguyên', 'province', 92, ['Thái Nguyên', 'Bắc Kạn']],
  ['Phú Thọ', 'province', 148, ['Phú Thọ', 'Vĩnh Phúc', 'Hòa Bình']],
  ['Bắc Ninh', 'province', 99, ['Bắc Ninh', 'Bắc Giang']],
  ['Hưng Yên', 'province', 104, ['Hưng Yên', 'Thái Bình']],
  ['Ninh Bình', 'province', 129, ['Ninh Bình', 'Hà Nam', 'Nam Định']],
  ['Quảng Ninh', 'province', 54],
  ['Thanh Hóa', 'province', 166],
  ['Nghệ An', 'province', 130],
  ['Hà Tĩnh', 'province', 69],
  ['Quảng Trị', 'province', 78, ['Quảng Trị', 'Quảng Bình']],
  ['Quảng Ngãi', 'province', 96, ['Quảng Ngãi', 'Kon Tum']],
  ['Gia Lai', 'province', 135, ['Gia Lai', 'Bình Định']],
  ['Đắk Lắk', 'province', 102, ['Đắk Lắk', 'Phú Yên']],
  ['Khánh Hòa', 'province', 65, ['Khánh Hòa', 'Ninh Thuận']],
  ['Lâm Đồng', 'province', 124, ['Lâm Đồng', 'Đắk Nông', 'Bình Thuận']],
  ['Đồng Nai', 'province', 95, ['Đồng Nai', 'Bình Phước']],
  ['Tây Ninh', 'province', 96, ['Tây Ninh', 'Long An']],
  ['Đồng Tháp', 'province', 102, ['Đồng Tháp', 'Tiền Giang']],
  ['Vĩnh Long', 'province', 124, ['Vĩnh Long', 'Bến Tre', 'Trà Vinh']],
  ['An Giang', 'province', 102, ['An Giang', 'Kiên Giang']],
  ['Cà Mau', 'province', 64, ['Cà Mau', 'Bạc Liêu']],
];

export const SPECIAL_ZONES = ['Vân Đồn', 'Cô Tô', 'Cát Hải', 'Bạch Long Vĩ', 'Cồn Cỏ', 'Hoàng Sa', 'Lý Sơn',
  'Trường Sa', 'Phú Quý', 'Côn Đảo', 'Kiên Hải', 'Phú Quốc', 'Thổ Châu'];

/** xã + phường + đặc khu: the published splits disagree, so either is accepted and the build says which it met. */
export const SPLITS_SEEN = ['2636 + 672 + 13', '2621 + 687 + 13'];
