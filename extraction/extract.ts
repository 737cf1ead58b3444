import { flowOf } from './blocks/flow.ts'
import { type DocumentParts, partsOf } from './blocks/parts.ts'
import { refuseSecret } from './blocks/secrecy.ts'
import { documentOf } from './document/document.ts'
import { draftsOf } from './drafts/walk.ts'
import { compiled } from './language/known.ts'
import { outlineOf } from './outline/outline.ts'
import { settle } from './settle/settle.ts'
import { untakenDoubts } from './settle/untaken.ts'
import { type Extraction, type Knowledge, NO_KNOWLEDGE, type Party, type Reading } from './shapes.ts'
import { partiesOf } from './units/parties.ts'
import { warning } from './warnings.ts'

/**
 * Extracts the document's fields, the tasks it assigns and the doubts about both. Pure: the same reading and knowledge
 * always give the same extraction. Time is linear in the length of the text; `knowledge`, what an office adds to the words
 * of the library, is compiled once for each call, in time linear in its size.
 *
 * @throws Unreadable `secret` for a document with a mark of secrecy, `too_large` for an oversized text.
 */
export function extract(reading: Reading, knowledge: Knowledge = NO_KNOWLEDGE): Extraction {
  const parts = partsOf(flowOf(reading, compiled(knowledge)))
  refuseSecret(parts)
  const document = documentOf(parts)
  const outline = outlineOf(parts.body)
  const times = { issuedOn: document.issuedOn, effectOn: document.effectOn }
  const { drafts, groups } = draftsOf(outline, {
    times,
    addressees: addresseesOf(parts),
    issuer: document.issuer,
    isDirective: document.found.type !== undefined || parts.addressees.length > 0,
  })
  const extraction = settle(reading, document, drafts, groups)
  extraction.warnings.push(...parts.unread.map(({ span }) => warning('table_unread', {}, span)))
  extraction.warnings.push(...untakenDoubts(outline, extraction, times, document.found.subject?.span))
  return extraction
}

/** The addressees: "Kính gửi" and its list. */
function addresseesOf(parts: DocumentParts): Party[] {
  return parts.addressees.flatMap(({ passage }) => {
    const head = /^\W*(?:kính (?:gửi|chuyển)|[\p{L} ,]{4,80}\sđiện(?=\s*:))\s*:?\s*/iu.exec(passage.text)
    return partiesOf(passage, head ? head[0].length : 0, passage.text.length, 'lead', 0.8)
  })
}
