import { createHash } from 'node:crypto'
import type { Evidence } from './chain.ts'
import { addAppearance, layOut, type Mark, pageOf, vietnamTime } from './marks.ts'
import { type Field, fieldsOf } from './pdf-fields.ts'
import { PdfBytes, PdfFile } from './pdf-file.ts'
import { boxInFile, placeSeen, sightOf } from './pdf-geometry.ts'
import {
  Dict,
  damaged,
  dictOf,
  latin1,
  Name,
  PdfError,
  Ref,
  Stream,
  textString,
  type Value,
  write,
} from './pdf-objects.ts'
import { PdfUpdate, Raw } from './pdf-update.ts'
import { hashOf, type SignatureAlgorithm } from './signer.ts'

export { judgePdf } from './pades-judge.ts'
export { type PdfSignature, type PdfSignatures, readPdf } from './pades-read.ts'

/** A PDF with a hole for the signature. */
export interface PreparedPdf {
  bytes: Uint8Array
  /** Hash of all but the hole. */
  contentHash: Uint8Array
  byteRange: readonly [number, number, number, number]
}

export interface PrepareOptions {
  mark: Mark | null
  signedAt: Date
  algorithm: SignatureAlgorithm
  name?: string
  reason?: string
  /** Bytes kept free for the CMS; `roomFor` counts them. */
  room?: number
}

const ROOM = 20_000
/** Of a CMS without its certificates and its time stamp: attributes, names, the signature itself. */
const ROOM_OF_SIGNATURE = 3_000
/** Of a time stamp with the chain of its authority. */
const ROOM_OF_TOKEN = 9_000

/** Bytes that a CMS with these certificates, and with a time stamp, will surely find enough. */
export const roomFor = (chain: readonly Uint8Array[], isStamped = true): number =>
  chain.reduce((sum, { length }) => sum + length, ROOM_OF_SIGNATURE + (isStamped ? ROOM_OF_TOKEN : 0))

/** @throws {PdfError} encrypted, damaged, too_much, not_pdf */
export function openPdf(pdf: Uint8Array): PdfFile {
  const file = new PdfFile(new PdfBytes(pdf))
  if (file.isEncrypted) throw new PdfError('pdf.encrypted', 'the PDF is encrypted')
  return file
}

/**
 * First step of a signature: an incremental update with its field, its mark on the page and a hole. Earlier signatures stay
 * valid, because no byte before the update changes.
 * @throws {PdfError} for a PDF that cannot be read or may not be signed, and for a mark that has no place
 */
export async function preparePdf(pdf: Uint8Array, options: PrepareOptions): Promise<PreparedPdf> {
  const file = openPdf(pdf)
  const fields = fieldsOf(file)
  const name = freeName(fields)
  refuseIfClosed(file, fields, name)
  const { mark, signedAt } = options
  const update = new PdfUpdate(file)
  const page = file.pages[(mark ? pageOf(mark) : 1) - 1]
  if (page === undefined)
    throw new PdfError('pdf.no_such_page', 'the page of the mark is not there', { page: mark ? pageOf(mark) : 1 })
  let appearance: Dict | undefined
  let rect = [0, 0, 0, 0]
  if (mark !== null) {
    const sight = sightOf(file, page)
    const marks = fields.flatMap(({ isSignature, widgets }) =>
      isSignature
        ? widgets.flatMap(({ page: on, rect }) => (on === page.number && rect ? [placeSeen(sight, on, rect)] : []))
        : [],
    )
    const drawing = layOut(mark, signedAt, {
      sight,
      marks: marks.filter(({ width, height }) => width > 0 && height > 0),
    })
    rect = boxInFile(sight, drawing.place)
    appearance = dictOf({ N: addAppearance(update, drawing, sight.turn) })
  }
  return signed(update, {
    page: page.ref,
    name,
    rect,
    appearance,
    type: 'Sig',
    subFilter: 'ETSI.CAdES.detached',
    more: dictOf({
      M: textString(`D:${vietnamTime(signedAt).replace(/[-:T]/g, '').slice(0, 14)}+07'00'`),
      Name: options.name === undefined ? undefined : textString(options.name),
      Reason: options.reason === undefined ? undefined : textString(options.reason),
    }),
    room: options.room ?? ROOM,
    hash: hashOf(options.algorithm),
  })
}

