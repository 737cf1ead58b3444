import { createHash } from 'node:crypto'
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'
import { type Blobs, getBlob } from '../platform/blobs.ts'
import { formatNumber } from '../platform/calendar.ts'
import type { AnyHandle } from '../platform/db.ts'
import { Conflict, wrong } from '../platform/errors.ts'
import { annexesToPdf, toPdf } from '../platform/official-document/pdf.ts'
import type { Evidence } from '../platform/signature/chain.ts'
import type { Verdict } from './case-order.ts'
import {
  type CaseFacts,
  caseList,
  documentList,
  handOverMinutes,
  type MinutesFacts,
  VERDICT_WORDS,
} from './case-papers.ts'
import { proofFiles } from './package-proof.ts'

/** The files of one package together; they are in memory once, and the package beside them. */
const MOST_BYTES = 256 * 1024 * 1024
export const MANIFEST = 'manifest-sha256.txt'

export interface PackedFile {
  path: string
  caseId: number
  itemId: number
  sha256: string
  size: number
  verdict: Verdict
  checkedAt: string | null
}
export interface Package {
  bytes: Uint8Array
  files: PackedFile[]
}

export interface PackageDeps {
  db: AnyHandle
  blobs: Blobs
  /** DER: whom the installation trusts. */
  anchors: readonly Uint8Array[]
  /** What was asked of others when the signatures were looked at. */
  fetched: readonly Evidence[]
}

/** A name that every file system and `sha256sum -c` takes as it is: letters, digits, dot, dash. The true name is in the data. */
export function plainName(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .replace(/[^A-Za-z0-9.-]+/g, '_')
    .replace(/^[._-]+/, '')
  return plain.slice(-80).replace(/^[._-]+/, '') || 'tep'
}
const padded = (number: number) => String(number).padStart(3, '0')

/**
 * The package that goes with a hand-over: the list of cases and for each case its list of documents as PDF and as data, every
 * file byte for byte as it is kept, what was found about its signatures with what it takes to verify them offline, and a manifest that `sha256sum -c` checks. Throws on
 * `caseIds` if it would be too large, and a conflict for a file whose kept bytes are not those of its hash.
 */
export async function buildPackage(
  { db, blobs, anchors, fetched }: PackageDeps,
  facts: MinutesFacts,
  at: Temporal.Instant,
): Promise<Package> {
  const { cases } = facts
  const total = cases
    .flatMap(({ items }) => items.flatMap(({ files }) => files))
    .reduce((sum, { size }) => sum + size, 0)
  if (total > MOST_BYTES)
    throw wrong(
      'caseIds',
      'hand_over.too_large',
      `Các hồ sơ đã chọn có ${formatNumber(Math.ceil(total / 1024 / 1024))} MB tệp, nhiều hơn ${formatNumber(MOST_BYTES / 1024 / 1024)} MB của một lần giao nộp. Hãy chia thành nhiều lần.`,
    )
  const zip = new Zipping(at)
  const files: PackedFile[] = []
  zip.add('bien-ban-giao-nhan.pdf', await toPdf(handOverMinutes(facts)), 'squeeze')
  const basis = `${facts.unit} nộp vào Lưu trữ ${facts.body}`
  const loose = { title: 'Mục lục hồ sơ, tài liệu nộp lưu', issuingAgency: facts.body }
  zip.add(
    'muc-luc-ho-so.pdf',
    await annexesToPdf({
      ...loose,
      annexes: [caseList(cases, { label: 'Mục lục', title: 'HỒ SƠ, TÀI LIỆU NỘP LƯU', basis })],
    }),
    'squeeze',
  )
  const data: object[] = []
  for (const [place, one] of cases.entries()) {
    const folder = `ho-so/${padded(place + 1)}${one.code === null ? '' : `_${plainName(one.code)}`}`
    const packed: PackedFile[] = []
    for (const [number, item] of one.items.entries()) {
      for (const [order, file] of item.files.entries()) {
        const { sha256, verdict, checkedAt } = file
        const path = `${folder}/van-ban/${padded(number + 1)}-${order + 1}_${plainName(file.name)}`
        packed.push({ path, caseId: one.id, itemId: item.id, sha256, size: file.size, verdict, checkedAt })
        // Bytes that were removed before are listed with their hash, and that they are gone.
        if (verdict === 'gone') continue
        const { bytes } = await getBlob(db, blobs, sha256)
        if (zip.add(path, bytes) !== sha256)
          throw new Conflict(
            'hand_over.file_damaged',
            `Tệp ${file.name} của hồ sơ ${one.title} không còn nguyên vẹn trên ổ đĩa. Hãy báo quản trị hệ thống khôi phục tệp từ bản sao lưu.`,
          )
      }
    }
    files.push(...packed)
    const described = dataOf(one, packed)
    data.push({ folder, ...described })
    zip.add(`${folder}/ho-so.json`, asJson(described), 'squeeze')
    zip.add(
      `${folder}/muc-luc-van-ban.pdf`,
      await annexesToPdf({ title: one.title, issuingAgency: facts.body, annexes: [documentList(one)] }),
      'squeeze',
    )
  }
  const head = { Fonds: { OrganName: facts.body }, GivenBy: facts.unit, HandedOverAt: at.toString(), Files: data }
  zip.add('du-lieu.json', asJson(head), 'squeeze')
  for (const { name, bytes } of proofFiles(anchors, fetched)) zip.add(name, bytes, 'squeeze')
  return { bytes: zip.end(), files }
}

