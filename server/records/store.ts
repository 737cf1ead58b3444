import { keptRows } from '../platform/kept-rows.ts'

export { marked, type Row } from '../platform/kept-rows.ts'

/** The things here that have a version, with the column that names them and what they are called. */
const KEPT = {
  'records.incoming': { key: 'incoming_id', code: 'incoming', noun: 'văn bản đến' },
  'records.handling': { key: 'handling_id', code: 'handling', noun: 'phần việc' },
  'records.outgoing': { key: 'outgoing_id', code: 'outgoing', noun: 'văn bản đi' },
  'records.template': { key: 'template_id', code: 'template', noun: 'mẫu văn bản' },
  'records.case_file': { key: 'case_id', code: 'case', noun: 'hồ sơ' },
  'records.nomenclature': { key: 'nomenclature_id', code: 'nomenclature', noun: 'danh mục hồ sơ' },
  'records.hand_over': { key: 'hand_over_id', code: 'hand_over', noun: 'lần giao nộp' },
  'records.mail_address': { key: 'mail_address_id', code: 'mail_address', noun: 'địa chỉ nhận văn bản' },
  'records.destruction': { key: 'destruction_id', code: 'destruction', noun: 'đề nghị hủy' },
} as const
export type Kept = keyof typeof KEPT
export const { notFound, lockRow, findRow, changeRow } = keptRows(KEPT)
