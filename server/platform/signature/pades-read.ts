import { createHash, type Hash, hash as hashData } from 'node:crypto'
import type { Evidence } from './chain.ts'
import { type Change, changesSince, FinalPdf } from './changes.ts'
import type { Field } from './pdf-fields.ts'
import { PdfBytes, PdfFile } from './pdf-file.ts'
import { type Place, placeSeen, sightOf } from './pdf-geometry.ts'
import { Dict, damaged, Name, PdfError, PdfString, Stream, textOf, type Value } from './pdf-objects.ts'
import type { Finding } from './verdict.ts'

/** A signature as the file gives it, before anything is verified. */
export interface PdfSignature {
  /** Name of its field; null if no field shows it. */
  field: string | null
  kind: 'signature' | 'timeStamp'
  /** DER without the zeros that fill the hole; null if there is none. */
  cms: Uint8Array | null
  /** Null if it is not four whole numbers. */
  byteRange: readonly [number, number, number, number] | null
  /** Ends where the file ends. */
  isWhole: boolean
  /** Hash of what it covers: "sha256". Null if `byteRange` cannot be used. */
  contentHash: ((algorithm: string) => Uint8Array) | null
  /** What the signer's machine states. */
  claimedAt: Date | null
  name: string | null
  reason: string | null
  subFilter: string | null
  /** Where its marks are. */
  marks: readonly Place[]
  /** What is wrong with how it lies in the file. */
  findings: readonly Finding[]
  /** What was written after it; empty where that cannot be known, because `findings` already holds an error. */
  changes: readonly Change[]
}

export interface PdfSignatures {
  /** In the order they were made. */
  signatures: readonly PdfSignature[]
  /** What the document security store holds, DER. */
  evidence: Evidence
  /** The same of an earlier state of the file, `end` bytes long. */
  evidenceAt(end: number): Evidence
}

/** Forms of a signature that are read here. */
const FORMS = ['ETSI.CAdES.detached', 'adbe.pkcs7.detached', 'adbe.pkcs7.sha1', 'ETSI.RFC3161']
const MOST_SIGNATURES = 200
const MOST_EVIDENCE = 5000

/**
 * Finds every signature, through the form and among all objects, also of earlier states of the file, and says how it lies in
 * the file and what was written after it.
 * @throws {PdfError} not_pdf, damaged, encrypted, too_much
 */
export function readPdf(pdf: Uint8Array): PdfSignatures {
  try {
    return read(pdf)
  } catch (error) {
    if (error instanceof PdfError) throw error
    throw new PdfError('pdf.damaged', `the PDF cannot be read: ${(error as Error).message}`)
  }
}

function read(pdf: Uint8Array): PdfSignatures {
  const file = new PdfFile(new PdfBytes(pdf))
  if (file.isEncrypted) throw new PdfError('pdf.encrypted', 'the PDF is encrypted')
  if (file.pages.length === 0) throw damaged('a PDF without a page')
  const final = new FinalPdf(file)
  const found: PdfSignature[] = []
  const known = new Set<Value>()
  for (const field of final.fields) {
    // The same signature under two fields is judged for each: it belongs to one.
    if (!field.isSignature || !field.dict.has('V')) continue
    if (field.value !== null) known.add(field.value)
    found.push(signatureOf(final, field.value, field, startOf(file, field)))
    if (found.length > MOST_SIGNATURES) throw new PdfError('pdf.too_much', `more than ${MOST_SIGNATURES} signatures`)
  }
  for (const { value, start } of file.everyObject()) {
    if (!(value instanceof Dict) || known.has(value) || !isSignature(value)) continue
    known.add(value)
    found.push(signatureOf(final, value, null, start))
    if (found.length > MOST_SIGNATURES) throw new PdfError('pdf.too_much', `more than ${MOST_SIGNATURES} signatures`)
  }
  const end = ({ byteRange }: PdfSignature) => (byteRange ? byteRange[2] + byteRange[3] : Number.POSITIVE_INFINITY)
  found.sort((a, b) => end(a) - end(b))
  const isInside = ({ byteRange }: PdfSignature) =>
    byteRange !== null && byteRange[0] + byteRange[1] <= file.end && byteRange[2] + byteRange[3] <= file.end
  const holes = found.flatMap((one) => (isInside(one) ? [one.byteRange![1]] : []))
  const beginnings = new Beginnings(pdf, holes)
  const hashOf =
    ({ byteRange }: PdfSignature) =>
    (algorithm: string) =>
      beginnings.hash(algorithm, byteRange!)
  return {
    signatures: found.map((one) => ({ ...one, contentHash: isInside(one) ? hashOf(one) : null })),
    evidence: evidenceOf(file),
    evidenceAt: (end) => evidenceOf(new PdfFile(file.source, end)),
  }
}

