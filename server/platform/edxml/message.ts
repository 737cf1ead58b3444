/** What an edXML message says, whoever wrote it. Texts are composed (NFC) and without white space around; null: not said. */
import type { BusinessKind, Priority, Steering } from './codes.ts'

export interface Organ {
  /** As it was said: `readOrganId` reads it. */
  organId: string
  name: string
  inCharge: string | null
  address: string | null
  email: string | null
  telephone: string | null
  fax: string | null
  website: string | null
}

/** A document that a message speaks of. */
export interface DocumentReference {
  /** Null: only its number is said. */
  documentId: string | null
  organId: string | null
  number: string | null
  notation: string | null
  /** YYYY-MM-DD. */
  on: string | null
}

export interface Staff {
  department: string | null
  name: string | null
  email: string | null
  mobile: string | null
}

export interface Attachment {
  /** Without `cid:`. */
  contentId: string
  name: string
  description: string | null
  contentType: string
  /** The file itself: unpacked where the sender packed it. */
  bytes: Uint8Array
}

export interface Receiver {
  organId: string
  /** 0 or 1; which of the two adds and which takes away no source says. */
  kind: number | null
}

/** What the message does: bring a document, or act on one that was brought. */
export interface Business {
  kind: BusinessKind
  reason: string | null
  /** Whether paper follows. */
  hasPaper: boolean
  staff: Staff | null
  /** Of an update: whether the document itself and who receives it change. */
  changes: { document: boolean; receivers: readonly Receiver[] | null } | null
  /** Documents acted upon, each once. A revocation whose two places differ has both. */
  about: readonly DocumentReference[]
  /** Of a replacement: for which bodies each document is replaced; empty: for all. */
  replaces: readonly { documentId: string; organIds: readonly string[] }[]
}

export interface DocumentMessage {
  kind: 'document'
  from: Organ
  to: readonly Organ[]
  documentId: string
  number: string | null
  notation: string | null
  place: string | null
  /** Day of signing, YYYY-MM-DD. */
  signedOn: string | null
  type: { code: number | null; detail: number | null; name: string | null }
  subject: string
  content: string | null
  signer: { competence: string | null; position: string | null; name: string | null }
  /** By when an answer is wanted. */
  dueOn: string | null
  toPlaces: readonly string[]
  priority: Priority
  sphere: string | null
  typist: string | null
  copies: number | null
  pages: number | null
  appendixes: readonly string[]
  /** Documents that this one answers. */
  answers: readonly DocumentReference[]
  /** Codes of tasks that this one answers. */
  taskCodes: readonly string[]
  steering: Steering | null
  /** Where it passed, and when: Viet Nam's time as it was said. */
  traces: readonly { organId: string; at: Temporal.Instant | null }[]
  business: Business
  attachments: readonly Attachment[]
}

export interface StatusMessage {
  kind: 'status'
  from: Organ
  about: DocumentReference
  staff: Staff | null
  /** Two digits as they were said; `isStatusCode` knows those that mean something. */
  code: string
  description: string | null
  at: Temporal.Instant | null
}

export type Message = DocumentMessage | StatusMessage
