/** Reads edXML of whoever wrote it. Pure; bounded by the readers of XML and zips that it rests on. */
import type { XmlElement } from '../signature/xml-tree.ts'
import { BUSINESS_CODES, type BusinessKind, EDXML, PRIORITIES, STEERINGS } from './codes.ts'
import { readDocumentId } from './document-id.ts'
import { Fields } from './fields.ts'
import type { Business, DocumentMessage, DocumentReference, Message, Organ, Staff, StatusMessage } from './message.ts'
import { readAttachments } from './read-attachments.ts'
import { type OpenedMessage, openMessage } from './tree.ts'
import { EdxmlUnreadable, type Note, Notes } from './unreadable.ts'

export interface MessageRead {
  message: Message
  /** What had to be put up with, in the order it was met. */
  notes: readonly Note[]
  /** The bytes had to be mended before they were XML: see `judgeMessage`. */
  isMended: boolean
}

/**
 * What a message says.
 * @throws EdxmlUnreadable where it cannot be registered as it is: keep the bytes, and show a person why
 */
export const readMessage = (bytes: Uint8Array): MessageRead => readOpened(openMessage(bytes))

/** As `readMessage`, of a message that was opened. */
export function readOpened({ document, isMended, notes: earlier }: OpenedMessage): MessageRead {
  const notes = new Notes(earlier)
  const { root } = document
  if (root.local !== 'edXML' || (root.namespace !== EDXML && root.namespace !== ''))
    throw new EdxmlUnreadable('other_format', {
      root: root.name.slice(0, 100),
      namespace: root.namespace.slice(0, 200),
    })
  const fields = new Fields(notes)
  const envelope = fields.needed(root, 'edXMLEnvelope')
  const header = fields.needed(envelope, 'edXMLHeader')
  const head = fields.needed(header, 'MessageHeader')
  const message =
    fields.one(head, 'StatusCode') === null
      ? documentOf(fields, { root, envelope, header, head })
      : statusOf(fields, head)
  return { message, notes: notes.all, isMended }
}

function statusOf(fields: Fields, head: XmlElement): StatusMessage {
  const code = fields.neededText(head, 'StatusCode')
  // "3" is how a number that was 03 reads after a spreadsheet.
  if (!/^\d{1,2}$/.test(code)) throw new EdxmlUnreadable('status_unknown', { code: code.slice(0, 50) })
  const about = fields.many(head, 'ResponseFor').map((each) => referenceIn(fields, each))
  const [first, ...others] = about.filter((one) => one !== null)
  if (first === undefined) throw new EdxmlUnreadable('missing', { field: 'ResponseFor' })
  if (others.some((other) => other.documentId !== first.documentId))
    throw new EdxmlUnreadable('twice', { field: 'ResponseFor' })
  return {
    kind: 'status',
    from: organOf(fields, fields.needed(head, 'From'), 'From'),
    about: first,
    staff: staffOf(fields, fields.one(head, 'StaffInfo')),
    code: code.padStart(2, '0'),
    description: fields.text(head, 'Description'),
    at: fields.instant(head, 'Timestamp'),
  }
}

interface Parts {
  root: XmlElement
  envelope: XmlElement
  header: XmlElement
  head: XmlElement
}

