import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import ExcelJS from 'exceljs'
import type { OfficialDocument } from '../platform/official-document/model.ts'
import { toPdf } from '../platform/official-document/pdf.ts'

export const HEADS = [
  'TT',
  'Tên đề án',
  'Cơ quan chủ trì',
  'Cơ quan phối hợp',
  'Cấp trình',
  'Thời hạn trình',
  'Người phụ trách',
  'Ghi chú',
]

export async function docxOf(rows: readonly (readonly string[])[]): Promise<Buffer> {
  const table = new Table({
    rows: rows.map(
      (cells) =>
        new TableRow({
          children: cells.map(
            (text) => new TableCell({ children: text.split('\n').map((line) => new Paragraph(line)) }),
          ),
        }),
    ),
  })
  const children = [new Paragraph('CHƯƠNG TRÌNH CÔNG TÁC NĂM 2021 (MẪU)'), new Paragraph('Danh mục đề án'), table]
  return Packer.toBuffer(new Document({ sections: [{ children }] }))
}

/** `formats`: how the day of each row is shown. */
export async function xlsxOf(
  rows: readonly (readonly (string | Date)[])[],
  formats: readonly (string | undefined)[] = [],
): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('Danh mục')
  sheet.addRow(['DANH MỤC ĐỀ ÁN NĂM 2021 (MẪU)'])
  for (const [place, row] of rows.entries()) {
    const added = sheet.addRow([...row])
    const format = formats[place]
    if (format !== undefined) added.getCell(row.findIndex((cell) => cell instanceof Date) + 1).numFmt = format
  }
  return Buffer.from(await book.xlsx.writeBuffer())
}

/** A workbook of several sheets; `hidden` counts rows from 1. */
export async function bookOf(
  sheets: readonly { name: string; rows: readonly (readonly string[])[]; hidden?: readonly number[] }[],
): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  for (const { name, rows, hidden = [] } of sheets) {
    const sheet = book.addWorksheet(name)
    sheet.addRows(rows.map((row) => [...row]))
    for (const number of hidden) sheet.getRow(number).hidden = true
  }
  return Buffer.from(await book.xlsx.writeBuffer())
}

export async function pdfOf(document: OfficialDocument): Promise<Buffer> {
  return Buffer.from(await toPdf(document))
}

/** How offices write ministries and provinces of 2021. */
const NAMES = [
  'Bộ Tài chính',
  'Bộ KH&ĐT',
  'Bộ Y tế',
  'Bộ GD&ĐT',
  'Bộ Nông nghiệp và Phát triển nông thôn',
  'Bộ GTVT',
  'Bộ LĐ-TB&XH',
  'Ngân hàng Nhà nước Việt Nam',
  'Bộ Tư pháp',
  'Bộ Nội vụ',
  'Bộ Quốc phòng',
  'Bộ Công an',
  'Bộ Ngoại giao',
  'Bộ TN&MT',
  'Bộ TT&TT',
  'Bộ Văn hoá, Thể thao và Du lịch',
  'Bộ Xây dựng',
  'Bộ Công Thương',
  'Bộ KH&CN',
  'Thanh tra Chính phủ',
  'Ủy ban Dân tộc',
  'Văn phòng Chính phủ',
  'UBND tỉnh Quảng Ninh',
  'UBND thành phố Hà Nội',
  'Bảo hiểm xã hội Việt Nam',
  'BỘ TÀI CHÍNH',
  'Bo Y te',
]
const KINDS = [
  'Nghị định về',
  'Đề án phát triển',
  'Quyết định ban hành Chiến lược',
  'Dự án Luật về',
  'Kế hoạch thực hiện',
]

/** An annex of this many rows, with heads. */
export function annexRows(count: number): string[][] {
  return [
    HEADS,
    ['', 'A. CÁC ĐỀ ÁN', '', '', '', '', '', ''].map((cell) => cell),
    ...Array.from({ length: count }, (_, n) => [
      String(n + 1),
      `${KINDS[n % KINDS.length]} lĩnh vực số ${n + 1} (MẪU)`,
      NAMES[n % NAMES.length]!,
      n % 3 === 0 ? `${NAMES[(n + 3) % NAMES.length]};\n${NAMES[(n + 7) % NAMES.length]}` : '',
      n % 2 === 0 ? 'Chính phủ' : 'Thủ tướng Chính phủ',
      `Tháng ${(n % 12) + 1}`,
      `Phó Thủ tướng ${(n % 4) + 1} (MẪU)`,
      '',
    ]),
  ]
}

/**
 * Sections across the table (levels, agencies), names of several lines, and rows that a page ends in: the rows of
 * `fixtures/danh-muc-mau.pdf`, which LibreOffice wrote from a DOCX of this table. A row of one cell is a section.
 */
export function sectionedRows(): string[][] {
  const about =
    'về cơ chế, chính sách đặc thù đối với lĩnh vực số %, trong đó quy định trách nhiệm của các bộ, ngành, địa phương và việc phân cấp, phân quyền gắn với kiểm tra, giám sát (MẪU)'
  const row = (n: number, lead: string): string[] => [
    String(n),
    `${KINDS[n % KINDS.length]} ${n % 4 === 0 ? `lĩnh vực số ${n} (MẪU)` : about.replace('%', String(n))}`,
    lead,
    n % 3 === 0 ? 'Bộ Y tế;\nBộ Kế hoạch và Đầu tư;\nỦy ban nhân dân thành phố Hà Nội' : '',
    '',
    n % 5 === 0 ? '15/8/2021' : `Tháng ${(n % 12) + 1}`,
    `Phó Thủ tướng ${(n % 4) + 1} (MẪU)`,
    n % 7 === 0 ? 'Chuyển từ năm 2020' : '',
  ]
  const of = (first: number, lead: string) => Array.from({ length: 6 }, (_, n) => row(first + n, lead))
  return [
    HEADS,
    ['A. CÁC ĐỀ ÁN TRÌNH CHÍNH PHỦ'],
    ['I. BỘ TÀI CHÍNH'],
    ...of(1, 'Bộ Tài chính'),
    ['II. BỘ NÔNG NGHIỆP VÀ PHÁT TRIỂN NÔNG THÔN'],
    ...of(7, 'Bộ Nông nghiệp và Phát triển nông thôn'),
    ['B. CÁC ĐỀ ÁN TRÌNH THỦ TƯỚNG CHÍNH PHỦ'],
    ['I. BỘ TÀI CHÍNH'],
    ...of(13, 'Bộ Tài chính'),
  ]
}
