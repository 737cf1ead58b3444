import type { DraftContent } from './draft-content.ts'

interface StandardTemplate {
  kind: string
  name: string
  about: string
  content: DraftContent
}

const text = (...lines: string[]): DraftContent['parts'] =>
  lines.map((line) => ({ kind: 'paragraph', runs: [{ text: line }] }))

/** What every body can begin with, laid out as Nghị định 30/2020/NĐ-CP, Phụ lục III has the kinds. */
export const STANDARD_TEMPLATES: readonly StandardTemplate[] = [
  {
    kind: 'CV',
    name: 'Công văn trả lời',
    about: 'trả lời văn bản số {incoming.notation}',
    content: {
      addressees: ['{incoming.sender}'],
      parts: text(
        '{agency} nhận được văn bản số {incoming.notation} ngày {incoming.issuedOn} của {incoming.sender} về việc {incoming.about}.',
        'Sau khi nghiên cứu, {agency} có ý kiến như sau:',
        'Đề nghị {incoming.sender} nghiên cứu, tổng hợp./.',
      ),
    },
  },
  {
    kind: 'BC',
    name: 'Báo cáo kết quả thực hiện nhiệm vụ',
    about: 'Kết quả thực hiện nhiệm vụ {task.code}',
    content: {
      addressees: [],
      parts: [
        ...text('Thực hiện nhiệm vụ “{task.title}”, {agency} báo cáo như sau:'),
        { kind: 'heading', level: 1, text: 'I. KẾT QUẢ THỰC HIỆN' },
        { kind: 'heading', level: 1, text: 'II. KHÓ KHĂN, VƯỚNG MẮC' },
        { kind: 'heading', level: 1, text: 'III. KIẾN NGHỊ' },
      ],
    },
  },
  {
    kind: 'TTr',
    name: 'Tờ trình',
    about: 'Về việc ',
    content: {
      addressees: [],
      parts: [
        { kind: 'heading', level: 1, text: 'I. SỰ CẦN THIẾT' },
        { kind: 'heading', level: 1, text: 'II. NỘI DUNG' },
        { kind: 'heading', level: 1, text: 'III. KIẾN NGHỊ' },
        ...text('{agency} kính trình xem xét, quyết định./.'),
      ],
    },
  },
  {
    kind: 'QĐ',
    name: 'Quyết định',
    about: 'Về việc ',
    content: {
      addressees: [],
      parts: [
        { kind: 'centred', text: 'QUYẾT ĐỊNH:' },
        ...text(
          'Điều 1. ',
          'Điều 2. Quyết định này có hiệu lực kể từ ngày ký.',
          'Điều 3. Thủ trưởng các đơn vị liên quan chịu trách nhiệm thi hành Quyết định này./.',
        ),
      ],
    },
  },
]
