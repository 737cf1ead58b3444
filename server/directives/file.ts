import type { Actor } from '../platform/actor.ts'
import { type Blobs, getBlob } from '../platform/blobs.ts'
import type { AnyHandle } from '../platform/db.ts'
import { NotFound } from '../platform/errors.ts'
import { directiveToSee } from './access.ts'

/** The original bytes with their original file name. */
export async function fileToSee(
  db: AnyHandle,
  blobs: Blobs,
  actor: Actor,
  id: number,
): Promise<{ bytes: Uint8Array; mediaType: string; fileName: string }> {
  const { directive, share } = await directiveToSee(db, actor, id)
  const { sha256, isFileKept, mediaType, fileName } = directive
  if (!share.isWhole) {
    throw new NotFound('directive.file_not_shared', 'Cơ quan chỉ được đọc phần nhiệm vụ của mình trong văn bản này.')
  }
  if (!isFileKept) {
    throw new NotFound('directive.file_removed', 'Tệp của văn bản này đã được gỡ khỏi hệ thống.')
  }
  const { bytes } = await getBlob(db, blobs, sha256)
  return { bytes, mediaType, fileName }
}