/** First step of a document time stamp (B-LTA): the token that is put in by `finishPdf` is about all that is there so far. */
export async function prepareDocumentTimeStamp(pdf: Uint8Array): Promise<PreparedPdf> {
  const file = openPdf(pdf)
  const page = file.pages[0]
  if (page === undefined) throw damaged('a PDF without a page')
  return signed(new PdfUpdate(file), {
    page: page.ref,
    name: freeName(fieldsOf(file)),
    rect: [0, 0, 0, 0],
    appearance: undefined,
    type: 'DocTimeStamp',
    subFilter: 'ETSI.RFC3161',
    more: new Dict(),
    room: ROOM,
    hash: 'sha256',
  })
}

/**
 * Second step: puts the CMS (or the time stamp) into the hole.
 * @throws {PdfError} hole_too_small
 */
export function finishPdf({ bytes, byteRange }: PreparedPdf, cms: Uint8Array): Uint8Array {
  const [, hole, after] = byteRange
  const room = (after - hole - 2) / 2
  if (cms.length > room)
    throw new PdfError('pdf.hole_too_small', `the signature has ${cms.length} bytes, the hole ${room}`, {
      bytes: cms.length,
      room,
    })
  const done = new Uint8Array(bytes)
  Buffer.from(done.buffer).write(Buffer.from(cms).toString('hex'), hole + 1, 'latin1')
  return done
}

/**
 * Adds what is needed to check the signatures later (B-LT): certificates, CRL and OCSP answers, each once.
 * @returns the same bytes if all of it is in the file already
 */
export async function withEvidence(pdf: Uint8Array, evidence: Evidence): Promise<Uint8Array> {
  const file = openPdf(pdf)
  const update = new PdfUpdate(file)
  const store = new Dict(file.dict(file.catalog.get('DSS')) ?? dictOf({ Type: new Name('DSS') }))
  let isChanged = false
  for (const [key, added] of [
    ['Certs', evidence.certificates],
    ['CRLs', evidence.crls],
    ['OCSPs', evidence.ocsps],
  ] as const) {
    const list = [...(file.list(store.get(key)) ?? [])]
    const known = new Set(list.flatMap((one) => textOfStream(file, one)))
    for (const bytes of added) {
      const text = Buffer.from(bytes).toString('latin1')
      if (known.has(text)) continue
      known.add(text)
      list.push(update.add(new Stream(new Dict(), bytes)))
      isChanged = true
    }
    if (list.length > 0) store.set(key, list)
  }
  if (!isChanged) return pdf
  const old = file.catalog.get('DSS')
  if (old instanceof Ref) update.put(old, store)
  else replaceCatalog(update, new Dict(file.catalog).set('DSS', update.add(store)))
  return update.write().bytes
}

function textOfStream(file: PdfFile, value: Value): string[] {
  const stream = file.resolve(value)
  return stream instanceof Stream ? [Buffer.from(file.decoded(stream)).toString('latin1')] : []
}

function freeName(fields: readonly Field[]): string {
  const taken = new Set(fields.map(({ name }) => name))
  for (let number = 1; ; number++) if (!taken.has(`Signature${number}`)) return `Signature${number}`
}

/** A signature that certified the document may have closed it, or locked its fields (ISO 32000-2, 12.8.2). */
function refuseIfClosed(file: PdfFile, fields: readonly Field[], name: string): void {
  const dicts = fields.flatMap(({ value }) => (value ? [value] : []))
  const certifying = file.dict(file.dict(file.catalog.get('Perms'))?.get('DocMDP'))
  if (certifying !== null && !dicts.includes(certifying)) dicts.push(certifying)
  for (const dict of dicts) {
    for (const one of file.list(dict.get('Reference')) ?? []) {
      const reference = file.dict(one)
      const method = file.name(reference?.get('TransformMethod'))
      const parms = file.dict(reference?.get('TransformParams'))
      if (method === 'DocMDP' && file.resolve(parms?.get('P')) === 1)
        throw new PdfError('pdf.certified_closed', 'a signature certified the document and allows no further change')
      const action = file.name(parms?.get('Action'))
      const named = new Set((file.list(parms?.get('Fields')) ?? []).map((field) => textOfField(file, field)))
      const isLocked =
        action === 'All' || (action === 'Include' && named.has(name)) || (action === 'Exclude' && !named.has(name))
      if (method === 'FieldMDP' && isLocked)
        throw new PdfError('pdf.fields_locked', 'an earlier signature locks all fields, also new ones')
    }
  }
}

