import { type Blobs, putBlob } from '../blobs.ts'
import type { AnyTransaction } from '../db.ts'
import { toDocx } from './docx.ts'
import type { OfficialDocument } from './model.ts'
import { toPdf } from './pdf.ts'

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
export const PDF = 'application/pdf'
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Keeps a file of a document that is being issued; returns its hash as columns hold it. */
export async function keepFile(
  trx: AnyTransaction,
  blobs: Blobs,
  bytes: Uint8Array,
  mediaType: string,
): Promise<Buffer> {
  return Buffer.from((await putBlob(trx, blobs, bytes, mediaType)).sha256, 'hex')
}

/** Draws the signed page once and keeps both files: what is downloaded later is the same to the byte. */
export async function keepPaper(
  trx: AnyTransaction,
  blobs: Blobs,
  paper: OfficialDocument,
): Promise<{ docx_sha256: Buffer; pdf_sha256: Buffer }> {
  return {
    docx_sha256: await keepFile(trx, blobs, await toDocx(paper), DOCX),
    pdf_sha256: await keepFile(trx, blobs, await toPdf(paper), PDF),
  }
}
