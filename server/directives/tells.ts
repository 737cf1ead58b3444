/** Reading goes on while its uploader does something else: they are told how it ended, and when the file had to go. */

import { dayInVietnam } from '../platform/calendar.ts'
import { type AnyTransaction, within } from '../platform/db.ts'
import { noted, type Tell, type Telling } from '../platform/tell.ts'
import { holdersOf } from '../registry/index.ts'
import type { DirectivesDb } from './db.ts'

type Row = { directive_id: number; number: string | null; subject: string | null; file_name: string }

async function telling(trx: AnyTransaction, row: Row, at: string, note: string | null): Promise<Telling> {
  const hands = await within<DirectivesDb>(trx)
    .selectFrom('platform.audit_entry')
    .select('actor_person_id')
    .where('subject_kind', '=', 'directive')
    .where('subject_id', '=', String(row.directive_id))
    .where('event', 'in', ['directive.uploaded', 'directive.retried'])
    .execute()
  const ids = new Set(hands.map(({ actor_person_id }) => actor_person_id))
  const people = (await holdersOf(trx, 'directive.review', dayInVietnam(at)))
    .filter(({ personId }) => ids.has(personId))
    .map(({ personId }) => ({ personId, agencyId: null, why: 'owner' as const }))
  const about = { code: row.number, title: row.subject ?? row.file_name, to: `/van-ban/${row.directive_id}`, note }
  return { kind: 'document', about, people }
}

const directives = (trx: AnyTransaction) =>
  within<DirectivesDb>(trx)
    .selectFrom('directives.directive')
    .select(['directive_id', 'number', 'subject', 'file_name'])

export const directiveTells: readonly Tell[] = [
  {
    events: ['directive.read', 'directive.failed'],
    tell: async (trx, { subject, after, at }) => {
      const row = await directives(trx).where('directive_id', '=', Number(subject.id)).executeTakeFirstOrThrow()
      const count = noted(after, 'draftCount', 'number')
      const note = count === undefined ? (noted(after, 'message', 'string') ?? null) : `${count} nhiệm vụ dự kiến`
      return [await telling(trx, row, at, note)]
    },
  },
  {
    // One whose reading failed for that reason was told so by the event above.
    events: ['file.purged'],
    tell: async (trx, { subject, at }) => {
      const row = await directives(trx)
        .where('sha256', '=', String(subject.id))
        .where('state', '<>', 'failed')
        .executeTakeFirst()
      return row ? [await telling(trx, row, at, null)] : []
    },
  },
]
