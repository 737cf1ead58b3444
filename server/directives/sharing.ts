/** How much of a confirmed document those may read who have a task in it and do not see every agency's. */
import type { Span } from '@dieuhanh/extraction'
import { sql } from 'kysely'
import { signatureOf } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import type { Ask } from '../platform/change.ts'
import type { Handle, Transaction } from '../platform/db.ts'
import { demandRight } from '../platform/rights.ts'
import { checkVersion } from '../platform/version.ts'
import type { DirectivesDb } from './db.ts'
import type { DraftRecord } from './drafts.ts'
import type { DirectiveText, SharingEdit, SharingSetting } from './shapes.ts'

/** The text with everything blanked but the words of these drafts, at the same places; blocks without any are left out. */
export function textOf(text: DirectiveText, drafts: readonly Pick<DraftRecord, 'span'>[]): DirectiveText {
  const spans = drafts.flatMap(({ span }) => (span ? [span] : [])).sort((a, b) => a.start - b.start)
  let kept = ''
  for (const { start, end } of spans) {
    if (end <= kept.length) continue
    kept += blank(text.text.slice(kept.length, start)) + text.text.slice(Math.max(start, kept.length), end)
  }
  const isShown = (span: Span): boolean => spans.some(({ start, end }) => span.start < end && start < span.end)
  return {
    ...text,
    text: kept + blank(text.text.slice(kept.length)),
    blocks: text.blocks.filter((block) => isShown(block.span)),
  }
}

/** Line ends stay, so that what is shown keeps its shape. */
function blank(words: string): string {
  return words.replace(/[^\n]/g, ' ')
}

export async function sharingOf(db: Handle<DirectivesDb>): Promise<SharingSetting> {
  return db
    .selectFrom('directives.setting')
    .select(['shares', 'version', 'changed_at as changedAt', 'changed_by as changedBy'])
    .$castTo<SharingSetting>()
    .executeTakeFirstOrThrow()
}

/** For those who administer the system: a rule about documents is no matter of one reviewer. */
export async function changeSharing(
  trx: Transaction<DirectivesDb>,
  { actor, version, now }: Omit<Ask, 'id'>,
  { shares }: SharingEdit,
): Promise<number> {
  demandRight(
    actor,
    'registry.keep',
    'directive.sharing_not_yours',
    'Chỉ quản trị viên quy định cơ quan được đọc bao nhiêu của văn bản.',
  )
  await sql`select from directives.setting for update`.execute(trx)
  const before = await sharingOf(trx)
  checkVersion(version, before.version, { by: before.changedBy, at: before.changedAt })
  const { version: next } = await trx
    .updateTable('directives.setting')
    .set({
      shares,
      version: sql<number>`version + 1`,
      changed_at: now.toString(),
      changed_by: signatureOf(actor),
    })
    .returning('version')
    .executeTakeFirstOrThrow()
  await record(trx, actor, 'directive.sharingChanged', {
    subject: { kind: 'directiveSetting', id: 1 },
    before: { shares: before.shares },
    after: { shares },
  })
  return next
}
