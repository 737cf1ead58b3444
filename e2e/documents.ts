import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Sent } from './steps.ts'

const root = path.dirname(import.meta.dirname)

/** A plan and what the story expects to find in it. */
export interface Plan extends Sent {
  number: string
  tasks: number
  targets: number
  /** Tasks by the deadline the list shows. */
  deadlines: Record<string, number>
  misprint: { written: string; meant: string }
  /** The task that is followed to its end: its place, the first words of its title, its due day, its sentence. */
  followed: { ref: string; title: string; dueOn: string; sentence: string }
}

/** The scan of Decision 12/QĐ-VPCP where the sources are next to the project; otherwise a plan of our own. */
export function realPlan(): Plan {
  const file = path.join(root, '../shared/sources/004_5c0b3d750e2bba17.txt')
  if (!existsSync(file)) return ownPlan('941/QĐ-VPCP')
  return {
    name: 'quyet-dinh-12.txt',
    bytes: readFileSync(file),
    number: '12/QĐ-VPCP',
    tasks: 20,
    targets: 21,
    deadlines: { '31/12/2021': 4, '31/03/2021': 2, 'Theo quy định': 4, 'Thường xuyên': 10 },
    misprint: { written: 'Công Thông tin điện tử Chính phủ', meant: 'Cổng Thông tin điện tử Chính phủ' },
    followed: {
      ref: 'II.1.a',
      title: 'Nghị định ban hành Quy chế làm việc của Chính phủ',
      dueOn: '31/12/2021',
      sentence: 'Quy chế làm việc của Chính phủ',
    },
  }
}

/** A plan written for these stories; `number` makes each one distinct. */
export function ownPlan(number: string): Plan {
  const text = `VĂN PHÒNG CHÍNH PHỦ
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: ${number}
Hà Nội, ngày 15 tháng 01 năm 2021

QUYẾT ĐỊNH
Phê duyệt Kế hoạch MẪU rút ngắn thời gian xử lý hồ sơ năm 2021

BỘ TRƯỞNG, CHỦ NHIỆM VĂN PHÒNG CHÍNH PHỦ

Căn cứ Nghị định số 150/2016/NĐ-CP ngày 11 tháng 11 năm 2016 của Chính phủ;
Theo đề nghị của Vụ trưởng Vụ Tổng hợp,

QUYẾT ĐỊNH:

Điều 1. Phê duyệt kèm theo Quyết định này Kế hoạch MẪU rút ngắn thời gian xử lý hồ sơ năm 2021.

Điều 2. Quyết định này có hiệu lực thi hành kể từ ngày ký.

KẾ HOẠCH
Rút ngắn thời gian xử lý hồ sơ năm 2021 (MẪU)

I. MỤC TIÊU
Hồ sơ trình được xử lý nhanh hơn, đúng quy chế.

II. NHIỆM VỤ

1. Nhóm nhiệm vụ về quy trình

a) Xây dựng quy trình xử lý hồ sơ điện tử thay cho hồ sơ giấy.
- Đơn vị chủ trì: Vụ Tổng hợp.
- Đơn vị phối hợp: Cục Kiểm soát thủ tục hành chính.
- Thời hạn hoàn thành: Quý II năm 2021.

b) Hướng dẫn các đơn vị dùng chữ ký số, bảo đảm tối thiểu 90% văn bản được ký số.
- Đơn vị chủ trì: Cục Kiểm soát thủ tục hành chính.
- Đơn vị phối hợp: Các Vụ, Cục, đơn vị thuộc Văn phòng Chính phủ.
- Thời hạn hoàn thành: Tháng 9 năm 2021.

2. Nhóm nhiệm vụ về công khai

a) Đăng tải kết quả xử lý hồ sơ hằng tuần.
- Đơn vị chủ trì: Công Thông tin điện tử Chính phủ.
- Đơn vị phối hợp: Vụ Kinh tế tổng hợp.
- Thời hạn hoàn thành: Nhiệm vụ thường xuyên.

Nơi nhận:
- Các Vụ, Cục, đơn vị;
- Lưu: VT, TH.

BỘ TRƯỞNG, CHỦ NHIỆM
(Bản MẪU, không có giá trị pháp lý)
Trần Văn Mẫu
`
  return {
    name: `ke-hoach-mau-${number.replace(/\D/g, '')}.txt`,
    bytes: Buffer.from(text),
    number,
    tasks: 3,
    targets: 1,
    deadlines: { '30/06/2021': 1, '30/09/2021': 1, 'Thường xuyên': 1 },
    misprint: { written: 'Công Thông tin điện tử Chính phủ', meant: 'Cổng Thông tin điện tử Chính phủ' },
    followed: {
      ref: 'II.1.a',
      title: 'Xây dựng quy trình xử lý hồ sơ điện tử',
      dueOn: '30/06/2021',
      sentence: 'Xây dựng quy trình xử lý hồ sơ điện tử thay cho hồ sơ giấy',
    },
  }
}

