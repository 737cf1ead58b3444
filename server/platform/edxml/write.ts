/**
 * Writes edXML as the axis carries it. The bytes are already their canonical form, so what is signed is what is sent: a message is
 * written once, kept, and sent again byte for byte.
 */
import { type ToWrite, writeXml } from '../signature/canonical.ts'
import { writeZip } from '../signature/zip-file.ts'
import { BUSINESS_CODES, BUSINESS_WORDS, EDXML, PRIORITIES, STEERINGS } from './codes.ts'
import type { Attachment, Business, DocumentMessage, DocumentReference, Message, Organ, Staff } from './message.ts'
import { writeDay, writeInstant } from './times.ts'

export interface WriteOptions {
  /**
   * `zip`: each file in a zip of its own, as most systems on the axis send and expect it. `plain`: the file itself, a third less work for
   * both sides.
   */
  packing: 'zip' | 'plain'
}

const NAMESPACES = { '': EDXML, edXML: EDXML }
const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'

/** The bytes of a message without a signature. @throws NotXml as `writtenRoot` */
export const writeMessage = (message: Message, options: WriteOptions): Uint8Array =>
  Buffer.from(DECLARATION + writtenRoot(message, options), 'utf8')

/**
 * The root of a message, in its canonical form.
 * @throws NotXml where a text has a character that XML forbids: no title or name of a document may hold one
 */
export function writtenRoot(message: Message, options: WriteOptions): string {
  const { head, trace } =
    message.kind === 'document'
      ? { head: documentHead(message), trace: traceOf(message) }
      : { head: statusHead(message), trace: null }
  const attachments = message.kind === 'document' ? message.attachments : []
  const envelope: ToWrite = [
    'edXML:edXMLEnvelope',
    null,
    ['edXML:edXMLHeader', null, head, trace],
    message.kind === 'document' ? bodyOf(attachments, options) : null,
  ]
  const files: ToWrite | null =
    attachments.length > 0
      ? ['AttachmentEncoded', null, ...attachments.map((file, place) => attachmentOf(file, place, options))]
      : null
  return writeXml(['edXML', null, envelope, files], NAMESPACES)
}

/** Left out where there is no value. */
const maybe = (name: string, value: string | number | null): ToWrite | null =>
  value === null ? null : [`edXML:${name}`, null, String(value)]
/** Fields that the standard wants are there even when empty. */
const always = (name: string, value: string | number | null): ToWrite => [`edXML:${name}`, null, String(value ?? '')]
const group = (name: string, ...children: (ToWrite | null)[]): ToWrite => [`edXML:${name}`, null, ...children]
const groupIf = (name: string, children: readonly ToWrite[]): ToWrite | null =>
  children.length === 0 ? null : group(name, ...children)

const organ = (name: string, of: Organ): ToWrite =>
  group(
    name,
    always('OrganId', of.organId),
    maybe('OrganizationInCharge', of.inCharge),
    always('OrganName', of.name),
    maybe('OrganAdd', of.address),
    maybe('Email', of.email),
    maybe('Telephone', of.telephone),
    maybe('Fax', of.fax),
    maybe('Website', of.website),
  )

const reference = (of: DocumentReference): ToWrite =>
  group(
    'ResponseFor',
    maybe('OrganId', of.organId),
    group('Code', always('CodeNumber', of.number), always('CodeNotation', of.notation)),
    maybe('DocumentId', of.documentId),
    maybe('PromulgationDate', of.on && writeDay(of.on)),
  )

const staff = (of: Staff | null): ToWrite | null =>
  of &&
  group(
    'StaffInfo',
    maybe('Department', of.department),
    maybe('Staff', of.name),
    maybe('Email', of.email),
    maybe('Mobile', of.mobile),
  )

function statusHead(message: Extract<Message, { kind: 'status' }>): ToWrite {
  return group(
    'MessageHeader',
    organ('From', message.from),
    reference(message.about),
    staff(message.staff),
    always('StatusCode', message.code),
    always('Description', message.description),
    maybe('Timestamp', message.at && writeInstant(message.at)),
  )
}

