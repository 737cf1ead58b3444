import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type OfficialDocument, paragraph } from '../official-document/model.ts'
import { toPdf } from '../official-document/pdf.ts'
import { type Issued, newAuthority } from './authority.ts'
import { finishCms, prepareCms } from './cms.ts'
import type { Mark } from './marks.ts'
import { finishPdf, type PrepareOptions, preparePdf } from './pades.ts'
import { pictureOf } from './picture.ts'
import { sampleSeal, sampleSignature } from './sample-marks.ts'

export const NAME = 'Nguyễn Thị Mẫu'
export const AGENCY = 'VĂN PHÒNG MẪU'
export const AT = new Date('2021-01-12T09:20:33Z')
export const authority = newAuthority()
export const person = authority.issue({ name: NAME, organization: AGENCY, usage: 'person' })
export const agency = authority.issue({ name: AGENCY, organization: AGENCY, usage: 'agency' })
export const signature = pictureOf(sampleSignature())
export const seal = pictureOf(sampleSeal())

const document: OfficialDocument = {
  superiorAgency: null,
  issuingAgency: 'Văn phòng Mẫu',
  number: '12/BC-VPM',
  notation: '/BC-VPM',
  place: 'Hà Nội',
  issuedOn: '2021-01-12',
  type: 'Báo cáo',
  subject: 'Tình hình thực hiện nhiệm vụ được giao (MẪU)',
  body: [
    paragraph('Một đoạn văn mẫu khá dài để xem trang giấy trông như thế nào, với các chữ tiếng Việt đủ dấu.'),
    paragraph('Tổng số tiền được duyệt là 1.000.000 đồng.'),
  ],
  signature: { title: 'KT. Chủ nhiệm\nPhó Chủ nhiệm', name: NAME },
  recipients: ['Như trên', 'Lưu: VT'],
  annexes: [],
  mark: 'MẪU',
}

let made: Promise<Uint8Array> | undefined
/** A report as the platform prints it, made once. */
export const samplePaper = (): Promise<Uint8Array> => {
  made ??= toPdf(document)
  return made
}

/** Signed by both steps, the way every caller does it. */
export async function signPdf(
  pdf: Uint8Array,
  by: Issued,
  mark: Mark | null,
  more: Partial<PrepareOptions> = {},
): Promise<Uint8Array> {
  const { chain, algorithm, signingKey } = by
  const prepared = await preparePdf(pdf, { mark, signedAt: AT, algorithm, name: NAME, ...more })
  const cms = prepareCms({ contentHash: prepared.contentHash, chain, algorithm })
  const [value] = await signingKey.sign([cms.hash])
  return finishPdf(prepared, finishCms(cms, value!))
}

/** A PDF of these objects; number 1 is the catalog. */
export function rawPdf(objects: readonly string[], trailer = ''): Uint8Array {
  let text = '%PDF-1.7\n'
  const offsets = objects.map((object, place) => {
    const at = text.length
    text += `${place + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  text += `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<</Size ${size}/Root 1 0 R${trailer}>>\nstartxref\n${text.length}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}

export const streamOf = (content: string, dict = ''): string =>
  `<<${dict}/Length ${content.length}>>\nstream\n${content}\nendstream`

/** One page of given attributes, with a line of text. */
export const onePage = (page = '', catalog = '', more: readonly string[] = [], trailer = ''): Uint8Array =>
  rawPdf(
    [
      `<</Type/Catalog/Pages 2 0 R${catalog}>>`,
      '<</Type/Pages/Kids[3 0 R]/Count 1/Resources<</Font<</F1 5 0 R>>>>/MediaBox[0 0 595 842]>>',
      `<</Type/Page/Parent 2 0 R/Contents 4 0 R${page}>>`,
      streamOf('BT /F1 12 Tf 72 700 Td (Mot dong chu mau) Tj ET'),
      '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
      ...more,
    ],
    trailer,
  )

/**
 * An update by another application: objects (with their number) written behind the file, and a table that names them. Takes the form
 * of a table; `root` and `prev` are the file's own unless given.
 */
export function updated(
  pdf: Uint8Array,
  objects: ReadonlyMap<number, string>,
  { root = rootOf(pdf), prev = startOf(pdf), trailer = '' }: { root?: string; prev?: number; trailer?: string } = {},
): Uint8Array {
  let text = Buffer.from(pdf).toString('latin1')
  if (!text.endsWith('\n')) text += '\n'
  let table = ''
  let size = 1 + Math.max(...[...text.matchAll(/^(\d+) 0 obj/gm)].map(([, num]) => Number(num)))
  for (const [num, object] of objects) {
    table += `${num} 1\n${String(text.length).padStart(10, '0')} 00000 n \n`
    text += `${num} 0 obj\n${object}\nendobj\n`
    size = Math.max(size, num + 1)
  }
  text += `xref\n${table}trailer\n<</Size ${size}/Root ${root}/Prev ${prev}${trailer}>>\nstartxref\n${text.length}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}

export const startOf = (pdf: Uint8Array): number =>
  Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(Buffer.from(pdf.subarray(-64)).toString('latin1'))![1])
export const rootOf = (pdf: Uint8Array): string => /\/Root (\d+ 0 R)/g.exec(Buffer.from(pdf).toString('latin1'))![1]!

/** The text of the newest object of this number, without `obj` and `endobj`. */
export function objectIn(pdf: Uint8Array, num: number): string {
  const text = Buffer.from(pdf).toString('latin1')
  const found = [...text.matchAll(new RegExp(`(?:^|\\n)${num} 0 obj\\n`, 'g'))].at(-1)!
  const from = found.index + found[0].length
  return text.slice(from, text.indexOf('\nendobj', from))
}

/** The output of a command of this machine on a file; both streams together. */
export function run(command: string, args: (path: string, folder: string) => string[], pdf: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'dieuhanh-pdf-'))
  try {
    const path = join(folder, 'file.pdf')
    writeFileSync(path, pdf)
    const { stdout, stderr } = spawnSync(command, args(path, folder), { encoding: 'utf8', timeout: 60_000 })
    return stdout + stderr
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The file that a command makes of another. */
export function remade(command: string, args: (from: string, to: string) => string[], pdf: Uint8Array): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'dieuhanh-pdf-'))
  try {
    writeFileSync(join(folder, 'from'), pdf)
    execFileSync(command, args(join(folder, 'from'), join(folder, 'to')), { stdio: 'ignore', timeout: 60_000 })
    return readFileSync(join(folder, 'to'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
