import { builtInRole } from '@dieuhanh/extraction'
import { sql } from 'kysely'
import { type Actor, signatureOf } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import type { Ask, AskToMake } from '../platform/change.ts'
import { type AnyHandle, reading, type Transaction } from '../platform/db.ts'
import { Conflict, NotFound, wrong } from '../platform/errors.ts'
import { type CursorKey, decodeCursor, pageOf } from '../platform/paging.ts'
import { prepared } from '../platform/prepared.ts'
import { holdsWords } from '../platform/search.ts'
import { checkVersion } from '../platform/version.ts'
import { checkMayKeepWords, checkMayTeach } from './access.ts'
import type { DirectivesDb } from './db.ts'
import type { AddLabel, LabelList, LabelQuery, LabelRow } from './label-shapes.ts'

/** Adds a label to those the reader knows, for every document read from now on. */
export async function addLabel(
  trx: Transaction<DirectivesDb>,
  { actor, now }: AskToMake,
  input: AddLabel,
): Promise<number> {
  checkMayKeepWords(actor)
  const phrase = input.phrase.normalize('NFC').replace(/\s+/gu, ' ').trim().replace(/\s*:$/u, '')
  if (!/\p{L}{2}/u.test(phrase)) throw wrong('phrase', 'label.no_word', 'Nhãn phải có ít nhất một từ.')
  // One word of an office must not change what every document means by "Chủ trì".
  if (builtInRole(phrase))
    throw wrong('phrase', 'label.built_in', 'Máy đã hiểu nhãn này. Chỉ cần thêm nhãn mà máy chưa hiểu.')
  const added = await trx
    .insertInto('directives.label')
    .values({ phrase, role: input.role, added_at: now.toString(), added_by: signatureOf(actor) })
    .onConflict((conflict) => conflict.columns(['folded']).where('withdrawn_at', 'is', null).doNothing())
    .returning('label_id as id')
    .executeTakeFirst()
  if (!added) throw wrong('phrase', 'label.known', 'Nhãn này đã có. Muốn đổi ý nghĩa, hãy rút nhãn cũ rồi thêm lại.')
  await record(trx, actor, 'label.added', {
    subject: { kind: 'label', id: added.id },
    at: now.toString(),
    after: { phrase, role: input.role },
  })
  return added.id
}

/** Withdraws a label: documents read from now on are read without it. Returns the version. */
export async function withdrawLabel(trx: Transaction<DirectivesDb>, { actor, id, version, now }: Ask): Promise<number> {
  checkMayKeepWords(actor)
  const label = await select(trx).where('label_id', '=', id).forUpdate().executeTakeFirst()
  if (!label) throw new NotFound('label.not_found', 'Không tìm thấy nhãn này.')
  checkVersion(version, label.version, {
    by: label.withdrawnBy ?? label.addedBy,
    at: label.withdrawnAt ?? label.addedAt,
  })
  if (label.withdrawnAt !== null) throw new Conflict('label.withdrawn', 'Nhãn này đã được rút.')
  await trx
    .updateTable('directives.label')
    .set({ withdrawn_at: now.toString(), withdrawn_by: signatureOf(actor), version: version + 1 })
    .where('label_id', '=', id)
    .execute()
  await record(trx, actor, 'label.withdrawn', {
    subject: { kind: 'label', id },
    at: now.toString(),
    before: { phrase: label.phrase, role: label.role },
  })
  return version + 1
}

/** Labels in force, or those withdrawn, in the order of their words. */
export async function listLabels(db: AnyHandle, actor: Actor, query: LabelQuery): Promise<LabelList> {
  checkMayTeach(actor)
  const limit = query.limit ?? 50
  const after = decodeCursor(query, query.cursor, isPlace)
  const ofRole = query.role ? sql`role = ${query.role}` : sql`true`
  const isAfter = after ? sql`(folded, label_id) > (${after[0]}, ${after[1]}::bigint)` : sql`true`
  const statement = sql<LabelRow & { folded: string }>`
    select label_id as id, phrase, role, version, added_at as "addedAt", added_by as "addedBy",
           withdrawn_at as "withdrawnAt", withdrawn_by as "withdrawnBy", folded
    from directives.label
    where withdrawn_at ${query.state === 'withdrawn' ? sql`is not null` : sql`is null`}
      and ${ofRole} and ${query.search ? holdsWords(sql`folded`, query.search) : sql`true`} and ${isAfter}
    order by folded, label_id
    limit ${sql.lit(limit + 1)}`
  // The index of its state, whatever the role and the place; words typed are planned each time.
  const { rows: found } = await (query.search ? statement : prepared(statement)).execute(reading<DirectivesDb>(db))
  const { items, next } = pageOf(query, found, limit, ({ folded, id }) => [folded, id])
  return { rows: items.map(({ folded: _, ...label }) => label), nextCursor: next }
}

const isPlace = (key: CursorKey): key is readonly [string, number] =>
  key.length === 2 && typeof key[0] === 'string' && Number.isSafeInteger(key[1])

function select(db: Pick<Transaction<DirectivesDb>, 'selectFrom'>) {
  return db
    .selectFrom('directives.label')
    .select(['label_id as id', 'phrase', 'role', 'version', 'added_at as addedAt', 'added_by as addedBy'])
    .select(['withdrawn_at as withdrawnAt', 'withdrawn_by as withdrawnBy'])
    .$castTo<LabelRow>()
}
