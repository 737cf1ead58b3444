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

export async function xlsxOf(rows: readonly (readonly string[])[]): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('Danh mục')
  sheet.addRow(['DANH MỤC ĐỀ ÁN NĂM 2021 (MẪU)'])
  for (const row of rows) sheet.addRow([...row])
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