/** A plan with a task and a passage that the rules are unsure of. */
export function doubtfulPlan(number: string): Sent {
  const { name, bytes } = ownPlan(number)
  const text = Buffer.from(bytes)
    .toString()
    .replace(
      'Nơi nhận:',
      `3. Nhóm nhiệm vụ về con người

a) Tập huấn cán bộ một cửa về xử lý hồ sơ; việc này do Vụ Tổng hợp lo liệu cùng Vụ Kinh tế tổng hợp, xong trong quý IV năm 2021.
- Thời hạn hoàn thành: như đã bàn.

III. TỔ CHỨC THỰC HIỆN

Kinh phí lấy từ nguồn chi thường xuyên; trước ngày 15 tháng 3 năm 2021 phải có dự toán chi tiết, phần này đề nghị bên Vụ Hậu cần đảm nhận.

Nơi nhận:`,
    )
  return { name, bytes: Buffer.from(text) }
}

const fixture = (file: string) => readFileSync(path.join(root, file))

/** A decision of our own as Word saves it. */
export const docxBytes = (): Uint8Array => fixture('extraction/fixtures/quyet-dinh-mau.docx')
/** A photograph of a cat: no text in it. */
export const catBytes = (): Uint8Array => fixture('server/directives/fixtures/con-meo.jpg')

/** A well-formed PDF whose tree of pages is empty. */
export function pdfWithoutPages(): Uint8Array {
  const objects = ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [] /Count 0 >>']
  let written = '%PDF-1.4\n'
  const places = objects.map((body, index) => {
    const place = written.length
    written += `${index + 1} 0 obj\n${body}\nendobj\n`
    return place
  })
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  const end = `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${written.length}\n%%EOF\n`
  return Buffer.from(`${written}xref\n0 ${size}\n0000000000 65535 f \n${table}${end}`, 'latin1')
}

/** A plan marked as secret. */
export function secretBytes(): Uint8Array {
  const plan = Buffer.from(ownPlan('942/QĐ-VPCP').bytes).toString()
  return Buffer.from(plan.replace('Số: 942/QĐ-VPCP', 'MẬT\nSố: 942/QĐ-VPCP'))
}

/** A notice that gives no one a task. */
export const noTaskBytes = (): Uint8Array =>
  Buffer.from(`VĂN PHÒNG CHÍNH PHỦ
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: 943/TB-VPCP
Hà Nội, ngày 18 tháng 01 năm 2021

THÔNG BÁO
Về lịch nghỉ Tết Nguyên đán (MẪU)

Tết Nguyên đán năm 2021 bắt đầu từ ngày 10 tháng 02 năm 2021. Đây là bản mẫu, không có giá trị pháp lý.

Nơi nhận:
- Lưu: VT.

TL. BỘ TRƯỞNG, CHỦ NHIỆM
Trần Văn Mẫu
`)