function documentOf(fields: Fields, { root, envelope, header, head }: Parts): DocumentMessage {
  const { notes } = fields
  const to: Organ[] = []
  for (const each of fields.many(head, 'To')) {
    const organ = organOf(fields, each, 'To')
    if (to.some(({ organId }) => organId === organ.organId)) notes.add('recipient_twice', { organId: organ.organId })
    else to.push(organ)
  }
  if (to.length === 0) throw new EdxmlUnreadable('missing', { field: 'To' })
  const code = fields.one(head, 'Code')
  const issue = fields.one(head, 'PromulgationInfo')
  const type = fields.one(head, 'DocumentType')
  const signer = fields.one(head, 'SignerInfo')
  const other = fields.one(head, 'OtherInfo')
  const documentId = fields.neededText(head, 'DocumentId')
  const trace = fields.one(header, 'TraceHeaderList')
  const answers = references(fields, fields.many(head, 'ResponseFor'))
  return {
    kind: 'document',
    from: organOf(fields, fields.needed(head, 'From'), 'From'),
    to,
    documentId: readDocumentId(documentId)!.said,
    number: fields.text(code, 'CodeNumber'),
    notation: fields.text(code, 'CodeNotation'),
    place: fields.text(issue, 'Place'),
    signedOn: fields.day(issue, 'PromulgationDate'),
    type: {
      code: fields.number(type, 'Type'),
      detail: fields.number(type, 'TypeDetail'),
      name: fields.text(type, 'TypeName'),
    },
    subject: fields.neededText(head, 'Subject'),
    content: fields.text(head, 'Content'),
    signer: {
      competence: fields.text(signer, 'Competence'),
      position: fields.text(signer, 'Position'),
      name: fields.text(signer, 'FullName'),
    },
    dueOn: fields.day(head, 'DueDate'),
    toPlaces: fields.texts(fields.one(head, 'ToPlaces'), 'Place'),
    priority: named(fields, other, 'Priority', PRIORITIES) ?? 'normal',
    sphere: fields.text(other, 'SphereOfPromulgation'),
    typist: fields.text(other, 'TyperNotation'),
    copies: fields.number(other, 'PromulgationAmount'),
    pages: fields.number(other, 'PageAmount'),
    appendixes: fields.texts(fields.one(other, 'Appendixes'), 'Appendix'),
    answers,
    taskCodes: fields.many(head, 'ResponseForTask').flatMap((each) => fields.texts(each, 'TaskCode')),
    steering: named(fields, head, 'SteeringType', STEERINGS),
    traces: fields.many(trace, 'TraceHeader').flatMap((each) => {
      const organId = fields.text(each, 'OrganId')
      return organId === null ? [] : [{ organId, at: fields.instant(each, 'Timestamp') }]
    }),
    business: businessOf(fields, fields.one(trace, 'Bussiness'), documentId, answers),
    attachments: readAttachments(fields, root, envelope),
  }
}

function named<Name extends string>(
  fields: Fields,
  parent: XmlElement | null,
  local: string,
  names: readonly Name[],
): Name | null {
  const code = fields.number(parent, local)
  if (code === null) return null
  const name = names[code]
  if (name === undefined) fields.notes.add('code_unknown', { field: local, value: String(code) })
  return name ?? null
}

function organOf(fields: Fields, element: XmlElement, field: string): Organ {
  const organId = fields.neededText(element, 'OrganId', `${field}/OrganId`)
  return {
    organId,
    name: fields.text(element, 'OrganName') ?? organId,
    inCharge: fields.text(element, 'OrganizationInCharge'),
    address: fields.text(element, 'OrganAdd'),
    email: fields.text(element, 'Email'),
    telephone: fields.text(element, 'Telephone'),
    fax: fields.text(element, 'Fax'),
    website: fields.text(element, 'Website'),
  }
}

function staffOf(fields: Fields, element: XmlElement | null): Staff | null {
  const staff = {
    department: fields.text(element, 'Department'),
    name: fields.text(element, 'Staff'),
    email: fields.text(element, 'Email'),
    mobile: fields.text(element, 'Mobile'),
  }
  return Object.values(staff).every((value) => value === null) ? null : staff
}

/** Null for an element that names no document, which senders leave where they answer nothing. */
function referenceIn(fields: Fields, element: XmlElement): DocumentReference | null {
  const said = fields.text(element, 'DocumentId')
  const code = fields.one(element, 'Code')
  const id = said === null ? null : readDocumentId(said)
  const reference: DocumentReference = {
    documentId: id?.said ?? null,
    organId: fields.text(element, 'OrganId') ?? id?.organId ?? null,
    number: fields.text(code, 'CodeNumber') ?? id?.number ?? null,
    notation: fields.text(code, 'CodeNotation') ?? id?.notation ?? null,
    on: fields.day(element, 'PromulgationDate') ?? id?.on ?? null,
  }
  return reference.documentId === null && reference.number === null ? null : reference
}

