import type { Extraction, Reading } from '@dieuhanh/extraction'
import { sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import { addDays, dayInVietnam } from '../platform/calendar.ts'
import { type AnyHandle, type Handle, reading } from '../platform/db.ts'
import { wrong } from '../platform/errors.ts'
import { type CursorKey, decodeCursor, encodeCursor } from '../platform/paging.ts'
import { checkMayTakeOut, directivesSeen } from './access.ts'
import type { Corpus, CorpusLabels, CorpusQuery, CorpusRow } from './corpus-shapes.ts'
import { corpusText } from './corpus-text.ts'
import type { DirectivesDb } from './db.ts'
import { type DraftRecord, draftsOfAll } from './drafts.ts'
import { type DirectiveRecord, directivesByIds } from './store.ts'

/** A page ends when its texts have this many characters: what one answer may weigh. */
const HEAVY = 4_000_000

/** Midnight in Viet Nam, as an instant. */
const startOf = (day: string): string => `${day}T00:00:00+07:00`

/**
 * Confirmed directives as labelled documents, in the order of confirmation, for those who administer what the reader
 * knows: only what they may read, never one whose text is gone.
 */
export async function corpusOf(db: AnyHandle, actor: Actor, query: CorpusQuery): Promise<Corpus> {
  checkMayTakeOut(actor)
  if (query.from !== undefined && query.to !== undefined && query.from > query.to) {
    throw wrong('to', 'request.range', 'Ngày cuối phải bằng hoặc sau ngày đầu.')
  }
  const handle = reading<DirectivesDb>(db)
  const limit = query.limit ?? 20
  const after = decodeCursor(query, query.cursor, isPlace)
  const seen = await directivesSeen(db, actor)
  let select = handle
    .selectFrom('directives.directive as d')
    .innerJoin('directives.reading as r', 'r.directive_id', 'd.directive_id')
    .select(['d.directive_id as id', sql<string>`d.confirmed_at`.as('at')])
    .where('d.state', '=', 'confirmed')
  if (seen !== 'all') select = select.where('d.directive_id', 'in', seen.length > 0 ? seen : [0])
  if (query.from !== undefined) select = select.where('d.confirmed_at', '>=', startOf(query.from))
  if (query.to !== undefined) select = select.where('d.confirmed_at', '<', startOf(addDays(query.to, 1)))
  if (after) {
    select = select.where(
      sql<boolean>`(d.confirmed_at, d.directive_id) > (${after[0]}::timestamptz, ${after[1]}::bigint)`,
    )
  }
  const found = await select
    .orderBy('d.confirmed_at')
    .orderBy('d.directive_id')
    .limit(limit + 1)
    .execute()
  const ids = found.slice(0, limit).map(({ id }) => id)
  const directives = new Map((await directivesByIds(handle, ids)).map((directive) => [directive.id, directive]))
  const drafts = await draftsOfAll(handle, ids)
  const rows: CorpusRow[] = []
  let weight = 0
  // Texts one by one: only those of this answer are brought into memory.
  for (const id of ids) {
    if (weight > HEAVY) break
    const row = await rowOf(handle, directives.get(id)!, drafts.get(id) ?? [])
    rows.push(row)
    weight += row.text.length
  }
  const last = found[rows.length - 1]
  const isMore = found.length > rows.length && last !== undefined
  return { rows, nextCursor: isMore ? encodeCursor(query, [last.at, last.id]) : null }
}

const isPlace = (key: CursorKey): key is readonly [string, number] =>
  key.length === 2 && typeof key[0] === 'string' && Number.isSafeInteger(key[1])

async function rowOf(
  db: Handle<DirectivesDb>,
  directive: DirectiveRecord,
  drafts: readonly DraftRecord[],
): Promise<CorpusRow> {
  const { text, blocks, format, document } = await db
    .selectFrom('directives.reading')
    .select([
      sql<string>`reading ->> 'text'`.as('text'),
      sql<Reading['blocks']>`reading -> 'blocks'`.as('blocks'),
      sql<Reading['format']>`reading ->> 'format'`.as('format'),
      sql<Extraction['document']>`extraction -> 'document'`.as('document'),
    ])
    .where('directive_id', '=', directive.id)
    .executeTakeFirstOrThrow()
  return {
    id: directive.id,
    confirmedOn: dayInVietnam(directive.confirmedAt!),
    ...corpusText({ text, blocks, format }),
    labels: labelsOf(directive, document, drafts),
  }
}

/** What reviewers confirmed. Units are labelled by the names that the document uses, not by the agencies they mean. */
function labelsOf(
  { number, type, issuer, issuedOn, subject }: DirectiveRecord,
  document: Extraction['document'],
  drafts: readonly DraftRecord[],
): CorpusLabels {
  return {
    document: { number, type, issuer, issuedOn, subject },
    legalBases: document.legalBases.map((citation) => citation.number),
    implements: document.implements.map((citation) => citation.number),
    tasks: drafts
      .filter(({ isDropped }) => !isDropped)
      .map(({ ref, groupTitle, title, parties, deadlines, targets }) => ({
        ref,
        group: groupTitle,
        title,
        lead: parties.filter(({ role }) => role === 'lead').map(({ name }) => name),
        coordinating: parties.filter(({ role }) => role === 'coordinating').map(({ name }) => name),
        deadlines: deadlines
          .filter(({ kind }) => kind !== 'none')
          .map(({ kind, text, dueOn, recurs, inherited }) => ({
            ...{ kind, text, dueOn },
            ...(recurs === null ? {} : { recurs }),
            ...(inherited ? { inherited } : {}),
          })),
        targets: targets.map(({ text, value, max, unit, comparator }) => ({ text, value, max, unit, comparator })),
      })),
  }
}