const textOfField = (file: PdfFile, value: Value): string => {
  const found = file.resolve(value)
  return found !== null && typeof found === 'object' && 'bytes' in found ? Buffer.from(found.bytes).toString() : ''
}

interface SignedField {
  page: Ref
  name: string
  rect: number[]
  appearance: Dict | undefined
  type: 'Sig' | 'DocTimeStamp'
  subFilter: string
  more: Dict
  room: number
  hash: string
}

const WIDE = 10
const place = (value: number) => String(value).padEnd(WIDE)

/** Writes field, widget and the dictionary with the hole. Where the hole lies is counted, never searched. */
function signed(update: PdfUpdate, field: SignedField): PreparedPdf {
  const head = `<</Type/${field.type}/Filter/Adobe.PPKLite/SubFilter/${field.subFilter}/ByteRange[0 `
  const middle = ']/Contents'
  const hole = `<${'0'.repeat(field.room * 2)}>`
  const more = write(field.more).slice(2)
  const value = update.add(new Raw(`${head}${' '.repeat(WIDE * 3 + 2)}${middle}${hole}${more}`))
  const widget = update.add(
    dictOf({
      Type: new Name('Annot'),
      Subtype: new Name('Widget'),
      FT: new Name('Sig'),
      T: textString(field.name),
      V: value,
      P: field.page,
      Rect: field.rect,
      // Printed, and not to be moved.
      F: 132,
      AP: field.appearance,
    }),
  )
  addToPage(update, field.page, widget)
  addToForm(update, widget)
  const { bytes, offsets } = update.write()
  const dictAt = offsets.get(value.num)! + `${value.num} 0 obj\n`.length
  const rangeAt = dictAt + head.length
  const holeAt = rangeAt + WIDE * 3 + 2 + middle.length
  const after = holeAt + hole.length
  const byteRange = [0, holeAt, after, bytes.length - after] as const
  Buffer.from(bytes.buffer).write(
    `${place(byteRange[1])} ${place(byteRange[2])} ${place(byteRange[3])}`,
    rangeAt,
    'latin1',
  )
  const hash = createHash(field.hash).update(bytes.subarray(0, holeAt)).update(bytes.subarray(after))
  return { bytes, contentHash: new Uint8Array(hash.digest()), byteRange }
}

export function addToPage(update: PdfUpdate, page: Ref, widget: Ref): void {
  const dict = update.resolve(page)
  if (!(dict instanceof Dict)) throw damaged('a page that is no dictionary')
  const annots = dict.get('Annots')
  const list = [...(update.file.list(annots) ?? []), widget]
  if (annots instanceof Ref && update.file.list(annots) !== null) update.put(annots, list)
  else update.put(page, new Dict(dict).set('Annots', list))
}

function addToForm(update: PdfUpdate, field: Ref): void {
  const { file } = update
  const old = file.catalog.get('AcroForm')
  const form = new Dict(file.dict(old) ?? [])
  const fields = form.get('Fields')
  const list = [...(file.list(fields) ?? []), field]
  if (fields instanceof Ref && file.list(fields) !== null) update.put(fields, list)
  else form.set('Fields', list)
  const flags = file.resolve(form.get('SigFlags'))
  form.set('SigFlags', (typeof flags === 'number' ? flags : 0) | 3)
  if (old instanceof Ref && file.dict(old) !== null) update.put(old, form)
  else replaceCatalog(update, new Dict(file.catalog).set('AcroForm', form))
}

function replaceCatalog(update: PdfUpdate, catalog: Dict): void {
  const root = update.file.trailer.get('Root')
  if (!(root instanceof Ref)) throw damaged('no catalog')
  // What is written here (transparent pictures, these kinds of signature) needs newer readers than the header may say.
  const header = Number(latin1(update.file.source.bytes.subarray(5, 8)))
  if (!catalog.has('Version') && header < 1.7) catalog.set('Version', new Name('1.7'))
  update.put(root, catalog)
}
