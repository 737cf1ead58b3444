/** Messages for tests: our own, and some written by hand in the manner of real senders. All of them MẪU. */
import type { Attachment, DocumentMessage, StatusMessage } from './message.ts'

export const PDF = Buffer.from('%PDF-1.7\nVăn bản MẪU\n%%EOF\n')
export const DOC = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('Văn bản MẪU')])

export const file = (name: string, bytes: Uint8Array = PDF, more: Partial<Attachment> = {}): Attachment => ({
  contentId: name.replace(/\W/g, '-'),
  name,
  description: null,
  contentType: 'application/pdf',
  bytes,
  ...more,
})

const organ = (organId: string, name: string) => ({
  organId,
  name,
  inCharge: null,
  address: null,
  email: null,
  telephone: null,
  fax: null,
  website: null,
})

export const document = (more: Partial<DocumentMessage> = {}): DocumentMessage => ({
  kind: 'document',
  from: { ...organ('000.00.00.G22', 'Văn phòng Chính phủ'), email: 'van.thu@vpcp.mau.example' },
  to: [organ('000.00.00.H49', 'Ủy ban nhân dân tỉnh Quảng Ninh'), organ('000.00.00.G09', 'Bộ MẪU')],
  documentId: '000.00.00.G22,2021/03/01,1234/VPCP-KSTT',
  number: '1234',
  notation: 'VPCP-KSTT',
  place: 'Hà Nội',
  signedOn: '2021-03-01',
  type: { code: 18, detail: 0, name: 'Công văn' },
  subject: 'V/v đôn đốc thực hiện nhiệm vụ <MẪU> & “báo cáo”',
  content: null,
  signer: { competence: 'KT. BỘ TRƯỞNG, CHỦ NHIỆM', position: 'PHÓ CHỦ NHIỆM', name: 'Nguyễn Văn Mẫu' },
  dueOn: '2021-03-15',
  toPlaces: ['Như trên', 'Lưu: VT'],
  priority: 'urgent',
  sphere: null,
  typist: 'NVM',
  copies: 2,
  pages: 3,
  appendixes: ['Phụ lục MẪU'],
  answers: [
    {
      documentId: '000.00.00.H49,2021/02/01,12/UBND-TH',
      organId: '000.00.00.H49',
      number: '12',
      notation: 'UBND-TH',
      on: '2021-02-01',
    },
  ],
  taskCodes: ['NV-2021-000001'],
  steering: 'directs',
  traces: [{ organId: '000.00.00.G22', at: Temporal.Instant.from('2021-03-01T03:04:05Z') }],
  business: {
    kind: 'new',
    reason: null,
    hasPaper: false,
    staff: { department: 'Văn thư', name: 'Trần Thị Mẫu', email: null, mobile: null },
    changes: null,
    about: [],
    replaces: [],
  },
  attachments: [file('cong-van.pdf'), file('phu luc.doc', DOC, { contentType: 'application/msword' })],
  ...more,
})

export const status = (more: Partial<StatusMessage> = {}): StatusMessage => ({
  kind: 'status',
  from: organ('000.00.00.H49', 'Ủy ban nhân dân tỉnh Quảng Ninh'),
  about: {
    documentId: '000.00.00.G22,2021/03/01,1234/VPCP-KSTT',
    organId: '000.00.00.G22',
    number: '1234',
    notation: 'VPCP-KSTT',
    on: '2021-03-01',
  },
  staff: null,
  code: '03',
  description: 'Đã vào sổ văn bản đến',
  at: Temporal.Instant.from('2021-03-01T04:00:00Z'),
  ...more,
})

/** The parts of a message as a person would type them, to be changed by a test. */
export interface Typed {
  before?: string
  rootDeclares?: string
  prefix?: string
  to?: readonly string[]
  head?: string
  date?: string
  business?: string
  references?: string
  attachments?: string
  signature?: string
  documentId?: string
}

/** In the layout of the samples of the axis: indented, prefixed inside the envelope, none outside. */
export function typed({
  before = '',
  rootDeclares = ' xmlns="http://www.mic.gov.vn/TBT/QCVN_102_2016"',
  prefix = 'xmlns:edXML="http://www.mic.gov.vn/TBT/QCVN_102_2016"',
  to = ['28.22.H17'],
  head = '',
  date = '2021/03/01',
  business = '<edXML:BussinessDocType>0</edXML:BussinessDocType>',
  references = '',
  attachments = '',
  signature = '',
  documentId = '000.00.00.G22,2021/03/01,1234/VPCP-KSTT',
}: Typed = {}): string {
  return `${before}<?xml version="1.0" encoding="UTF-8"?>
<edXML${rootDeclares}>
  <edXML:edXMLEnvelope ${prefix}>
    <edXML:edXMLHeader>
      <edXML:MessageHeader>
        <edXML:From>
          <edXML:OrganId>000.00.00.G22</edXML:OrganId>
          <edXML:OrganName> Văn phòng Chính phủ </edXML:OrganName>
          <edXML:Fax>N/A</edXML:Fax>
        </edXML:From>
${to.map((organId) => `        <edXML:To><edXML:OrganId>${organId}</edXML:OrganId></edXML:To>`).join('\n')}
        <edXML:DocumentId>${documentId}</edXML:DocumentId>
        <edXML:Code><edXML:CodeNumber>1234</edXML:CodeNumber><edXML:CodeNotation>VPCP-KSTT</edXML:CodeNotation></edXML:Code>
        <edXML:PromulgationInfo><edXML:Place>Hà Nội</edXML:Place><edXML:PromulgationDate>${date}</edXML:PromulgationDate></edXML:PromulgationInfo>
        <edXML:DocumentType><edXML:Type>1</edXML:Type><edXML:TypeName>Công văn</edXML:TypeName></edXML:DocumentType>
        <edXML:Subject>V/v MẪU</edXML:Subject>
        <edXML:DueDate></edXML:DueDate>
        ${head}
      </edXML:MessageHeader>
      <edXML:TraceHeaderList>
        <edXML:Bussiness>${business}</edXML:Bussiness>
      </edXML:TraceHeaderList>
      ${signature}
    </edXML:edXMLHeader>
    <edXML:edXMLBody><edXML:edXMLManifest version="1.0">${references}</edXML:edXMLManifest></edXML:edXMLBody>
  </edXML:edXMLEnvelope>
  <AttachmentEncoded>${attachments}</AttachmentEncoded>
</edXML>
`
}

export const attached = (name: string, base64: string, id = 'cid:1', type = 'application/zip') =>
  `<Attachment><ContentId>${id}</ContentId><AttachmentName>${name}</AttachmentName><ContentType>${type}</ContentType><ContentTransferEncoded>${base64}</ContentTransferEncoded></Attachment>`
export const listed = (name: string, id = 'cid:1') =>
  `<edXML:Reference><edXML:ContentId>${id}</edXML:ContentId><edXML:ContentType>text/plain</edXML:ContentType><edXML:AttachmentName>${name}</edXML:AttachmentName></edXML:Reference>`
