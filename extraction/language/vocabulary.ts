/**
 * The words of headings of official documents. All entries are lower case with the newer tone placement ("ủy",
 * "hóa"), as `lower()` returns them. Names are facts of public administration, not the wording of one text.
 */

export const list = (words: string): string[] =>
  words
    .split('|')
    .map((word) => word.trim())
    .filter((word) => word !== '')

/** Headings under which no one is given work. */
export const AIM_HEADINGS =
  /^(?:ve )?(?:muc dich|muc tieu|quan diem|yeu cau|nguyen tac|phuong cham|can cu|co so phap ly|bai hoc|pham vi|doi tuong|du bao|boi canh|su can thiet|giai thich tu ngu|dinh huong chung|tu tuong|tom tat|noi dung chinh)\b/

/** Headings of a description of the situation; only explicit orders there are tasks. */
export const ACCOUNT_HEADINGS =
  /^(?:ve )?(?:tinh hinh|thuc trang|danh gia|ket qua|ton tai|han che|nguyen nhan|nhung ket qua|mot so ket qua|khai quat)\b/

/** Headings under which duties are assigned in general terms, after the tasks have been listed. */
export const IMPLEMENTATION_HEADINGS =
  /^(?:to chuc thuc hien|to chuc trien khai|trach nhiem thuc hien|trach nhiem thi hanh|phan cong thuc hien|phan cong nhiem vu|phan cong trach nhiem|dieu khoan thi hanh|che do bao cao|che do thong tin|kinh phi|nguon kinh phi|hieu luc thi hanh|trach nhiem cua cac)/

/** Headings that only announce that work follows; they name no theme. */
export const GENERIC_HEADING =
  /^(?:(?:cac|nhung|mot so|ve|va|cua|de|tu)\s|(?:noi dung|nhiem vu|giai phap|chu yeu|trong tam|cu the|chi tiet|thuc hien|to chuc|trien khai|phan cong|trach nhiem|hoat dong|ke hoach|chuong trinh|cong viec|nhom|nam|tam|quy|thang|danh muc|chinh|phu luc|thi hanh|dieu khoan|trong thoi gian toi|thoi gian toi|yeu cau|chung|\d+)(?=[\s,:.;-]|$)[\s,:.;-]*)+$/
