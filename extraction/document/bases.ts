import type { DocumentParts } from '../blocks/parts.ts'
import type { Passage } from '../language/passage.ts'
import type { Citation, DocumentFields } from '../shapes.ts'
import { citationsIn, distinct } from './citations.ts'

/** The legal bases ("Căn cứ …") and the documents that this one implements. */
export function readBases(fields: DocumentFields, parts: DocumentParts): void {
  const bases: Citation[][] = []
  for (const { passage } of parts.all) {
    const clean = passage.plain.replace(/^[^a-z]+/, '')
    if (
      /^can cu (?:luat|bo luat|nghi|quyet|thong|chi|ke|phap lenh|hien phap|ket luan|van ban|cong|chuong|to chuc|de an|\d)/.test(
        clean,
      )
    ) {
      const firstSentence = /\.\s+\p{Lu}/u.exec(passage.text)
      bases.push(
        citationsIn(passage, 0, firstSentence && passage.text.length > 400 ? firstSentence.index : passage.text.length),
      )
    }
  }
  fields.legalBases = distinct(bases.flat()).filter((one) => one.number !== fields.number)
  fields.implements = distinct(implemented(fields, parts))
}

/** What the document implements: named in its subject, or in the sentence that issues it. */
function implemented(fields: DocumentFields, parts: DocumentParts): Citation[] {
  const found: Citation[] = []
  const span = fields.found.subject?.span
  for (const { passage } of parts.all.slice(0, 60)) {
    const at = passage.span()
    const inSubject = span !== undefined && at.start >= span.start && at.end <= span.end + 1
    const issues = /^(?:dieu 1\.? )?(?:phe duyet|ban hanh|thuc hien|trien khai)\b/.test(
      passage.plain.replace(/^[^a-z]+/, '').replace(/^dieu 1[.:]?\s*/, ''),
    )
    if (!inSubject && !issues) continue
    const act = /(?:thuc hien|trien khai|thi hanh)(?: thuc hien)?\b/.exec(passage.plain)
    if (!act) continue
    const sentence = issues && !inSubject ? passage.text.search(/\.\s+\p{Lu}/u) : -1
    const cited = citationsIn(passage, act.index, sentence > act.index ? sentence : passage.text.length).filter(
      (one) => one.number !== fields.number,
    )
    found.push(...cited.filter((one, index) => index === 0 || isListed(passage, cited[index - 1]!, one)))
  }
  return found
}

/** Joined to the previous one by "và" or a comma, not just quoted in its title. */
function isListed(passage: Passage, before: Citation, one: Citation): boolean {
  const between = passage.source.slice(before.span.end, one.span.start)
  return between.length < 600 && /(?:,|;|\svà)\s+[\p{L}\s]{0,25}(?:số)?\s*$/iu.test(between)
}