function references(fields: Fields, elements: readonly XmlElement[]): DocumentReference[] {
  const found: DocumentReference[] = []
  for (const element of elements) {
    const one = referenceIn(fields, element)
    if (one === null) continue
    const isKnown = one.documentId !== null && found.some(({ documentId }) => documentId === one.documentId)
    if (isKnown) fields.notes.add('document_twice', { documentId: one.documentId! })
    else found.push(one)
  }
  return found
}

const ofId = (said: string): DocumentReference => {
  const id = readDocumentId(said)!
  return { documentId: id.said, organId: id.organId, number: id.number, notation: id.notation, on: id.on }
}

function businessOf(
  fields: Fields,
  element: XmlElement | null,
  documentId: string,
  answers: readonly DocumentReference[],
): Business {
  const kind = kindOf(fields.text(element, 'BussinessDocType'))
  const info = fields.one(element, 'BussinessDocumentInfo')
  const said = fields.text(element, 'DocumentId')
  const replaces = kind === 'replace' ? replacedBy(fields, element) : []
  return {
    kind,
    reason: fields.text(element, 'BussinessDocReason'),
    hasPaper: fields.number(element, 'Paper') === 1,
    staff: staffOf(fields, fields.one(element, 'StaffInfo')),
    changes:
      kind === 'update' && info !== null
        ? {
            document: fields.number(info, 'DocumentInfo') === 1,
            receivers:
              fields.number(info, 'DocumentReceiver') === 1
                ? fields.many(fields.one(info, 'ReceiverList'), 'Receiver').flatMap((each) => {
                    const organId = fields.text(each, 'OrganId')
                    return organId === null ? [] : [{ organId, kind: fields.number(each, 'ReceiverType') }]
                  })
                : null,
          }
        : null,
    about: aboutOf(fields, kind, { said, documentId, answers, replaces }),
    replaces,
  }
}

function kindOf(said: string | null): BusinessKind {
  // Those who send new documents only leave it out.
  if (said === null) return 'new'
  for (const [kind, code] of Object.entries(BUSINESS_CODES))
    if (/^\d{1,3}$/.test(said) && Number(said) === code) return kind as BusinessKind
  throw new EdxmlUnreadable('business_unknown', { code: said.slice(0, 50) })
}

function replacedBy(fields: Fields, element: XmlElement | null): Business['replaces'] {
  const found = new Map<string, Set<string>>()
  for (const each of fields.many(fields.one(element, 'ReplacementInfoList'), 'ReplacementInfo')) {
    const said = fields.text(each, 'DocumentId')
    if (said === null) continue
    const { said: documentId } = readDocumentId(said)!
    const organIds = fields.texts(fields.one(each, 'OrganIdList'), 'OrganId')
    const known = found.get(documentId)
    if (known) {
      fields.notes.add('document_twice', { documentId })
      // Named once for all and once for some, it is replaced for all.
      if (organIds.length === 0 || known.size === 0) known.clear()
      else for (const organId of organIds) known.add(organId)
    } else found.set(documentId, new Set(organIds))
  }
  return [...found].map(([documentId, organIds]) => ({ documentId, organIds: [...organIds] }))
}

interface Said {
  said: string | null
  documentId: string
  answers: readonly DocumentReference[]
  replaces: Business['replaces']
}

/**
 * The documents acted upon. A revocation names its document in ResponseFor and in its own DocumentId, an update in `Bussiness` and in its
 * own: real ones differ, and which is meant a person decides.
 */
function aboutOf({ notes }: Fields, kind: BusinessKind, { said, documentId, answers, replaces }: Said) {
  if (kind === 'new') return []
  if (kind === 'replace') {
    const named = replaces.map((each) => ofId(each.documentId))
    return named.length > 0 ? named : said === null ? answers : [ofId(said)]
  }
  const named = kind === 'revoke' ? [...answers, ...(said === null ? [] : [ofId(said)])] : [ofId(said ?? documentId)]
  const own = ofId(documentId)
  const all: DocumentReference[] = []
  for (const one of [...named, own]) if (!all.some(({ documentId: known }) => known === one.documentId)) all.push(one)
  if (all.length > 1)
    notes.add('ids_differ', { documentIds: all.map((one) => one.documentId ?? one.number).join('; ') })
  return all
}
