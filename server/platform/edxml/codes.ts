/** Codes of edXML: QCVN 102:2016/BTTTT and its amendment 1:2022, as real senders write them. */

export const EDXML = 'http://www.mic.gov.vn/TBT/QCVN_102_2016'

/** `BussinessDocType`, spelled so in the standard. */
export const BUSINESS_CODES = { new: 0, revoke: 1, update: 2, replace: 3 } as const
export type BusinessKind = keyof typeof BUSINESS_CODES

/** What senders write beside the code; a reader goes by the code. */
export const BUSINESS_WORDS: Readonly<Record<BusinessKind, string>> = {
  new: 'Văn bản điện tử mới',
  revoke: 'Thu hồi văn bản điện tử',
  update: 'Cập nhật văn bản điện tử',
  replace: 'Thay thế văn bản điện tử',
}

/** `Priority`: the urgency, lowest first; the place is the code. */
export const PRIORITIES = ['normal', 'urgent', 'veryUrgent', 'immediate', 'immediateAt'] as const
export type Priority = (typeof PRIORITIES)[number]

/** `SteeringType`: whether a document directs, or reports on a direction; the place is the code. */
export const STEERINGS = ['none', 'directs', 'reports'] as const
export type Steering = (typeof STEERINGS)[number]

/**
 * Status codes by who sends them: the receiver of a document, or the sender who asks for it back (13). 07 to 12 and 14 are not used.
 */
export const STATUS_CODES = {
  '01': 'arrived',
  '02': 'refused',
  '03': 'registered',
  '04': 'assigned',
  '05': 'underway',
  '06': 'done',
  '13': 'recallAsked',
  '15': 'agreed',
  '16': 'declined',
} as const
export type StatusCode = keyof typeof STATUS_CODES
export type StatusName = (typeof STATUS_CODES)[StatusCode]

export const isStatusCode = (code: string): code is StatusCode => Object.hasOwn(STATUS_CODES, code)
