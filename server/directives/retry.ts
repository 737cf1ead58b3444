import { signatureOf } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import type { Ask } from '../platform/change.ts'
import type { Transaction } from '../platform/db.ts'
import { Conflict } from '../platform/errors.ts'
import { checkDirectiveVersion, directiveToReview } from './access.ts'
import type { DirectivesDb } from './db.ts'
import { lockFile } from './kept-file.ts'
import { restartReading } from './readings.ts'
import type { Uploaded } from './shapes.ts'
import { directiveOfFile } from './store.ts'
import { addReading } from './upload.ts'

/** Reads a failed directive again from its kept file. */
export async function retry(trx: Transaction<DirectivesDb>, { actor, id, version }: Ask): Promise<Uploaded> {
  const directive = await directiveToReview(trx, actor, id, ['failed'])
  checkDirectiveVersion(directive, version)
  await lockFile(trx, directive.sha256)
  if (!directive.isFileKept) {
    throw new Conflict('directive.file_removed', 'Tệp của văn bản này đã được gỡ khỏi hệ thống nên không đọc lại được.')
  }
  const other = await directiveOfFile(trx, directive.sha256)
  if (other) {
    throw new Conflict('directive.known_file', 'Tệp này đã được nộp lại thành một văn bản khác. Hãy mở văn bản đó.', {
      extra: { id: other.id, state: other.state },
    })
  }
  await restartReading(trx, id, signatureOf(actor))
  await record(trx, actor, 'directive.retried', {
    subject: { kind: 'directive', id },
    before: { code: directive.failureCode, failure: directive.failure },
  })
  await addReading(trx, id)
  return { id, state: 'reading' }
}