function isSignature(dict: Dict): boolean {
  const type = dict.get('Type')
  if (type instanceof Name && (type.value === 'Sig' || type.value === 'DocTimeStamp')) return true
  return dict.has('ByteRange') && dict.has('Contents')
}

/** Where the object begins that holds the dictionary of the signature; null if it lies in an object stream. */
function startOf(file: PdfFile, { valueRef, ref }: Field): number | null {
  const holder = valueRef ?? ref
  const entry = holder === null ? undefined : file.entry(holder.num)
  return entry?.kind === 'at' ? entry.where : null
}

const error = (code: string, params?: Finding['params']): Finding => ({
  code,
  weight: 'error',
  ...(params && { params }),
})

function signatureOf(final: FinalPdf, dict: Dict | null, field: Field | null, start: number | null): PdfSignature {
  const { file } = final
  const findings: Finding[] = []
  const type = file.name(dict?.get('Type'))
  const subFilter = file.name(dict?.get('SubFilter'))
  const kind = type === 'DocTimeStamp' || subFilter === 'ETSI.RFC3161' ? 'timeStamp' : 'signature'
  if (field === null) findings.push(error('pdf.signature_removed', { field: '' }))
  const contents = dict?.get('Contents')
  const isHole = contents instanceof PdfString && contents.isHex && start !== null
  const cms = isHole ? trimmed(contents.bytes, findings) : null
  if (dict !== null && subFilter !== null && !FORMS.includes(subFilter))
    findings.push({ code: 'pdf.form_unknown', weight: 'doubt', params: { form: subFilter } })
  else if (cms === null) findings.push(error('pdf.contents_missing'))
  if (dict?.isRepeated) findings.push(error('pdf.ambiguous'))
  const direct = dict?.get('ByteRange')
  const range = Array.isArray(direct) ? file.numbers(direct, 4) : null
  const byteRange = range?.every((one) => Number.isSafeInteger(one) && one >= 0)
    ? (range as unknown as PdfSignature['byteRange'])
    : null
  if (byteRange === null) findings.push(error('pdf.range_missing'))
  else if (isHole) checkRange(byteRange, contents, file, findings)
  const end = byteRange === null ? 0 : byteRange[2] + byteRange[3]
  let changes: readonly Change[] = []
  if (findings.every(({ weight }) => weight !== 'error')) changes = sinceSigned(final, field!, end, start!, findings)
  return {
    field: field?.name ?? null,
    kind,
    cms,
    byteRange,
    isWhole: end === file.end,
    contentHash: null,
    claimedAt: dateOf(textOf(file.resolve(dict?.get('M')))),
    name: textOf(file.resolve(dict?.get('Name'))),
    reason: textOf(file.resolve(dict?.get('Reason'))),
    subFilter,
    marks: field === null ? [] : marksOf(file, field),
    findings,
    changes,
  }
}

/** The hole is the whole of the string `Contents`, and nothing else is left out. */
function checkRange(range: readonly number[], { start, end }: PdfString, file: PdfFile, findings: Finding[]): void {
  const [first, length, second, rest] = range as [number, number, number, number]
  const isRight = first === 0 && length === start && second === end && second + rest <= file.end
  if (!isRight) findings.push(error('pdf.range_wrong'))
}

/** The state that was signed must be a whole file in which the same field has the same signature. */
function sinceSigned(
  final: FinalPdf,
  field: Field,
  end: number,
  start: number,
  findings: Finding[],
): readonly Change[] {
  const { file } = final
  let prior: PdfFile
  try {
    prior = end === file.end ? file : new PdfFile(file.source, end)
    const isSame = field.path.length > 0 && startOf(prior, field) === start && isInForm(prior, field)
    if (!isSame) {
      findings.push(error('pdf.wrapped'))
      return []
    }
    if (!isEnd(prior)) findings.push(error('pdf.revision_unreadable'))
  } catch (problem) {
    if (!(problem instanceof PdfError) || problem.code === 'pdf.too_much') throw problem
    findings.push(error('pdf.revision_unreadable'))
    return []
  }
  try {
    const changes = changesSince(prior, final)
    return isClosed(file, field) ? changes.map(ifClosed) : changes
  } catch (problem) {
    if (!(problem instanceof PdfError) || problem.code === 'pdf.too_much') throw problem
    return [error('pdf.update_damaged')]
  }
}

const isInForm = (prior: PdfFile, { path, ref, valueRef }: Field): boolean => {
  const dict = prior.dict(ref)
  const value = dict?.get('V')
  return path.every((num) => prior.entry(num) !== undefined) && (valueRef === null || sameRef(value, valueRef))
}
const sameRef = (a: Value | undefined, b: { num: number }) =>
  a !== null && typeof a === 'object' && 'num' in a && a.num === b.num

