import { Unreadable } from '../shapes.ts'
import type { DocumentParts } from './parts.ts'

/** A stamp is alone on its line; "hồ sơ mật" in a sentence is not a stamp. */
const STAMP = /^[\s[(*"“|.-]*(?:độ mật\s*:\s*)?(tuyệt mật|tối mật|mật)[\s\])*"”|.-]*$/u
/** Stamps often lose their accents in recognition: these capitals alone on a header line have no other meaning. */
const BARE_STAMP = /^\W*(?:TUYET MAT|TOI MAT|MAT)\W*$/
const HEADER_LINES = 30

/**
 * Refuses a document with a mark of secrecy (Luật Bảo vệ bí mật nhà nước 2018, Điều 8): this channel is for open
 * documents.
 */
export function refuseSecret(parts: DocumentParts): void {
  for (const { passage } of parts.all.slice(0, HEADER_LINES)) {
    const { lower } = passage
    const nation = lower.indexOf('cộng hòa xã hội')
    const first = nation < 0 ? lower : lower.slice(0, nation).trimEnd()
    const hit = STAMP.exec(first) ?? (BARE_STAMP.test(passage.text) ? ['', 'mật'] : null)
    if (!hit) continue
    throw new Unreadable(
      'secret',
      `Văn bản mang dấu “${(hit[1] as string).toUpperCase()}” nên không được đưa vào hệ thống này: kênh này chỉ dành cho văn bản không mật. Hãy xử lý văn bản theo quy định về bảo vệ bí mật nhà nước.`,
    )
  }
}
