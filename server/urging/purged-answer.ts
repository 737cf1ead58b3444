/** What happens to an answer whose file was purged, because it has a mark of secrecy. */
import { systemActor } from '../platform/actor.ts'
import { type Announcement, record } from '../platform/audit.ts'
import { type AnyTransaction, within } from '../platform/db.ts'
import type { UrgingDb } from './db.ts'

const GUARD = systemActor('kiểm tra dấu mật')

/** Says in the log of every letter that was answered with the purged file that the file is gone. The answer itself stays. */
export async function notePurged(trx: AnyTransaction, { subject }: Announcement): Promise<void> {
  const answers = await within<UrgingDb>(trx)
    .selectFrom('urging.answer')
    .select(['answer_id', 'letter_id', 'file_name'])
    .where('sha256', '=', Buffer.from(String(subject.id), 'hex'))
    .execute()
  for (const { answer_id, letter_id, file_name } of answers)
    await record(trx, GUARD, 'letter.answerPurged', {
      subject: { kind: 'letter', id: letter_id },
      before: { file: file_name },
      detail: { answerId: answer_id },
    })
}