/** After the place of the table come `%%EOF` and white space. */
function isEnd(file: PdfFile): boolean {
  const tail = file.source.bytes.subarray(file.tail, file.end)
  return tail.length < 4096 && /^\s*%%EOF[\s\0]*$/.test(Buffer.from(tail).toString('latin1'))
}

/** DocMDP with P 1: the signer allows nothing but evidence and time stamps. */
function isClosed(file: PdfFile, field: Field): boolean {
  return (file.list(field.value?.get('Reference')) ?? []).some((one) => {
    const reference = file.dict(one)
    const parms = file.dict(reference?.get('TransformParams'))
    return file.name(reference?.get('TransformMethod')) === 'DocMDP' && file.resolve(parms?.get('P')) === 1
  })
}
const ifClosed = (change: Change): Change =>
  change.code === 'pdf.signed_again' ? { ...change, code: 'pdf.signed_though_closed', weight: 'error' } : change

/**
 * Hashes of the beginning of a file up to each hole. The ranges of all signatures begin together, so the file is read once
 * for all of them, and not once for each.
 */
class Beginnings {
  readonly #bytes: Uint8Array
  readonly #holes: readonly number[]
  readonly #kept = new Map<string, Map<number, Hash>>()
  constructor(bytes: Uint8Array, holes: readonly number[]) {
    this.#bytes = bytes
    this.#holes = [...new Set(holes)].sort((a, b) => a - b)
  }

  hash(algorithm: string, [from, length, second, rest]: readonly [number, number, number, number]): Uint8Array {
    const bytes = this.#bytes
    const beginning = from === 0 ? this.#upTo(algorithm).get(length)?.copy() : undefined
    const hash = beginning ?? createHash(algorithm).update(bytes.subarray(from, from + length))
    return hash.update(bytes.subarray(second, second + rest)).digest()
  }

  #upTo(algorithm: string): Map<number, Hash> {
    const known = this.#kept.get(algorithm)
    if (known !== undefined) return known
    const found = new Map<number, Hash>()
    this.#kept.set(algorithm, found)
    const hash = createHash(algorithm)
    let at = 0
    for (const hole of this.#holes) {
      hash.update(this.#bytes.subarray(at, hole))
      found.set(hole, hash.copy())
      at = hole
    }
    return found
  }
}

/** The CMS ends where its own length says; what follows fills the hole and must be zeros. */
function trimmed(bytes: Uint8Array, findings: Finding[]): Uint8Array | null {
  const first = bytes[1]
  if (bytes[0] !== 0x30 || first === undefined) return null
  let length = bytes.length
  if (first < 0x80) length = 2 + first
  else if (first > 0x80 && first <= 0x84) {
    length = 2 + (first & 0x7f)
    let content = 0
    for (let place = 2; place < 2 + (first & 0x7f); place++) content = content * 256 + (bytes[place] ?? 0)
    length += content
  } else if (first === 0x80) return withoutZeros(bytes)
  if (length > bytes.length) return null
  let end = bytes.length
  while (end > length && bytes[end - 1] === 0) end--
  if (end > length) findings.push({ code: 'pdf.hole_filled', weight: 'warning' })
  return bytes.subarray(0, length)
}

/** Of an indefinite length: its own end is two zeros, so all of them may belong to it. */
function withoutZeros(bytes: Uint8Array): Uint8Array {
  let end = bytes.length
  while (end > 0 && bytes[end - 1] === 0) end--
  return bytes.subarray(0, Math.min(bytes.length, end + 8))
}

/** `D:20210112162033+07'00'`. */
export function dateOf(text: string | null): Date | null {
  const found = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z|([+-])(\d\d)'?(\d\d)?)?/.exec(text ?? '')
  if (found === null) return null
  const [, year, month, day, hour, minute, second, sign, hours, minutes] = found
  const zone = sign === undefined ? 'Z' : `${sign}${hours}:${minutes ?? '00'}`
  const date = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`)
  return Number.isNaN(date.getTime()) ? null : date
}

function marksOf(file: PdfFile, field: Field): Place[] {
  return field.widgets.flatMap(({ page, rect, dict }) => {
    const on = page === null ? undefined : file.pages[page - 1]
    if (on === undefined || rect === null || !dict.has('AP')) return []
    return [placeSeen(sightOf(file, on), on.number, rect)]
  })
}

function evidenceOf(file: PdfFile): Evidence {
  const store = file.dict(file.catalog.get('DSS'))
  const seen = new Set<string>()
  const streams = (key: string) =>
    (file.list(store?.get(key)) ?? []).slice(0, MOST_EVIDENCE).flatMap((one) => {
      const stream = file.resolve(one)
      if (!(stream instanceof Stream)) return []
      const bytes = file.decoded(stream)
      const print = `${key}${hashData('sha256', bytes)}`
      if (seen.has(print)) return []
      seen.add(print)
      return [bytes]
    })
  return { certificates: streams('Certs'), crls: streams('CRLs'), ocsps: streams('OCSPs') }
}