/** In the order of the samples of the axis. */
function documentHead(message: DocumentMessage): ToWrite {
  const { signer, type } = message
  const { business } = message
  // A revocation names its document here as well: readers look for it in both places.
  const revoked = business.kind === 'revoke' ? business.about : []
  const answers = [...message.answers, ...revoked.filter((one) => !message.answers.some((other) => isSame(one, other)))]
  return group(
    'MessageHeader',
    organ('From', message.from),
    ...message.to.map((each) => organ('To', each)),
    always('DocumentId', message.documentId),
    group('Code', always('CodeNumber', message.number), always('CodeNotation', message.notation)),
    group(
      'PromulgationInfo',
      always('Place', message.place),
      always('PromulgationDate', message.signedOn && writeDay(message.signedOn)),
    ),
    group(
      'DocumentType',
      always('Type', type.code),
      always('TypeDetail', type.detail ?? 0),
      always('TypeName', type.name),
    ),
    always('Subject', message.subject),
    always('Content', message.content ?? message.subject),
    group(
      'SignerInfo',
      always('Competence', signer.competence),
      always('Position', signer.position),
      always('FullName', signer.name),
    ),
    maybe('DueDate', message.dueOn && writeDay(message.dueOn)),
    group(
      'OtherInfo',
      always('Priority', PRIORITIES.indexOf(message.priority)),
      maybe('SphereOfPromulgation', message.sphere),
      maybe('TyperNotation', message.typist),
      maybe('PromulgationAmount', message.copies),
      maybe('PageAmount', message.pages),
      groupIf(
        'Appendixes',
        message.appendixes.map((each) => always('Appendix', each)),
      ),
    ),
    ...answers.map(reference),
    maybe('SteeringType', message.steering && STEERINGS.indexOf(message.steering)),
    groupIf(
      'ToPlaces',
      message.toPlaces.map((each) => always('Place', each)),
    ),
    groupIf(
      'ResponseForTask',
      message.taskCodes.map((each) => always('TaskCode', each)),
    ),
  )
}

const isSame = (one: DocumentReference, other: DocumentReference) =>
  one.documentId === other.documentId && one.number === other.number && one.notation === other.notation

function traceOf({ traces, business }: DocumentMessage): ToWrite {
  return group(
    'TraceHeaderList',
    ...traces.map(({ organId, at }) =>
      group('TraceHeader', always('OrganId', organId), maybe('Timestamp', at && writeInstant(at))),
    ),
    businessOf(business),
  )
}

function businessOf({ kind, reason, hasPaper, about, changes, replaces, staff: who }: Business): ToWrite {
  return group(
    'Bussiness',
    always('BussinessDocType', BUSINESS_CODES[kind]),
    always('BussinessDocReason', reason ?? BUSINESS_WORDS[kind]),
    kind === 'new' || kind === 'replace' ? null : maybe('DocumentId', about[0]?.documentId ?? null),
    changes &&
      group(
        'BussinessDocumentInfo',
        always('DocumentInfo', changes.document ? 1 : 0),
        always('DocumentReceiver', changes.receivers === null ? 0 : 1),
        changes.receivers &&
          group(
            'ReceiverList',
            ...changes.receivers.map((each) =>
              group('Receiver', always('OrganId', each.organId), maybe('ReceiverType', each.kind)),
            ),
          ),
      ),
    groupIf(
      'ReplacementInfoList',
      replaces.map(({ documentId, organIds }) =>
        group(
          'ReplacementInfo',
          always('DocumentId', documentId),
          groupIf(
            'OrganIdList',
            organIds.map((each) => always('OrganId', each)),
          ),
        ),
      ),
    ),
    always('Paper', hasPaper ? 1 : 0),
    staff(who),
  )
}

const typeOf = (file: Attachment, { packing }: WriteOptions) =>
  packing === 'zip' ? 'application/zip' : file.contentType

function bodyOf(files: readonly Attachment[], options: WriteOptions): ToWrite {
  return group('edXMLBody', [
    'edXML:edXMLManifest',
    { version: '1.0' },
    ...files.map((file) =>
      group(
        'Reference',
        always('ContentId', `cid:${file.contentId}`),
        always('ContentType', typeOf(file, options)),
        always('Description', file.description ?? file.name),
        always('AttachmentName', file.name),
      ),
    ),
  ])
}

/** Without a prefix, as readers of the axis look for them. */
function attachmentOf(file: Attachment, place: number, options: WriteOptions): ToWrite {
  const bytes = options.packing === 'zip' ? zipped(file, place) : file.bytes
  return [
    'Attachment',
    null,
    ['ContentId', null, `cid:${file.contentId}`],
    ['AttachmentName', null, file.name],
    ['Description', null, file.description ?? file.name],
    ['ContentType', null, typeOf(file, options)],
    ['ContentTransferEncoded', null, Buffer.from(bytes).toString('base64')],
  ]
}

/** The name inside says nothing that counts, and a name of Viet Nam's letters is garbled by old readers. */
function zipped({ name, bytes }: Attachment, place: number): Uint8Array {
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? ''
  return writeZip([{ name: `tep-${place + 1}${ending}`, bytes }], new Set())
}
