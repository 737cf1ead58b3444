import type { DocumentFields } from '@dieuhanh/extraction'

/** What a text says of its document: proposed to the clerk. */
export interface Head {
  senderName: string | null
  senderId: number | null
  notation: string | null
  issuedOn: string | null
  /** Of `registry.document_kind`. */
  kind: string | null
  about: string | null
  signerName: string | null
  addressedTo: string | null
  isUrgent: boolean
}

/** The lines of a text that are searched for "Kính gửi": a letter has it on its first page. */
const HEAD_LETTERS = 6_000
const MOST_WORDS = 500

/** To whom a text is addressed: what follows "Kính gửi:", on its line or as the list below it. Null if it says nothing. Pure. */
export function addressedTo(text: string): string | null {
  const lines = text
    .slice(0, HEAD_LETTERS)
    .normalize('NFC')
    .split('\n')
    .map((line) => line.trim())
  const at = lines.findIndex((line) => /^k[íi]nh g[ửu]i\s*:?/iu.test(line))
  if (at < 0) return null
  const first = lines[at]!.replace(/^k[íi]nh g[ửu]i\s*:?\s*/iu, '')
  const below: string[] = []
  for (const line of lines.slice(at + 1)) {
    if (line === '') {
      if (first !== '' || below.length > 0) break
      continue
    }
    // The list of addressees: "- Bộ Tài chính;". Its end is a line that is none.
    if (!/^[-–+•*]\s*/u.test(line) && (first !== '' || below.length > 0 || line.length > 120)) break
    below.push(line)
  }
  const all = [first, ...below]
    .map((line) =>
      line
        .replace(/^[-–+•*]\s*/u, '')
        .replace(/[;.,\s]+$/u, '')
        .trim(),
    )
    .filter(Boolean)
  return all.length === 0 ? null : cut(all.join('; '))
}

/** The kind whose name the document calls itself by; a notation without one is of a letter. Pure. */
export function kindOfDocument(
  { type, number }: Pick<DocumentFields, 'type' | 'number'>,
  kinds: readonly { kind: string; name: string; abbreviation: string | null }[],
): string | null {
  const named = type?.toLowerCase().normalize('NFC')
  const byName = kinds.find(({ name }) => name.toLowerCase() === named)
  if (byName) return byName.kind
  const mark = number === null ? undefined : /^\d+[a-z]?\/(?:\d{4}\/)?(\p{L}+)(?:-|$)/u.exec(number)?.[1]
  const byMark = kinds.find(({ abbreviation }) => abbreviation !== null && abbreviation === mark)
  if (byMark) return byMark.kind
  // "4061/VPCP-KSTT": the abbreviation of the body, where other kinds have theirs.
  return number !== null && type === null && mark !== undefined ? 'CV' : null
}

/** The head of a document as read; `senderId` is found by the caller. Pure. */
export function headOf(
  document: DocumentFields,
  text: string,
  kinds: readonly { kind: string; name: string; abbreviation: string | null }[],
): Omit<Head, 'senderId'> {
  const { issuer, number, issuedOn, subject, signer, urgency } = document
  return {
    senderName: cut(issuer),
    notation: number === null ? null : number.slice(0, 100),
    issuedOn,
    kind: kindOfDocument(document, kinds),
    about: cut(withoutMark(subject)),
    signerName: cut(signer),
    addressedTo: addressedTo(text),
    isUrgent: urgency !== null,
  }
}

/** Before the subject of an official letter stands “V/v”, which is no part of it. */
export function withoutMark(subject: string | null): string | null {
  return subject?.replace(/^\s*v\/v:?\s+/iu, '') ?? null
}

function cut(words: string | null): string | null {
  const found = words?.replace(/\s+/gu, ' ').trim()
  return found ? found.slice(0, MOST_WORDS) : null
}