const asJson = (value: unknown) => Buffer.from(`${JSON.stringify(value, null, 2)}\n`)

/**
 * Data of a file and its documents, in the members that circulars on data of electronic records name (Thông tư 05/2025/TT-BNV,
 * Điều 32, as far as known; docs/guide says that their layout is to be confirmed).
 */
function dataOf(one: CaseFacts, packed: readonly PackedFile[]): object {
  return {
    FileNotation: one.code,
    Title: one.title,
    Year: one.year,
    OrganName: one.fonds,
    Unit: one.unit,
    Keeper: one.keeper,
    Maintenance: one.retentionYears === null ? 'Vĩnh viễn' : `${one.retentionYears} năm`,
    Language: 'vie',
    StartDate: one.openedOn,
    EndDate: one.endedOn,
    TotalDoc: one.items.length,
    PageNumber: one.items.some(({ pages }) => pages === null)
      ? null
      : one.items.reduce((sum, { pages }) => sum + pages!, 0),
    Format: 'điện tử',
    Documents: one.items.map((item, place) => ({
      DocOrdinal: place + 1,
      TypeName: item.documentKind,
      CodeNotation: item.notation,
      IssuedDate: item.datedOn,
      OrganName: item.author,
      Subject: item.title,
      Language: 'vie',
      PageAmount: item.pages,
      Autograph: item.signer,
      Files: item.files.map((file, order) => {
        const { path } = packed.filter(({ itemId }) => itemId === item.id)[order]!
        return {
          Path: file.verdict === 'gone' ? null : path,
          OriginalName: file.name,
          MediaType: file.mediaType,
          Size: file.size,
          Sha256: file.sha256,
          SignatureVerdict: file.verdict,
          SignatureWords: VERDICT_WORDS[file.verdict],
          SignatureCheckedAt: file.checkedAt,
          Signatures: file.check,
        }
      }),
    })),
  }
}

/** A ZIP written in one pass. Originals are stored as they are; what we write ourselves is compressed. */
class Zipping {
  readonly #chunks: Uint8Array[] = []
  readonly #lines: string[] = []
  readonly #mtime: Date
  readonly #zip: Zip
  #failed: Error | null = null

  constructor(at: Temporal.Instant) {
    this.#mtime = new Date(at.epochMilliseconds)
    this.#zip = new Zip((error, chunk) => {
      if (error) this.#failed = error
      else this.#chunks.push(chunk)
    })
  }

  /** Adds a file to the package and to its manifest. Returns its SHA-256. */
  add(path: string, bytes: Uint8Array, how: 'asItIs' | 'squeeze' = 'asItIs'): string {
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    this.#lines.push(`${sha256}  ${path}\n`)
    this.#write(path, bytes, how)
    return sha256
  }

  #write(path: string, bytes: Uint8Array, how: 'asItIs' | 'squeeze'): void {
    const file = how === 'asItIs' ? new ZipPassThrough(path) : new ZipDeflate(path, { level: 6 })
    file.mtime = this.#mtime
    this.#zip.add(file)
    file.push(bytes, true)
    if (this.#failed) throw this.#failed
  }

  /** The manifest, the end, and the bytes of the whole. */
  end(): Uint8Array {
    this.#write(MANIFEST, Buffer.from(this.#lines.toSorted().join('')), 'squeeze')
    this.#zip.end()
    if (this.#failed) throw this.#failed
    return Buffer.concat(this.#chunks)
  }
}
