import { list } from '../language/vocabulary.ts'

/** Provinces and centrally run cities, those of before July 2025 too: older documents are still read. */
export const PROVINCES = list(`
  an giang | bà rịa - vũng tàu | bạc liêu | bắc giang | bắc kạn | bắc ninh | bến tre | bình dương | bình định | bình phước |
  bình thuận | cà mau | cao bằng | cần thơ | đà nẵng | đắk lắk | đắk nông | điện biên | đồng nai | đồng tháp | gia lai |
  hà giang | hà nam | hà nội | hà tĩnh | hải dương | hải phòng | hậu giang | hòa bình | hồ chí minh | huế | hưng yên |
  khánh hòa | kiên giang | kon tum | lai châu | lạng sơn | lào cai | lâm đồng | long an | nam định | nghệ an | ninh bình |
  ninh thuận | phú thọ | phú yên | quảng bình | quảng nam | quảng ngãi | quảng ninh | quảng trị | sóc trăng | sơn la |
  tây ninh | thái bình | thái nguyên | thanh hóa | thừa thiên huế | tiền giang | trà vinh | tuyên quang | vĩnh long |
  vĩnh phúc | yên bái
`)
