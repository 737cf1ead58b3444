import { record } from '../platform/audit.ts'
import type { AskToAdd } from '../platform/change.ts'
import type { Transaction } from '../platform/db.ts'
import { Conflict } from '../platform/errors.ts'
import { incomingToChange } from './access.ts'
import type { RecordsDb } from './db.ts'
import { checkLater } from './file-read.ts'
import { about } from './incoming-store.ts'

/** Has the signatures of every file looked at again: a list of revoked certificates that did not answer may answer now. */
export async function checkAgain(trx: Transaction<RecordsDb>, ask: AskToAdd): Promise<void> {
  const row = await incomingToChange(trx, ask, 'records.register')
  if (row.state === 'refused') throw new Conflict('incoming.files_gone', 'Tệp của văn bản này đã được gỡ.')
  await checkLater(trx, ask.id)
  await record(trx, ask.actor, 'incoming.checkedAgain', { subject: about(ask.id), at: ask.now.toString() })
}
