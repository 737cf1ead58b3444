import { type Field, Invalid } from '../platform/errors.ts'
import { type DraftContent, linesOf, mapTexts } from './draft-content.ts'

/** The fields that a template may name, each with what it stands for. The list is closed: what is not here is a mistake. */
export const TEMPLATE_FIELDS = {
  agency: { vi: 'Tên cơ quan ban hành', en: 'The agency that issues' },
  unit: { vi: 'Tên đơn vị soạn thảo', en: 'The unit that drafts' },
  'signer.name': { vi: 'Họ tên người ký', en: 'Name of the signer' },
  'signer.title': { vi: 'Chức vụ người ký', en: 'Title of the signer' },
  'incoming.notation': { vi: 'Số, ký hiệu văn bản được trả lời', en: 'Number of the document that is answered' },
  'incoming.issuedOn': { vi: 'Ngày văn bản được trả lời', en: 'Day of the document that is answered' },
  'incoming.sender': { vi: 'Cơ quan gửi văn bản được trả lời', en: 'Sender of the document that is answered' },
  'incoming.about': { vi: 'Trích yếu văn bản được trả lời', en: 'Subject of the document that is answered' },
  'task.title': { vi: 'Nhiệm vụ được báo cáo', en: 'The task that is reported on' },
  'task.code': { vi: 'Mã nhiệm vụ', en: 'Code of the task' },
  today: { vi: 'Ngày soạn', en: 'Day of drafting' },
} as const
export type TemplateField = keyof typeof TEMPLATE_FIELDS
export type FieldValues = Partial<Record<TemplateField, string>>

const FIELD = /\{([^{}\n]*)\}/g

/** The names between braces, in order, each once. */
export function fieldsIn(content: DraftContent, about = ''): string[] {
  return [
    ...new Set(
      [about, ...linesOf(content)].flatMap((line) => [...line.matchAll(FIELD)].map(([, name]) => name!.trim())),
    ),
  ]
}

/** Throws 400 that names each unknown field and the known ones. */
export function refuseUnknownFields(content: DraftContent, about: string): void {
  const unknown = fieldsIn(content, about).filter((name) => !(name in TEMPLATE_FIELDS))
  if (unknown.length === 0) return
  const known = Object.keys(TEMPLATE_FIELDS)
    .map((name) => `{${name}}`)
    .join(', ')
  const fields: Field[] = unknown.map((name) => ({
    path: 'content',
    code: 'template.unknown_field',
    message: `Không có trường {${name}}. Các trường dùng được: ${known}.`,
  }))
  throw new Invalid('template.unknown_field', fields[0]!.message, { fields })
}

/**
 * A template with its fields filled in. A field without a value stays as it is, in braces, so that whoever drafts sees what is
 * missing; a draft with one left is not sent (`unfilledIn`).
 */
export function fill(content: DraftContent, values: FieldValues): DraftContent {
  return mapTexts(content, (text) => fillText(text, values))
}

export function fillText(text: string, values: FieldValues): string {
  return text.replace(FIELD, (whole, name: string) => values[name.trim() as TemplateField] ?? whole)
}

/** Known fields that still stand in the words of a draft. */
export function unfilledIn(content: DraftContent, about: string): string[] {
  return fieldsIn(content, about).filter((name) => name in TEMPLATE_FIELDS)
}
