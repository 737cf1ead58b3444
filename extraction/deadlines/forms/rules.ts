import { printedAt, SURE } from '../printed.ts'
import { type Form, NUMBER, pattern, YEAR } from './form.ts'

/** Words that begin another limit inside a clause; a rule ends before them. */
const NEXT_LIMIT =
  '(?:truoc|cham nhat|hoan thanh|xong|trong (?:quy|thang|nam)|den (?:het|ngay|quy|thang|nam)|vao|han|bao cao)'
/** The rest of the clause; a comma ends it only before another limit. */
const REST = `(?:(?![;()]|\\. |\\.$|, ${NEXT_LIMIT})[^]){0,240}`
/** A rule is a whole value or a part of it; it begins there or after a stop. */
const HEAD = '(?<=^|[;(:.,] ?|(?:va|hoac|xuyen) )'
const NOTATION = '\\d{1,5}[a-z]{0,2}(?:[/-][a-z\\d]{1,14}){1,4}'
const ACT =
  '(?:luat|bo luat|nghi dinh|nghi quyet|thong tu|thong tu lien tich|quyet dinh|chi thi|ke hoach|cong van|cong dien|thong bao|ket luan|chuong trinh|de an|to trinh|bao cao|van ban|huong dan|quy dinh|quy che|hop dong|bien ban|phap lenh)'
const DATE = `(?:\\d{1,2} ?[/.-] ?\\d{1,2} ?[/.-] ?${YEAR}|\\d{1,2},? thang \\d{1,2},? nam ${YEAR})`

/** In the value of a label or the cell of a column; elsewhere the same words are conditions. */
export const RULES: readonly Form[] = [
  {
    name: 'rule',
    examples: [
      'Theo Quy chế làm việc của Chính phủ',
      'thực hiện theo tiến độ dự án',
      'Triển khai đảm bảo theo lộ trình, hướng dẫn của Bộ, ngành',
      'Đúng tiến độ hợp đồng',
      'Theo yêu cầu của cấp có thẩm quyền',
    ],
    pattern: new RegExp(
      `${HEAD}(?:(?:trien khai|thuc hien|hoan thanh|bao cao|tien do|thoi gian) )?(?:(?:dam bao|bao dam)(?: dung)?(?: tien do| thoi gian| thoi han)? )?(?:theo(?: dung)?|dung (?:tien do|lo trinh|ke hoach|thoi han|thoi gian|quy dinh)|phu hop voi|bam sat)(?= |$)${REST}`,
      'gu',
    ),
    read(hit) {
      const words = hit.passage.plain.slice(hit.from, hit.to)
      const text = hit.passage.text.slice(hit.from, hit.to)
      const rule = /^(?:thuc hien )?theo\s/.test(words) ? text.replace(/^(?:thực hiện )?theo\s+/i, '').trim() : null
      return printedAt(hit, { kind: 'perRegulation', rule, sure: SURE.rule })
    },
  },
  {
    /** A meeting or feast as the limit; also in running text, as its word "trước" leaves no doubt. */
    name: 'meeting',
    examples: [
      'trước kỳ họp thứ 5',
      'trước phiên họp thường kỳ tháng 6',
      'trước Tết Nguyên đán 2027',
      'trước mùa mưa bão',
    ],
    pattern: pattern(
      '(?:truoc|cham nhat truoc|xong truoc) (?:ky hop|phien hop|dai hoi|tet (?:nguyen|duong|trung|am)|mua (?:mua|bao|lu|kho)|ngay bau cu)(?:(?![;()]|\\. |\\.$|, )[^]){0,80}',
      '',
    ),
    read: (hit) => printedAt(hit, { kind: 'perRegulation', sure: SURE.inferred }),
  },
  {
    name: 'event',
    examples: [
      'Ngay sau khi Kế hoạch được ban hành',
      'khi có yêu cầu',
      'song song với quá trình sắp xếp',
      'chậm nhất 10 ngày trước khi khai mạc',
      'đột xuất',
      'Trong quá trình thực hiện',
      'đến ngày hết hạn hợp đồng',
    ],
    pattern: new RegExp(
      `${HEAD}(?:thuc hien |hoan thanh |trien khai )?(?:ngay )?(?:(?:sau |den |cho den |truoc |tu |ke tu )?khi|ngay sau|sau(?= (?:hoi nghi|ky hop|khi|dai hoi|tet|dot))|ngay(?= sau)|song song|dong thoi voi|cung (?:thoi (?:diem|gian|ky)|luc)|trong (?:thoi gian|qua trinh|suot|dot|dip|ky|mua)(?! \\d)|(?:cham nhat(?: la)?|truoc)(?: ${NUMBER} ngay(?: lam viec)?)?(?: truoc| so voi)? (?:khi|ky hop|phien hop|ky|hoi nghi|dai hoi|tet|mua|dip|thoi diem|ngay (?:khai|bau|hop|to chuc|dien ra|le|tet)|khai mac|be mac|khai giang|(?:ky|mua) thi)|(?:den|truoc|cham nhat)(?: het)? ngay (?:het|ket thuc|khoi cong|khanh thanh|khai|hoan thanh)|tuy theo|tuy thuoc|dot xuat|dinh ky,? dot xuat)(?= |,|$)${REST}`,
      'gu',
    ),
    read: (hit) => printedAt(hit, { kind: 'perRegulation', sure: SURE.shortYear }),
  },
  {
    name: 'schoolYear',
    examples: ['đầu năm học 2026 - 2027', 'năm học 2026-2027', 'kết thúc năm học'],
    pattern: pattern(
      `(?:truoc |trong |vao |het |ket thuc )?(?:dau |cuoi |het |khai giang )?nam hoc(?: (?:moi|${YEAR}(?: ?- ?${YEAR})?))?`,
    ),
    read: (hit) => printedAt(hit, { kind: 'perRegulation', sure: SURE.open }),
  },
]

/** The day in the name of an act is no deadline of this document. */
export const CITED_ACTS: readonly Form[] = [
  {
    name: 'citedAct',
    examples: [
      'Thông tư số 21/2016/TT-BXD ngày 12/4/2016',
      'Nghị quyết số 01/NQ-CP ngày 01 tháng 01 năm 2026',
      '105/2009/QĐ-TTg ngày 19 tháng 8 năm 2009',
      'văn bản ngày 05/3/2026',
      'Luật Đất đai năm 2024',
    ],
    pattern: pattern(
      `(?:(?:${ACT} )?(?:so:? ?)?(?:${NOTATION}),?(?: ban hanh| ky)? ngay ${DATE}|${ACT}(?: so:? ?\\d{1,5})?,?(?: ban hanh| ky)? (?:de )?ngay ${DATE}|(?:luat|bo luat|hien phap) (?:[a-z]+ ){1,8}nam ${YEAR})`,
    ),
    read: (hit) => printedAt(hit, {}),
  },
]
