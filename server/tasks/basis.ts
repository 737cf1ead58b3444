import type { Blobs } from '../platform/blobs.ts'
import { formatDay } from '../platform/calendar.ts'
import type { AnyTransaction } from '../platform/db.ts'
import { wrong } from '../platform/errors.ts'
import { putUpload } from '../platform/secrecy.ts'
import { cleanFileName, type UploadedFile } from '../platform/upload.ts'
import type { BasisDocument } from './content-shapes.ts'
import { evidenceType } from './evidence-kind.ts'

/** The columns of a file that an act rests on. */
export interface BasisFile {
  sha256: Buffer
  file_name: string
  media_type: string
  size_bytes: number
}

/** Stores a file that an act rests on: of the types of evidence, and searched for a mark of secrecy like every upload. */
export async function keepBasisFile(trx: AnyTransaction, blobs: Blobs, file: UploadedFile): Promise<BasisFile> {
  const mediaType = evidenceType(file.bytes)
  const { sha256, size } = await putUpload(trx, blobs, file, mediaType)
  return {
    sha256: Buffer.from(sha256, 'hex'),
    file_name: basisFileName(file),
    media_type: mediaType,
    size_bytes: size,
  }
}

export const basisFileName = ({ fileName }: UploadedFile) => cleanFileName(fileName, 'can-cu')

/** "12/VPCP-TH ngày 01/02/2021" */
export const documentInWords = ({ number, issuedOn }: BasisDocument) => `${number} ngày ${formatDay(issuedOn)}`

/** Throws where a document is of a day to come. */
export function refuseFutureDocument(document: BasisDocument | undefined, today: string): void {
  if (document === undefined || document.issuedOn <= today) return
  throw wrong('document', 'task.basis_in_future', 'Ngày của văn bản làm căn cứ không được sau hôm nay.')
}
